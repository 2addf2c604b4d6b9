import type { WeightKind } from '../roles/weightKind.ts';
import { amountFrom, type Run, type ScoreIndex } from '../scores/scoreIndex.ts';
import type { CutGrid } from './cutGrid.ts';

/** Rows that cannot be told apart: in the same cell and with the same weight. */
export interface RowGroups {
  /** The cell of each group: 2 · k for negatives, 2 · k + 1 for positives flagged by cut k + 1 of a grid and not by cut k. */
  readonly cells: Uint32Array;
  /** How many rows each group holds. */
  readonly rows: Float64Array;
  /** How much each of its rows counts. */
  readonly weights: Float64Array;
  readonly cellCount: number;
}

/** With more different weights than this every row is a group of its own. */
const MOST_WEIGHTS = 64;

/**
 * The rows of an index in the cells between the cuts of a grid, put together as far as they cannot be told apart. O(cells), with weights
 * O(n).
 */
export function groupRows(index: ScoreIndex, grid: CutGrid, kind: WeightKind): RowGroups {
  const cellCount = 2 * (grid.thresholds.length - 1);
  return kind === 'weights' ? weightedGroups(index, grid, cellCount) : plainGroups(index, grid, cellCount);
}

/** The sum of the weights of the rows by cell. O(groups). */
export function cellSums({ cells, rows, weights, cellCount }: RowGroups): Float64Array {
  const sums = new Float64Array(cellCount);
  cells.forEach((cell, group) => {
    sums[cell] += rows[group] * weights[group];
  });
  return sums;
}

function plainGroups({ positives, negatives }: ScoreIndex, grid: CutGrid, cellCount: number): RowGroups {
  const rows = new Float64Array(cellCount);
  for (let k = 0; k < cellCount / 2; k++) {
    rows[2 * k] = amountFrom(negatives, grid.n[k + 1]) - amountFrom(negatives, grid.n[k]);
    rows[2 * k + 1] = amountFrom(positives, grid.p[k + 1]) - amountFrom(positives, grid.p[k]);
  }
  return { cells: Uint32Array.from(rows.keys()), rows, weights: new Float64Array(cellCount).fill(1), cellCount };
}

function weightedGroups({ positives, negatives }: ScoreIndex, grid: CutGrid, cellCount: number): RowGroups {
  const levels = new Map<number, number>();
  const sides = [
    { weights: rowWeights(negatives), places: grid.n },
    { weights: rowWeights(positives), places: grid.p },
  ];
  for (const { weights } of sides) {
    for (let i = 0; i < weights.length && levels.size <= MOST_WEIGHTS; i++) {
      if (!levels.has(weights[i])) levels.set(weights[i], levels.size);
    }
  }
  const rowCount = positives.scores.length + negatives.scores.length;
  const areFew = levels.size <= MOST_WEIGHTS && levels.size * cellCount < rowCount;
  const groupCount = areFew ? levels.size * cellCount : rowCount;
  const groups = {
    cells: new Uint32Array(groupCount),
    rows: new Float64Array(groupCount),
    weights: new Float64Array(groupCount),
    cellCount,
  };
  let next = 0;
  sides.forEach(({ weights, places }, side) => {
    for (let k = 0; k < cellCount / 2; k++) {
      const cell = 2 * k + side;
      for (let i = places[k + 1]; i < places[k]; i++) {
        const group = areFew ? cell * levels.size + (levels.get(weights[i]) ?? 0) : next++;
        groups.cells[group] = cell;
        groups.weights[group] = weights[i];
        groups.rows[group]++;
      }
    }
  });
  return groups;
}

/**
 * The weight of each row of a run, rounded to single precision: as differences of sums equal weights would differ in their last digits.
 */
function rowWeights({ scores, weightFrom, weightBelow }: Run): Float64Array {
  const weights = new Float64Array(scores.length).fill(1);
  if (weightFrom === null || weightBelow === null) return weights;
  for (let i = 0; i < scores.length; i++) {
    const isLow = weightBelow[i] < weightFrom[i];
    weights[i] = Math.fround(isLow ? weightBelow[i + 1] - weightBelow[i] : weightFrom[i] - weightFrom[i + 1]);
  }
  return weights;
}
