import { type LabelScores, labelIndex, pooledIndex } from '../classes/labelScores.ts';
import type { DecisionRule } from '../scores/confusion.ts';
import { bestThreshold, type Choice, type NoThreshold } from './bestThreshold.ts';
import type { Objective } from './objective.ts';

/** Each label with the best threshold of its own, or one that is best for all decisions about any label together. */
export type LabelTuning = 'each' | 'together';

/** The threshold chosen for a label with its value, or why there is none. */
export type LabelThreshold =
  | { readonly kind: 'found'; readonly threshold: number; readonly value: number }
  | NoThreshold;

/**
 * The best threshold of every label for an objective, as `bestThreshold` finds it. `together`: the same one for all, best on all (row,
 * label) pairs in one, so that a metric is its micro average. O(rows · labels).
 */
export function tuneLabels(
  scores: LabelScores,
  rule: DecisionRule,
  objective: Objective,
  tuning: LabelTuning,
): readonly LabelThreshold[] {
  if (tuning === 'each') {
    return scores.yScore.map((_, place) => brief(bestThreshold(labelIndex(scores, place), rule, objective)));
  }
  const common = brief(bestThreshold(pooledIndex(scores), rule, objective));
  return scores.yScore.map(() => common);
}

const brief = (choice: Choice): LabelThreshold =>
  choice.kind === 'none' ? choice : { kind: 'found', threshold: choice.threshold, value: choice.value };
