import { reliabilityBins } from '../calibration/reliability.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';

/** The mean score, weighted as the rows are; NaN where a score is outside [0, 1], or without rows. O(n). */
export function meanScore(index: ScoreIndex): number {
  const bins = reliabilityBins(index, 'uniform').filter(({ amount }) => amount > 0);
  const { positives, negatives } = totalsOf(index);
  const total = bins.reduce((sum, { amount, probPred }) => sum + amount * probPred, 0);
  return bins.length === 0 ? Number.NaN : total / (positives + negatives);
}
