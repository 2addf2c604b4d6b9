import { CompensatedSum } from '../scores/compensatedSum.ts';
import { firstFlagged } from '../scores/confusion.ts';
import { amountBelow, type Run, type ScoreIndex, scoreRangeOf, totalsOf } from '../scores/scoreIndex.ts';

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

/**
 * Expected calibration error: Σ over bins of (share of rows) · |mean score − share of positives|. Bins are of equal width, bin i is
 * (i · 1/bins, (i+1) · 1/bins], and 0 falls in the first. NaN where a score is outside [0, 1], or without rows.
 * O(n). The bins are those of `sklearn.calibration.calibration_curve(strategy='uniform')`.
 */
export function expectedCalibrationError(index: ScoreIndex, bins = 10): number {
  if (!areProbabilities(index)) return Number.NaN;
  const { positives, negatives } = totalsOf(index);
  // The edges of numpy.linspace: 3 · (1/10) is 0.30000000000000004, and a score of 0.3 lies below it.
  const placesOf = (run: Run) =>
    Array.from({ length: bins + 1 }, (_, i) =>
      i === 0 ? 0 : i === bins ? run.scores.length : firstFlagged(run, i * (1 / bins), '>'),
    );
  const positivePlaces = placesOf(index.positives);
  const negativePlaces = placesOf(index.negatives);
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    const surplus = new CompensatedSum();
    addLosses(surplus, index.positives, positivePlaces[bin], positivePlaces[bin + 1], (scores, terms) => {
      for (let i = 0; i < scores.length; i++) terms[i] = scores[i] - 1;
    });
    addLosses(surplus, index.negatives, negativePlaces[bin], negativePlaces[bin + 1], (scores, terms) =>
      terms.set(scores),
    );
    error += Math.abs(surplus.total);
  }
  return error / (positives + negatives);
}

/** Writes what each of some scores loses. A loop of its own for each loss: a call for each of millions of rows takes longer. */
type Losses = (scores: Float64Array, terms: Float64Array) => void;

/** Scores at a time. */
const BATCH = 1024;

/** The weighted mean of what each row loses; NaN where the scores are no probabilities. */
function meanLoss(index: ScoreIndex, positiveLosses: Losses, negativeLosses: Losses): number {
  if (!areProbabilities(index)) return Number.NaN;
  const { positives, negatives } = totalsOf(index);
  const sum = new CompensatedSum();
  addLosses(sum, index.positives, 0, index.positives.scores.length, positiveLosses);
  addLosses(sum, index.negatives, 0, index.negatives.scores.length, negativeLosses);
  return sum.total / (positives + negatives);
}

function addLosses(sum: CompensatedSum, run: Run, start: number, end: number, losses: Losses): void {
  const terms = new Float64Array(BATCH);
  for (let from = start; from < end; from += BATCH) {
    const to = Math.min(from + BATCH, end);
    losses(run.scores.subarray(from, to), terms);
    if (run.weightFrom !== null) {
      for (let i = from; i < to; i++) terms[i - from] *= amountBelow(run, i + 1) - amountBelow(run, i);
    }
    sum.addAll(terms, to - from);
  }
}
