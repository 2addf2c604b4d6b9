import type { ThresholdMetric } from '../metrics/metric.ts';
import type { DecisionRule } from '../scores/confusion.ts';
import type { Cuts } from './cuts.ts';

/** A metric over the thresholds from the least to the greatest score, as the vertices of a step path; NaN where undefined. */
export interface ThresholdSweep {
  readonly thresholds: Float64Array;
  readonly values: Float64Array;
}

/**
 * A metric by threshold. Between two neighbouring scores the decision does not change, so the path is level there and jumps at each
 * score (net benefit, which knows the threshold itself, slopes). Under `>=` a score is still flagged at a threshold that equals
 * it, under `>` no longer: the path starts with everybody flagged under `>=`, and ends with nobody flagged under `>`. O(cuts).
 */
export function thresholdSweep(
  cuts: Cuts,
  metric: Pick<ThresholdMetric, 'of'>,
  rule: DecisionRule = '>=',
): ThresholdSweep {
  const thresholds: number[] = [];
  const values: number[] = [];
  const visit = (threshold: number, cut: number): void => {
    const tp = cuts.tps[cut];
    const fp = cuts.fps[cut];
    thresholds.push(threshold);
    values.push(metric.of({ tp, fp, fn: cuts.positives - tp, tn: cuts.negatives - fp }, threshold));
  };
  const everybody = cuts.thresholds.length - 1;
  for (let cut = everybody; cut > 0; cut--) {
    const score = cuts.thresholds[cut];
    if (rule === '>=' || cut < everybody) visit(score, cut);
    if (rule === '>' || cut > 1) visit(score, cut - 1);
  }
  return { thresholds: Float64Array.from(thresholds), values: Float64Array.from(values) };
}
