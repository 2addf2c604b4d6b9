import { cohenKappa } from '../metrics/threshold.ts';
import type { JointCounts } from './jointCounts.ts';

/** How far two decisions on the same rows agree, whoever is right. */
export interface DecisionAgreement {
  readonly rows: number;
  /** Rows on which they agree, as a share; NaN without rows. */
  readonly share: number;
  /**
   * (po − pe) / (1 − pe): the agreement beyond what two decisions that flag as many rows each would reach by chance. NaN where pe = 1,
   * as where both flag everybody. `sklearn.metrics.cohen_kappa_score(first, second)`.
   */
  readonly cohenKappa: number;
}

/** Agreement and Cohen's kappa of two decisions. The same for the two exchanged. O(1). */
export function agreementOf({ positives, negatives }: JointCounts): DecisionAgreement {
  const both = positives.both + negatives.both;
  const onlyFirst = positives.onlyFirst + negatives.onlyFirst;
  const onlySecond = positives.onlySecond + negatives.onlySecond;
  const neither = positives.neither + negatives.neither;
  const rows = both + onlyFirst + onlySecond + neither;
  // The one decision in the place of the truth, the other in that of the prediction.
  const asConfusion = { tp: both, fp: onlySecond, fn: onlyFirst, tn: neither };
  return { rows, share: (both + neither) / rows, cohenKappa: cohenKappa.of(asConfusion, Number.NaN) };
}
