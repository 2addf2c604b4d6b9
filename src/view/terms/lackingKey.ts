import type { Objective } from '../../core/choose/objective.ts';
import { aimOf } from '../../core/choose/worth.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import type { TextKey } from '../../i18n/translate.ts';

/**
 * Why a split with cases of one class only cannot say where to cut, as a sentence with `split` in it; null where it can. Whatever is
 * best there is so because nothing can be missed, or no alarm be false. A share or number to flag needs no classes.
 */
export function lackingKey({ positives, negatives }: Evaluation, objective: Objective): TextKey | null {
  if (aimOf(objective).isCapacity) return null;
  if (positives === 0) return 'answer.noPositives';
  return negatives === 0 ? 'answer.noNegatives' : null;
}
