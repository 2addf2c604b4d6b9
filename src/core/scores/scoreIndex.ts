import { CompensatedSum } from './compensatedSum.ts';
import { sortAscending, sortAscendingWithWeights } from './sortScores.ts';

/**
 * The score index: the scores of each class, sorted once. Every question about a threshold is a binary search in it, so `>=` and
 * ties are exact and no grid of thresholds exists anywhere.
 */
export interface Run {
  /** Ascending, finite. */
  readonly scores: Float64Array;
  /**
   * `weightFrom[i]` = sum of the weights of scores[i..]; `weightBelow[i]` = sum of those of scores[..i). Both have one entry more
   * than there are scores. Null: every row counts 1.
   */
  readonly weightFrom: Float64Array | null;
  readonly weightBelow: Float64Array | null;
}

export interface ScoreIndex {
  readonly positives: Run;
  readonly negatives: Run;
}

/**
 * The score index of each split. `yTrue`: 1 positive, 0 negative; `yScore`: finite doubles; `splitOf`: the number of each row's
 * split below `splitCount`, null for a single split; `sampleWeight`: finite and not negative, null where every row counts 1. A row of
 * weight 0 is as if absent. −0 is kept as 0. O(n): rows are scattered by counting into one array of (split × class) cells, then each
 * cell is sorted. Throws a RangeError where an argument breaks these rules.
 */
export function buildScoreIndexes(
  yTrue: Uint8Array,
  yScore: Float64Array,
  splitOf: ArrayLike<number> | null,
  splitCount: number,
  sampleWeight: Float64Array | null,
): ScoreIndex[] {
  const rows = yTrue.length;
  if (yScore.length !== rows || (splitOf?.length ?? rows) !== rows || (sampleWeight?.length ?? rows) !== rows) {
    throw new RangeError('The columns differ in length.');
  }
  const cells = 2 * splitCount;
  const ends = new Uint32Array(cells + 1);
  for (let row = 0; row < rows; row++) {
    const label = yTrue[row];
    const split = splitOf === null ? 0 : splitOf[row];
    const weight = sampleWeight === null ? 1 : sampleWeight[row];
    if (label > 1) throw new RangeError(`Row ${row}: the label is ${label}, not 0 or 1.`);
    if (split >= splitCount) throw new RangeError(`Row ${row}: split ${split} of ${splitCount}.`);
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`Row ${row}: the weight is ${weight}.`);
    if (weight > 0) ends[2 * split + label + 1]++;
  }
  for (let cell = 0; cell < cells; cell++) ends[cell + 1] += ends[cell];

  const next = ends.slice();
  const scores = new Float64Array(ends[cells]);
  const weights = sampleWeight === null ? null : new Float64Array(ends[cells]);
  for (let row = 0; row < rows; row++) {
    const score = yScore[row];
    if (!Number.isFinite(score)) throw new RangeError(`Row ${row}: the score is ${score}.`);
    if (sampleWeight !== null && sampleWeight[row] === 0) continue;
    const place = next[2 * (splitOf === null ? 0 : splitOf[row]) + yTrue[row]]++;
    scores[place] = score + 0; // turns -0 into 0, which it equals
    if (sampleWeight !== null && weights !== null) weights[place] = sampleWeight[row];
  }

  const runOf = (cell: number): Run =>
    buildRun(scores.subarray(ends[cell], ends[cell + 1]), weights?.subarray(ends[cell], ends[cell + 1]) ?? null);
  return Array.from({ length: splitCount }, (_, split) => ({
    negatives: runOf(2 * split),
    positives: runOf(2 * split + 1),
  }));
}

/** The score index of all rows: `buildScoreIndexes` without splits. O(n). */
export function buildScoreIndex(
  yTrue: Uint8Array,
  yScore: Float64Array,
  sampleWeight: Float64Array | null = null,
): ScoreIndex {
  return buildScoreIndexes(yTrue, yScore, null, 1, sampleWeight)[0];
}

/** The buffers behind some indexes, each once, for a transfer between threads. O(indexes). */
export function scoreIndexBuffers(indexes: readonly ScoreIndex[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const { positives, negatives } of indexes) {
    for (const run of [positives, negatives]) {
      for (const array of [run.scores, run.weightFrom, run.weightBelow]) {
        if (array?.buffer instanceof ArrayBuffer) buffers.add(array.buffer);
      }
    }
  }
  return [...buffers];
}

/** Whether rows count by weight: then counts are sums of weights and no interval for proportions applies. O(1). */
export function hasWeights(index: ScoreIndex): boolean {
  return index.positives.weightFrom !== null;
}

/** Positives and negatives (rows, or sums of weights) and the number of rows, those of weight 0 left out. O(1). */
export function totalsOf(index: ScoreIndex): { positives: number; negatives: number; rows: number } {
  return {
    positives: amountFrom(index.positives, 0),
    negatives: amountFrom(index.negatives, 0),
    rows: index.positives.scores.length + index.negatives.scores.length,
  };
}

/** Least and greatest score; both NaN without rows. O(1). */
export function scoreRangeOf(index: ScoreIndex): { low: number; high: number } {
  const ends = [index.positives.scores, index.negatives.scores].filter((scores) => scores.length > 0);
  if (ends.length === 0) return { low: Number.NaN, high: Number.NaN };
  return {
    low: Math.min(...ends.map((scores) => scores[0])),
    high: Math.max(...ends.map((scores) => scores[scores.length - 1])),
  };
}

/** How many rows, or how much weight, a run holds from its `place`-th score on. O(1). */
export function amountFrom(run: Run, place: number): number {
  return run.weightFrom === null ? run.scores.length - place : run.weightFrom[place];
}

/** How many rows, or how much weight, a run holds before its `place`-th score. O(1). */
export function amountBelow(run: Run, place: number): number {
  return run.weightBelow === null ? place : run.weightBelow[place];
}

/** Sums run from both ends, so that neither tp nor fn is a difference of large numbers. */
function buildRun(scores: Float64Array, weights: Float64Array | null): Run {
  if (weights === null) {
    sortAscending(scores);
    return { scores, weightFrom: null, weightBelow: null };
  }
  sortAscendingWithWeights(scores, weights);
  const count = scores.length;
  const weightFrom = new Float64Array(count + 1);
  const weightBelow = new Float64Array(count + 1);
  const below = new CompensatedSum();
  const from = new CompensatedSum();
  for (let i = 0; i < count; i++) {
    below.add(weights[i]);
    weightBelow[i + 1] = below.total;
    from.add(weights[count - 1 - i]);
    weightFrom[count - 1 - i] = from.total;
  }
  return { scores, weightFrom, weightBelow };
}
