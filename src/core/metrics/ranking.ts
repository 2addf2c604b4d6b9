import { CompensatedSum } from '../scores/compensatedSum.ts';
import { scanCuts } from '../scores/scanCuts.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';

/**
 * Area under the ROC curve: the chance that a positive scores higher than a negative, ties counting one half (Mann–Whitney U over
 * the number of pairs). NaN unless both classes are present. O(n). Agrees with `sklearn.metrics.roc_auc_score`.
 */
export function rocAuc(index: ScoreIndex): number {
  const { positives, negatives } = totalsOf(index);
  const area = new CompensatedSum();
  let lastTp = 0;
  let lastFp = 0;
  scanCuts(index, '>=', (_, tp, fp) => {
    area.add(((fp - lastFp) * (tp + lastTp)) / 2);
    lastTp = tp;
    lastFp = fp;
  });
  return area.total / (positives * negatives);
}

/**
 * Σ (Rₖ − Rₖ₋₁) Pₖ over the cuts in descending order of threshold: the area under the precision–recall steps, never the trapezoids.
 * NaN without positives; 1 without negatives. O(n). Agrees with `sklearn.metrics.average_precision_score`.
 */
export function averagePrecision(index: ScoreIndex): number {
  const { positives } = totalsOf(index);
  const area = new CompensatedSum();
  let lastTp = 0;
  scanCuts(index, '>=', (_, tp, fp) => {
    if (tp > lastTp) area.add(((tp - lastTp) * tp) / (tp + fp));
    lastTp = tp;
  });
  return area.total / positives;
}

/**
 * Kolmogorov–Smirnov statistic: the largest |tpr − fpr| over all cuts. NaN unless both classes are present. O(n). Agrees with
 * `scipy.stats.ks_2samp(...).statistic`.
 */
export function ksStatistic(index: ScoreIndex): number {
  const { positives, negatives } = totalsOf(index);
  let largest = positives > 0 && negatives > 0 ? 0 : Number.NaN;
  scanCuts(index, '>=', (_, tp, fp) => {
    largest = Math.max(largest, Math.abs(tp / positives - fp / negatives));
  });
  return largest;
}
