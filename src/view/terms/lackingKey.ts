import type { Objective } from '../../core/choose/objective.ts';
import { aimOf } from '../../core/choose/worth.ts';
import { payoffOddity } from '../../core/cost/payoff.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import type { TextKey } from '../../i18n/translate.ts';

/**
 * Why a best threshold would say nothing, as a sentence with `split` in it; null where it says something. With cases of one class
 * only, it is best because nothing can be missed, or no alarm be false; a share or number to flag needs no classes. With values that
 * make flagging nobody or everybody the cheapest, scores do not matter, unless something is required besides.
 */
export function lackingKey(
  { positives, negatives }: Evaluation,
  objective: Objective,
  isRequired: boolean,
): TextKey | null {
  if (aimOf(objective).isCapacity) return null;
  if (positives === 0) return 'answer.noPositives';
  if (negatives === 0) return 'answer.noNegatives';
  if (isRequired || objective.kind !== 'cost' || objective.amounts !== undefined) return null;
  const oddity = payoffOddity(objective.payoff);
  return oddity === null ? null : `payoff.${oddity}`;
}
