import type { Cuts } from './cuts.ts';

/** Recall and precision at each cut that flags somebody, in descending order of threshold: recall grows. */
export interface PrecisionRecallCurve {
  readonly recall: Float64Array;
  readonly precision: Float64Array;
  readonly thresholds: Float64Array;
}

/**
 * The precision–recall curve: tp / positives and tp / (tp + fp) at each cut that flags somebody. The end point (recall 0, precision 1)
 * belongs to no threshold and is left out; the tail after full recall is kept. Recall is NaN without positives. O(cuts). Agrees with
 * `sklearn.metrics.precision_recall_curve`, reversed and without its last point.
 */
export function precisionRecallCurve(cuts: Cuts): PrecisionRecallCurve {
  const tps = cuts.tps.subarray(1);
  const fps = cuts.fps.subarray(1);
  return {
    recall: tps.map((tp) => tp / cuts.positives),
    precision: tps.map((tp, k) => tp / (tp + fps[k])),
    thresholds: cuts.thresholds.subarray(1),
  };
}

/**
 * The curve as the steps whose area is the average precision: the precision of cut k holds from the recall of the cut before it (0 for
 * the first) to its own. Two vertices a cut. O(cuts).
 */
export function precisionRecallSteps({ recall, precision }: Pick<PrecisionRecallCurve, 'recall' | 'precision'>): {
  recall: Float64Array;
  precision: Float64Array;
} {
  const steps = { recall: new Float64Array(2 * recall.length), precision: new Float64Array(2 * recall.length) };
  for (let k = 0; k < recall.length; k++) {
    steps.recall[2 * k] = k === 0 ? 0 : recall[k - 1];
    steps.recall[2 * k + 1] = recall[k];
    steps.precision.fill(precision[k], 2 * k, 2 * k + 2);
  }
  return steps;
}
