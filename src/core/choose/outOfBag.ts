import { buildCutGrid } from '../intervals/cutGrid.ts';
import { LEVEL } from '../intervals/interval.ts';
import { quantiles } from '../intervals/quantiles.ts';
import { Random, SEED } from '../intervals/random.ts';
import { replicatesWithin } from '../intervals/resample.ts';
import { groupRows, type RowGroups } from '../intervals/rowGroups.ts';
import type { WeightKind } from '../roles/weightKind.ts';
import type { DecisionRule } from '../scores/confusion.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';
import { admissionOf, type Required } from './admission.ts';
import { bestThreshold, type NoThreshold } from './bestThreshold.ts';
import type { Objective } from './objective.ts';
import { cutOf, SampleChooser, worthsOf } from './sampleWorths.ts';
import { aimOf } from './worth.ts';

/** How much choosing a threshold on some rows flatters its value on those rows. */
export interface OutOfBag {
  readonly kind: 'found';
  /** The best value on the rows. */
  readonly chosen: number;
  /** The mean value on rows that had no part in the choice. */
  readonly honest: number;
  /** The middle 95 % of the values on such rows, from sample to sample. */
  readonly low: number;
  readonly high: number;
  readonly nResamples: number;
  readonly seed: number;
  /** What came of the goal's bound and the requirements; null where every threshold may be chosen. */
  readonly required: {
    /** In how many samples no threshold meets them. */
    readonly unmet: number;
    /** The share of the other samples whose choice keeps to them on the rows left out, intervals aside; NaN where it is not known. */
    readonly kept: number;
    readonly isFixed: boolean;
  } | null;
}

export type OutOfBagResult = OutOfBag | NoThreshold | { readonly kind: 'tooManyRows'; readonly limit: number };

/** More rows than this take too much memory to be drawn one by one; choosing among them flatters by next to nothing. */
const MOST_ROWS = 2e7;
const MOST_CUTS = 4000;
const REPLICATES = 500;
const ROW_BUDGET = 3e7;
const LEAST_REPLICATES = 20;

export interface OutOfBagOptions {
  readonly replicates?: number;
  readonly seed?: number;
  readonly required?: Required | null;
  /** The rows that requirements speak of, where the index weighs rows by amounts. */
  readonly counted?: ScoreIndex;
}

/**
 * The out-of-bag estimate of what the best threshold is worth on rows it was not chosen on: in each bootstrap sample the best threshold is
 * chosen anew, and valued on the rows that the sample left out (about 37 %). A total cost is scaled from those rows to all. The mean is a
 * little too strict, as a sample holds only 63 % of the rows. Samples in which either is undefined are left out. A generator that yields
 * after each sample; with a bound or requirements among what meets them there. O(samples · rows). Like `boot_runs` of R's cutpointr, which takes the median.
 */
export function* outOfBag(
  index: ScoreIndex,
  rule: DecisionRule,
  objective: Objective,
  weights: WeightKind,
  { replicates = REPLICATES, seed = SEED, required = null, counted = index }: OutOfBagOptions = {},
): Generator<void, OutOfBagResult> {
  const aim = aimOf(objective);
  const admission = admissionOf(counted, rule, objective, aim, required);
  const choice = bestThreshold(index, rule, objective, admission.within);
  if (choice.kind === 'none') return choice;
  const grid = buildCutGrid(index, rule, { most: MOST_CUTS, with: [choice.threshold] });
  const groups = groupRows(index, grid, weights);
  const rowCount = groups.rows.reduce((sum, rows) => sum + rows, 0);
  if (rowCount > MOST_ROWS) return { kind: 'tooManyRows', limit: MOST_ROWS };
  const { cellOf, weightOf } = rowsOf(groups, rowCount);
  const totals = totalsOf(index);
  const total = totals.positives + totals.negatives;
  const random = new Random(seed);
  const sampleOf = new Uint32Array(rowCount);
  const inBag = new Float64Array(groups.cellCount);
  const outside = new Float64Array(groups.cellCount);
  const worths = new Float64Array(grid.thresholds.length);
  const values = new Float64Array(replicatesWithin(rowCount, ROW_BUDGET, replicates, LEAST_REPLICATES));
  const chooser = new SampleChooser(grid, rule, aim, admission.isAdmitted);
  let unmet = 0;
  let kept = 0;
  for (let i = 0; i < values.length; i++) {
    inBag.fill(0);
    outside.fill(0);
    for (let drawn = 0; drawn < rowCount; drawn++) {
      const row = Math.floor(random.uniform() * rowCount);
      sampleOf[row] = i + 1;
      inBag[cellOf[row]] += weightOf === null ? 1 : weightOf[row];
    }
    for (let row = 0; row < rowCount; row++) {
      if (sampleOf[row] !== i + 1) outside[cellOf[row]] += weightOf === null ? 1 : weightOf[row];
    }
    worthsOf(inBag, grid, aim, worths);
    const k = chooser.choose(inBag, worths);
    if (k < 0) unmet++;
    worthsOf(outside, grid, aim, worths);
    const value = k < 0 ? Number.NaN : aim.better === 'higher' ? worths[k] : -worths[k];
    const weightOutside = outside.reduce((sum, weight) => sum + weight, 0);
    const { keeps } = admission;
    if (keeps !== null && k >= 0 && weightOutside > 0) {
      // As many rows as there are in all, for what is required of counts.
      const scale = total / weightOutside;
      const { tp, fp, fn, tn } = cutOf(outside, k);
      const scaled = { tp: tp * scale, fp: fp * scale, fn: fn * scale, tn: tn * scale };
      if (keeps(scaled, grid.thresholds[k])) kept++;
    }
    values[i] = aim.isTotal ? (value * total) / weightOutside : value;
    yield;
  }
  const defined = values.filter((value) => Number.isFinite(value));
  const [low, high] = quantiles(defined, [(1 - LEVEL) / 2, (1 + LEVEL) / 2]);
  const honest = defined.reduce((sum, value) => sum + value, 0) / defined.length;
  const { isAdmitted, keeps, isFixed } = admission;
  const share = keeps === null ? Number.NaN : kept / (values.length - unmet);
  return {
    kind: 'found',
    chosen: choice.value,
    honest,
    low,
    high,
    nResamples: defined.length,
    seed,
    required: isAdmitted === null ? null : { unmet, kept: share, isFixed },
  };
}

/** Every row with its cell, and its weight where rows have different ones. */
function rowsOf({ cells, rows, weights }: RowGroups, rowCount: number) {
  const cellOf = new Uint16Array(rowCount);
  const weightOf = weights.every((weight) => weight === 1) ? null : new Float64Array(rowCount);
  let next = 0;
  rows.forEach((count, group) => {
    cellOf.fill(cells[group], next, next + count);
    weightOf?.fill(weights[group], next, next + count);
    next += count;
  });
  return { cellOf, weightOf };
}
