import { addOverRun, type TermsOf } from '../scores/addOverRun.ts';
import { CompensatedSum } from '../scores/compensatedSum.ts';
import { type ScoreIndex, scoreRangeOf, totalsOf } from '../scores/scoreIndex.ts';

/** How far scikit-learn keeps probabilities away from 0 and 1 before it takes a logarithm (1.2 and later: float64's epsilon). */
export const LOG_LOSS_CLIP = 2.220446049250313e-16;

/** Whether the scores can be read as probabilities: rows there are, and all scores lie in [0, 1]. O(1). */
export function areProbabilities(index: ScoreIndex): boolean {
  const { low, high } = scoreRangeOf(index);
  return low >= 0 && high <= 1;
}

/**
 * Brier score: the mean of (y − score)². NaN where a score is outside [0, 1], or without rows. O(n). Agrees with
 * `sklearn.metrics.brier_score_loss`.
 */
export function brierScore(index: ScoreIndex): number {
  return meanLoss(
    index,
    (scores, terms) => {
      for (let i = 0; i < scores.length; i++) terms[i] = (1 - scores[i]) * (1 - scores[i]);
    },
    (scores, terms) => {
      for (let i = 0; i < scores.length; i++) terms[i] = scores[i] * scores[i];
    },
  );
}

/** A probability, kept that far away from 0 and 1. */
const clip = (score: number): number => Math.min(Math.max(score, LOG_LOSS_CLIP), 1 - LOG_LOSS_CLIP);

/** ln of a probability as log loss takes it. O(1). */
export const clippedLog = (probability: number): number => Math.log(clip(probability));

/**
 * Log loss: the mean of −ln(score of the true class), scores kept 2.220446049250313e-16 away from 0 and 1. NaN where a score is
 * outside [0, 1], or without rows. O(n). Agrees with `sklearn.metrics.log_loss`.
 */
export function logLoss(index: ScoreIndex): number {
  return meanLoss(
    index,
    (scores, terms) => {
      for (let i = 0; i < scores.length; i++) terms[i] = -Math.log(clip(scores[i]));
    },
    (scores, terms) => {
      for (let i = 0; i < scores.length; i++) terms[i] = -Math.log1p(-clip(scores[i]));
    },
  );
}

/** The weighted mean of what each row loses; NaN where the scores are no probabilities. */
function meanLoss(index: ScoreIndex, positiveLosses: TermsOf, negativeLosses: TermsOf): number {
  if (!areProbabilities(index)) return Number.NaN;
  const { positives, negatives } = totalsOf(index);
  const sum = new CompensatedSum();
  addOverRun(sum, index.positives, 0, index.positives.scores.length, positiveLosses);
  addOverRun(sum, index.negatives, 0, index.negatives.scores.length, negativeLosses);
  return sum.total / (positives + negatives);
}
