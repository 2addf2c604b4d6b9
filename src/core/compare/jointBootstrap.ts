import { type BootstrapInterval, percentileInterval } from '../intervals/bootstrap.ts';
import { LEVEL } from '../intervals/interval.ts';
import { Random, SEED } from '../intervals/random.ts';
import { createResampler, replicatesWithin } from '../intervals/resample.ts';
import type { RowGroups } from '../intervals/rowGroups.ts';
import type { Confusion } from '../scores/confusion.ts';
import { confusionsOfJoint, JOINT_CELLS, type JointCounts, jointCountsOf } from './jointCounts.ts';

/** The joint counts of two decisions in each of some bootstrap samples, one sample behind another. */
export interface JointResamples {
  /** `JOINT_CELLS` sums a sample. */
  readonly sums: Float64Array;
  readonly seed: number;
}

const REPLICATES = 1000;
/** Drawn rows that weights may take: some tenths of a second. */
const ROW_BUDGET = 4e7;
const LEAST_REPLICATES = 100;

/** Rows that two decisions treat alike and that weigh the same, put together. `sampleWeight` null: every row counts 1. O(rows). */
export function groupJoint(cells: Uint8Array, sampleWeight: Float64Array | null): RowGroups {
  const rowsOf = new Map<number, Float64Array>();
  for (let row = 0; row < cells.length; row++) {
    const weight = sampleWeight === null ? 1 : sampleWeight[row];
    if (weight === 0) continue;
    let rows = rowsOf.get(weight);
    if (rows === undefined) {
      rows = new Float64Array(JOINT_CELLS);
      rowsOf.set(weight, rows);
    }
    rows[cells[row]]++;
  }
  const groups = [...rowsOf].flatMap(([weight, rows]) =>
    Array.from(rows, (count, cell) => ({ weight, count, cell })).filter(({ count }) => count > 0),
  );
  return {
    cells: Uint32Array.from(groups, ({ cell }) => cell),
    rows: Float64Array.from(groups, ({ count }) => count),
    weights: Float64Array.from(groups, ({ weight }) => weight),
    cellCount: JOINT_CELLS,
  };
}

/** The same rows where their weights count rows: as many rows of weight 1. O(groups). */
export function groupsOfCounts({ cells, rows, weights, cellCount }: RowGroups): RowGroups {
  const counts = new Float64Array(cellCount);
  cells.forEach((cell, group) => {
    counts[cell] += rows[group] * weights[group];
  });
  return { cells: Uint32Array.from(counts.keys()), rows: counts, weights: counts.map(() => 1), cellCount };
}

/**
 * The paired bootstrap of two decisions: rows are drawn with replacement and both decisions made on each, thresholds held. As both are
 * functions of the row, drawing the joint counts is the same in distribution, whatever the number of rows. Not stratified by class.
 * Fewer samples where there are many rows with many different weights, but at least 100. A generator that yields after each sample.
 */
export function* resampleJoint(
  groups: RowGroups,
  nResamples = REPLICATES,
  seed = SEED,
): Generator<void, JointResamples> {
  const resampler = createResampler(groups, new Random(seed));
  const count = replicatesWithin(resampler.cost, ROW_BUDGET, nResamples, LEAST_REPLICATES);
  const sums = new Float64Array(count * JOINT_CELLS);
  for (let sample = 0; sample < count; sample++) {
    resampler.draw(sums.subarray(sample * JOINT_CELLS, (sample + 1) * JOINT_CELLS));
    yield;
  }
  return { sums, seed };
}

/** What is compared about two decisions; NaN where it is undefined. */
export type OfBoth = (first: Confusion, second: Confusion, joint: JointCounts) => number;

/** The percentile interval of what two decisions differ by, from paired samples. O(samples log samples). */
export function pairedInterval({ sums, seed }: JointResamples, of: OfBoth, level = LEVEL): BootstrapInterval {
  const values = Float64Array.from({ length: sums.length / JOINT_CELLS }, (_, sample) => {
    const joint = jointCountsOf(sums.subarray(sample * JOINT_CELLS, (sample + 1) * JOINT_CELLS));
    return of(...confusionsOfJoint(joint), joint);
  });
  return { ...percentileInterval(values, level), seed };
}
