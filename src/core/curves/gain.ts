import type { Cuts } from './cuts.ts';

/** The share of all cases flagged against the share of positives found, in descending order of threshold. */
export interface GainCurve {
  readonly selectionRate: Float64Array;
  readonly recall: Float64Array;
  readonly thresholds: Float64Array;
}

/** The share of all cases flagged against lift, from the first cut that flags somebody. */
export interface LiftCurve {
  readonly selectionRate: Float64Array;
  readonly lift: Float64Array;
  readonly thresholds: Float64Array;
}

/**
 * Cumulative gains: tp / positives against (tp + fp) / n at each cut, from (0, 0) at +∞ to (1, 1). Recall is NaN without positives.
 * O(cuts). Agrees with scikit-plot's `cumulative_gain_curve`, which moves row by row through ties.
 */
export function gainCurve({ thresholds, tps, fps, positives, negatives }: Cuts): GainCurve {
  return {
    selectionRate: tps.map((tp, k) => (tp + fps[k]) / (positives + negatives)),
    recall: tps.map((tp) => tp / positives),
    thresholds,
  };
}

/** Lift: precision ÷ prevalence, which is also recall ÷ share flagged, at each cut that flags somebody. NaN without positives. O(cuts). */
export function liftCurve({ thresholds, tps, fps, positives, negatives }: Cuts): LiftCurve {
  const prevalence = positives / (positives + negatives);
  return {
    selectionRate: tps.subarray(1).map((tp, k) => (tp + fps[k + 1]) / (positives + negatives)),
    lift: tps.subarray(1).map((tp, k) => tp / (tp + fps[k + 1]) / prevalence),
    thresholds: thresholds.subarray(1),
  };
}

/** What no model can exceed: all positives flagged before the first negative. `prevalence` is the share of positives. O(1). */
export function perfectGainAt(selectionRate: number, prevalence: number): number {
  return Math.min(1, selectionRate / prevalence);
}

/** The lift that no model can exceed: 1 ÷ prevalence until all positives are flagged, then 1 ÷ share flagged. O(1). */
export function perfectLiftAt(selectionRate: number, prevalence: number): number {
  return 1 / Math.max(selectionRate, prevalence);
}
