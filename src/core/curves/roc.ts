import type { Cuts } from './cuts.ts';

/** False and true positive rate at each cut, in descending order of threshold. */
export interface RocCurve {
  readonly fpr: Float64Array;
  readonly tpr: Float64Array;
  readonly thresholds: Float64Array;
}

/**
 * The ROC curve: fp / negatives and tp / positives at each cut, from (0, 0) at +∞ to (1, 1). A rate is NaN throughout where its class
 * is absent. O(cuts). Agrees with `sklearn.metrics.roc_curve(drop_intermediate=False)`, whose first threshold was max + 1 before 1.3.
 */
export function rocCurve(cuts: Cuts): RocCurve {
  return {
    fpr: cuts.fps.map((fp) => fp / cuts.negatives),
    tpr: cuts.tps.map((tp) => tp / cuts.positives),
    thresholds: cuts.thresholds,
  };
}
