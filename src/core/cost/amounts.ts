import { buildEvaluation, type Evaluation } from '../scores/evaluation.ts';
import { buildScoreIndexes } from '../scores/scoreIndex.ts';

/** The column that says how much is at stake in a row of either class; null where every case counts the same. */
export interface AmountColumns {
  readonly positives: string | null;
  readonly negatives: string | null;
}

/** Rows with what is at stake in each. */
export interface AmountRows {
  readonly yTrue: Uint8Array;
  readonly yScore: Float64Array;
  /** Index into `splits`; null for one split. */
  readonly splitOf: ArrayLike<number> | null;
  readonly splits: readonly string[];
  readonly sampleWeight: Float64Array | null;
  /** What is at stake in the row; NaN where that is missing or no number. */
  readonly amounts: Float64Array;
}

/** A split in which every row weighs as much as is at stake in it. */
export interface AmountEvaluation {
  readonly evaluation: Evaluation;
  /** Rows left out, because their amount is missing or negative. */
  readonly leftOut: number;
}

/**
 * Each split with every row weighted by its amount (times its weight): the confusion at a threshold then holds sums of amounts, and a
 * payoff is what one unit of the amount costs. Rows whose amount is missing, infinite or negative are left out and counted, whether
 * flagged or not, so that neither side of a threshold gains by them. O(n).
 */
export function weighByAmounts(rows: AmountRows): AmountEvaluation[] {
  const { yTrue, yScore, splitOf, splits, sampleWeight, amounts } = rows;
  const weights = new Float64Array(yTrue.length);
  const leftOut = splits.map(() => 0);
  const kept = splits.map(() => 0);
  for (let row = 0; row < weights.length; row++) {
    const split = splitOf === null ? 0 : splitOf[row];
    const weight = sampleWeight === null ? 1 : sampleWeight[row];
    const isUsable = amounts[row] >= 0 && amounts[row] < Infinity;
    if (isUsable) kept[split]++;
    else leftOut[split]++;
    weights[row] = isUsable ? weight * amounts[row] : 0;
  }
  const indexes = buildScoreIndexes(yTrue, yScore, splitOf, splits.length, weights);
  return indexes.map((index, at) => ({
    evaluation: buildEvaluation(splits[at], index, kept[at]),
    leftOut: leftOut[at],
  }));
}
