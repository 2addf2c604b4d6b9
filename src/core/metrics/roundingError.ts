import { type Tie, tiesOf } from '../scores/roundDown.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';
import type { ScoreMetricId, ThresholdMetric } from './metric.ts';
import { areProbabilities, clippedLog } from './probability.ts';
import { rankingMetrics } from './ranking.ts';

/**
 * How far each metric of the scores can be, at most, from its value before the scores were rounded down to multiples of `step`, where
 * nothing is known of the order of the rows that now share a score:
 *
 * - rocAuc: ½ Σ p n / (P N), p and n being the positives and negatives that share a score;
 * - averagePrecision: Σ over each score from "all its negatives first" to "all its positives first and tied";
 * - ksStatistic: the widest gap with all positives, or all negatives, of a score first;
 * - brierScore, logLoss: every positive, or every negative, as far above its score as it may have been;
 * - expectedCalibrationError: NaN, since a row may change its bin.
 *
 * NaN where the metric itself is undefined. O(n).
 */
export function roundingErrors(index: ScoreIndex, step: number): Readonly<Record<ScoreMetricId, number>> {
  const { positives, negatives } = totalsOf(index);
  const { averagePrecision, ksStatistic } = rankingMetrics(index);
  const isProbability = areProbabilities(index);
  let unordered = 0;
  let bestPrecisions = 0;
  let worstPrecisions = 0;
  let widestGap = 0;
  let brierOfPositives = 0;
  let brierOfNegatives = 0;
  let logOfPositives = 0;
  let logOfNegatives = 0;
  for (const tie of tiesOf(index)) {
    const low = tie.score;
    const high = Math.min(1, low + step);
    unordered += tie.positives * tie.negatives;
    bestPrecisions += precisionsWithPositivesFirst(tie);
    worstPrecisions += precisionsWithNegativesFirst(tie);
    widestGap = Math.max(widestGap, ...gapsWithin(tie, positives, negatives));
    if (!isProbability) continue;
    brierOfPositives += tie.positives * ((1 - low) ** 2 - (1 - high) ** 2);
    brierOfNegatives += tie.negatives * (high ** 2 - low ** 2);
    logOfPositives += tie.positives * (clippedLog(high) - clippedLog(low));
    logOfNegatives += tie.negatives * (clippedLog(1 - low) - clippedLog(1 - high));
  }
  const perRow = (sum: number) => (isProbability ? sum / (positives + negatives) : Number.NaN);
  return {
    rocAuc: unordered / (2 * positives * negatives),
    averagePrecision: Math.max(
      bestPrecisions / positives - averagePrecision,
      averagePrecision - worstPrecisions / positives,
    ),
    ksStatistic: widestGap - ksStatistic,
    brierScore: perRow(Math.max(brierOfPositives, brierOfNegatives)),
    logLoss: perRow(Math.max(logOfPositives, logOfNegatives)),
    expectedCalibrationError: Number.NaN,
  };
}

/** The sum of the precisions at the positives of a tie if its negatives come after them, and they still share a score. */
function precisionsWithPositivesFirst({ positives, positivesAbove, negativesAbove }: Tie): number {
  return positives === 0
    ? 0
    : (positives * (positivesAbove + positives)) / (positivesAbove + positives + negativesAbove);
}

/**
 * The same if its negatives come before them and no two positives share a score: Σ (a + i) / (a + i + c), i = 1 … p, with c negatives
 * up to there; the integral from 0 to p is no greater, whether they are many rows or heavy ones.
 */
function precisionsWithNegativesFirst({ positives, negatives, positivesAbove, negativesAbove }: Tie): number {
  const before = negativesAbove + negatives;
  if (positives === 0 || before === 0) return positives;
  return positives - before * Math.log1p(positives / (positivesAbove + before));
}

/** |tpr − fpr| within a tie at its two extremes. */
function gapsWithin(tie: Tie, positives: number, negatives: number): [number, number] {
  const gap = (tp: number, fp: number) => Math.abs(tp / positives - fp / negatives);
  return [
    gap(tie.positivesAbove + tie.positives, tie.negativesAbove),
    gap(tie.positivesAbove, tie.negativesAbove + tie.negatives),
  ];
}

/** Where a metric has no value at an extreme, it is looked at so close to it. */
const INSIDE = 1e-9;

/**
 * How far a metric of one threshold can be, at most, from its value before the scores were rounded down, at a threshold between two
 * multiples of the step; at the multiples themselves it is exact. `metric`: any of the catalog that does not depend on the threshold
 * itself, as net benefit does; each rises or falls all along with tp and with fp, so its extremes lie where all or none of a class on
 * one score are flagged. Infinite where it may have been infinite. O(distinct scores).
 */
export function roundingErrorBetween(index: ScoreIndex, metric: ThresholdMetric): number {
  const { positives, negatives } = totalsOf(index);
  let largest = 0;
  for (const tie of tiesOf(index)) {
    const valueAt = (positiveShare: number, negativeShare: number) => {
      const tp = tie.positivesAbove + positiveShare * tie.positives;
      const fp = tie.negativesAbove + negativeShare * tie.negatives;
      return metric.of({ tp, fp, fn: positives - tp, tn: negatives - fp }, tie.score);
    };
    const shown = valueAt(0, 0);
    for (const tpShare of [0, 1]) {
      for (const fpShare of [0, 1]) {
        const extreme = valueAt(tpShare, fpShare);
        const value = Number.isNaN(extreme) ? valueAt(inside(tpShare), inside(fpShare)) : extreme;
        const error = Math.abs(value - shown);
        if (error > largest) largest = error;
      }
    }
  }
  return largest;
}

const inside = (share: number) => (share === 0 ? INSIDE : 1 - INSIDE);
