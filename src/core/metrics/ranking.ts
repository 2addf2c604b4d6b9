import { CompensatedSum } from '../scores/compensatedSum.ts';
import { CUTS_AT_ONCE, scanCuts } from '../scores/scanCuts.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';

/** How well the scores put positives above negatives, whatever the threshold. */
export interface RankingMetrics {
  /**
   * Area under the ROC curve: the chance that a positive scores higher than a negative, ties counting one half (Mann–Whitney U over the
   * number of pairs). NaN unless both classes are present. Agrees with `sklearn.metrics.roc_auc_score`.
   */
  readonly rocAuc: number;
  /**
   * Σ (Rₖ − Rₖ₋₁) Pₖ over the cuts in descending order of threshold: the area under the precision–recall steps, never the trapezoids.
   * NaN without positives; 1 without negatives. Agrees with `sklearn.metrics.average_precision_score`.
   */
  readonly averagePrecision: number;
  /**
   * Kolmogorov–Smirnov statistic: the largest |tpr − fpr| over all cuts. NaN unless both classes are present. Agrees with
   * `scipy.stats.ks_2samp(...).statistic`.
   */
  readonly ksStatistic: number;
  /** The highest cut (the lowest score it flags under `>=`, +∞ where it flags nobody) with that gap, to 1e-12; NaN as the statistic. */
  readonly ksThreshold: number;
}

/** Gaps that differ by no more than rounding are one. */
const TIED = 1e-12;

/** All of them in one pass. O(n). */
export function rankingMetrics(index: ScoreIndex): RankingMetrics {
  const { positives, negatives } = totalsOf(index);
  const rocArea = new CompensatedSum();
  const precisionArea = new CompensatedSum();
  const rocTerms = new Float64Array(CUTS_AT_ONCE);
  const precisionTerms = new Float64Array(CUTS_AT_ONCE);
  let largestGap = 0;
  let ksThreshold = Number.POSITIVE_INFINITY;
  let lastTp = 0;
  let lastFp = 0;
  scanCuts(index, ({ count, thresholds, tps, fps }) => {
    for (let i = 0; i < count; i++) {
      const tp = tps[i];
      const fp = fps[i];
      rocTerms[i] = ((fp - lastFp) * (tp + lastTp)) / 2;
      precisionTerms[i] = tp > lastTp ? ((tp - lastTp) * tp) / (tp + fp) : 0;
      const gap = Math.abs(tp / positives - fp / negatives);
      if (gap > largestGap) {
        if (gap > largestGap * (1 + TIED)) ksThreshold = thresholds[i];
        largestGap = gap;
      }
      lastTp = tp;
      lastFp = fp;
    }
    rocArea.addAll(rocTerms, count);
    precisionArea.addAll(precisionTerms, count);
  });
  const hasBoth = positives > 0 && negatives > 0;
  return {
    rocAuc: rocArea.total / (positives * negatives),
    averagePrecision: precisionArea.total / positives,
    ksStatistic: hasBoth ? largestGap : Number.NaN,
    ksThreshold: hasBoth ? ksThreshold : Number.NaN,
  };
}
