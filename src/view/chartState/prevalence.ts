import type { Evaluation } from '../../core/scores/evaluation.ts';

/** Outside of these shares of positives ROC and precision–recall tell different stories, and the charts say so. */
export const FEW_POSITIVES = 0.2;
export const MANY_POSITIVES = 0.8;

/** The share of positives; NaN where there are no rows. */
export function prevalenceOf({ positives, negatives }: Evaluation): number {
  return positives / (positives + negatives);
}
