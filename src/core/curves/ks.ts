import { fnr, specificity } from '../metrics/threshold.ts';
import type { DecisionRule } from '../scores/confusion.ts';
import type { Cuts } from './cuts.ts';
import { type ThresholdSweep, thresholdSweep } from './thresholdSweep.ts';

/** The share of each class that is not flagged, by threshold: its cumulative distribution. */
export interface KsCurves {
  readonly positives: ThresholdSweep;
  readonly negatives: ThresholdSweep;
}

/**
 * The cumulative distributions of the scores of either class: the share of its cases below the threshold (under `>`, at most it), as
 * step paths. NaN for a class without rows. O(cuts). Agrees with `scipy.stats.ecdf`, which is that of `>`.
 */
export function ksCurves(cuts: Cuts, rule: DecisionRule): KsCurves {
  return { positives: thresholdSweep(cuts, fnr, rule), negatives: thresholdSweep(cuts, specificity, rule) };
}
