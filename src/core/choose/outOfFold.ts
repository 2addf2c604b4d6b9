import { type Confusion, confusionAt, type DecisionRule } from '../scores/confusion.ts';
import { buildScoreIndexes } from '../scores/scoreIndex.ts';
import { bestThreshold } from './bestThreshold.ts';
import type { Objective } from './objective.ts';

/** Rows with the fold each is in. */
export interface FoldedRows {
  readonly yTrue: Uint8Array;
  readonly yScore: Float64Array;
  /** Index into `splits`. */
  readonly splitOf: ArrayLike<number>;
  readonly splits: readonly string[];
  readonly sampleWeight: Float64Array | null;
}

export interface FoldChoice {
  readonly fold: string;
  /** The best threshold on all other folds; NaN where there is none. */
  readonly threshold: number;
  /** What it does on this fold; null without a threshold. */
  readonly confusion: Confusion | null;
}

const OTHERS = 0;
const THIS = 1;

/**
 * For each fold the best threshold on all the other folds and what it does on this one: how good a threshold chosen in this way is on rows
 * it was not chosen on. O(folds · rows). The counterpart of `sklearn.model_selection.TunedThresholdClassifierCV`, which averages over
 * the folds before it chooses; here each fold's own choice is kept, so that its spread is seen.
 */
export function outOfFold(
  { yTrue, yScore, splitOf, splits, sampleWeight }: FoldedRows,
  rule: DecisionRule,
  objective: Objective,
): FoldChoice[] {
  const side = new Uint8Array(yTrue.length);
  return splits.map((fold, place) => {
    for (let row = 0; row < side.length; row++) side[row] = splitOf[row] === place ? THIS : OTHERS;
    const indexes = buildScoreIndexes(yTrue, yScore, side, 2, sampleWeight);
    const choice = bestThreshold(indexes[OTHERS], rule, objective);
    return choice.kind === 'found'
      ? { fold, threshold: choice.threshold, confusion: confusionAt(indexes[THIS], choice.threshold, rule) }
      : { fold, threshold: Number.NaN, confusion: null };
  });
}
