import { amountFrom, type ScoreIndex } from './scoreIndex.ts';

/** Some cuts that follow each other; the arrays are filled anew for the next ones, and only the first `count` places hold any. */
export interface CutBatch {
  readonly count: number;
  /** The lowest score flagged; +∞ where nobody is. */
  readonly thresholds: Float64Array;
  readonly tps: Float64Array;
  readonly fps: Float64Array;
}

/** The most cuts of a batch: so few that they stay in the cache of the processor. */
export const CUTS_AT_ONCE = 1024;

/** Below every score. */
const NOTHING_LEFT = Number.NEGATIVE_INFINITY;

/**
 * Every decision the scores allow under `>=`, from flagging nobody to flagging everybody: one cut at +∞ and one at each distinct score,
 * descending. Counts are rows, or sums of weights. They come in batches, because a call for each of millions would take longer than what
 * is done with it. O(n). The same cuts as `sklearn.metrics.roc_curve(drop_intermediate=False)`.
 */
export function scanCuts(index: ScoreIndex, visit: (batch: CutBatch) => void): void {
  const positives = index.positives.scores;
  const negatives = index.negatives.scores;
  const hasWeights = index.positives.weightFrom !== null;
  const thresholds = new Float64Array(CUTS_AT_ONCE);
  const tps = new Float64Array(CUTS_AT_ONCE);
  const fps = new Float64Array(CUTS_AT_ONCE);
  const pEnd = positives.length;
  const nEnd = negatives.length;
  let p = pEnd;
  let n = nEnd;
  let positive = p > 0 ? positives[p - 1] : NOTHING_LEFT;
  let negative = n > 0 ? negatives[n - 1] : NOTHING_LEFT;
  let count = 0;
  let lowestFlagged = Number.POSITIVE_INFINITY;
  for (;;) {
    thresholds[count] = lowestFlagged;
    tps[count] = hasWeights ? amountFrom(index.positives, p) : pEnd - p;
    fps[count] = hasWeights ? amountFrom(index.negatives, n) : nEnd - n;
    count++;
    const isLast = p + n === 0;
    if (isLast || count === CUTS_AT_ONCE) {
      visit({ count, thresholds, tps, fps });
      count = 0;
    }
    if (isLast) return;
    lowestFlagged = positive > negative ? positive : negative;
    while (positive === lowestFlagged) positive = --p > 0 ? positives[p - 1] : NOTHING_LEFT;
    while (negative === lowestFlagged) negative = --n > 0 ? negatives[n - 1] : NOTHING_LEFT;
  }
}
