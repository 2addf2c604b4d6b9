import { expectedCalibrationError, reliabilityBins } from '../calibration/reliability.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';
import type { ScoreMetric, ScoreMetricId, ThresholdMetric, ThresholdMetricId, UndefinedReason } from './metric.ts';
import { brierScore, logLoss } from './probability.ts';
import { type RankingMetrics, rankingMetrics } from './ranking.ts';
import {
  accuracy,
  balancedAccuracy,
  cohenKappa,
  f1,
  f2,
  f05,
  falseOmissionRate,
  fdr,
  fnr,
  fpr,
  gMean,
  jaccard,
  lift,
  matthewsCorrcoef,
  negativeLikelihoodRatio,
  netBenefit,
  npv,
  positiveLikelihoodRatio,
  precision,
  recall,
  selectionRate,
  specificity,
  youdenJ,
} from './threshold.ts';

/** Every metric of an operating point, in the order in which a person reads them. */
export const thresholdMetrics: readonly ThresholdMetric[] = [
  precision,
  recall,
  f1,
  f2,
  f05,
  specificity,
  npv,
  accuracy,
  balancedAccuracy,
  matthewsCorrcoef,
  cohenKappa,
  youdenJ,
  gMean,
  jaccard,
  selectionRate,
  fpr,
  fnr,
  fdr,
  falseOmissionRate,
  lift,
  positiveLikelihoodRatio,
  negativeLikelihoodRatio,
  netBenefit,
];

const byId = new Map(thresholdMetrics.map((metric) => [metric.id, metric]));

/** The threshold metric of that id. O(1). */
export function thresholdMetric(id: ThresholdMetricId): ThresholdMetric {
  const metric = byId.get(id);
  if (metric === undefined) throw new RangeError(`No threshold metric is called ${id}.`);
  return metric;
}

interface ScoreMetricEntry extends ScoreMetric {
  readonly of: (index: ScoreIndex, ranking: RankingMetrics) => number;
  /** Why `of` is NaN though there are rows. */
  readonly reason: UndefinedReason;
}

function entry(
  id: ScoreMetricId,
  better: ScoreMetric['better'],
  high: number,
  of: ScoreMetricEntry['of'],
  reason: UndefinedReason,
): ScoreMetricEntry {
  return { id, textKey: `metric.${id}`, range: [0, high], better, of, reason };
}

const scoreMetricEntries: readonly ScoreMetricEntry[] = [
  entry('rocAuc', 'higher', 1, (_, ranking) => ranking.rocAuc, 'oneClass'),
  entry('averagePrecision', 'higher', 1, (_, ranking) => ranking.averagePrecision, 'noPositives'),
  entry('ksStatistic', 'higher', 1, (_, ranking) => ranking.ksStatistic, 'oneClass'),
  entry('brierScore', 'lower', 1, brierScore, 'scoreOutsideUnit'),
  entry('logLoss', 'lower', Infinity, logLoss, 'scoreOutsideUnit'),
  entry(
    'expectedCalibrationError',
    'lower',
    1,
    (index) => expectedCalibrationError(reliabilityBins(index, 'uniform')),
    'scoreOutsideUnit',
  ),
];

/** Every metric of the scores whatever the threshold, in the order in which a person reads them. */
export const scoreMetrics: readonly ScoreMetric[] = scoreMetricEntries;

/** The value of each score metric, NaN where undefined, and for those the reason; and where the KS statistic is reached. O(n). */
export function scoreMetricsOf(index: ScoreIndex): {
  values: Record<ScoreMetricId, number>;
  ksThreshold: number;
  reasons: Partial<Record<ScoreMetricId, UndefinedReason>>;
} {
  const { rows } = totalsOf(index);
  const ranking = rankingMetrics(index);
  const values = {} as Record<ScoreMetricId, number>;
  const reasons: Partial<Record<ScoreMetricId, UndefinedReason>> = {};
  for (const { id, of, reason } of scoreMetricEntries) {
    values[id] = of(index, ranking);
    if (Number.isNaN(values[id])) reasons[id] = rows === 0 ? 'noRows' : reason;
  }
  return { values, reasons, ksThreshold: ranking.ksThreshold };
}
