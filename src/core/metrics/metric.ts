import type { Confusion } from '../scores/confusion.ts';

/** Why a metric has no value; the sentence lives in i18n under the code. */
export type UndefinedReason =
  | 'noPositives'
  | 'noNegatives'
  | 'nothingFlagged'
  | 'everythingFlagged'
  | 'oneClass'
  | 'noRows'
  | 'noTruePositiveNorError'
  | 'marginZero'
  | 'chanceAgreementIsOne'
  | 'zeroOverZero'
  | 'scoreOutsideUnit'
  | 'thresholdOutsideUnit';

export type ThresholdMetricId =
  | 'precision'
  | 'recall'
  | 'specificity'
  | 'npv'
  | 'fpr'
  | 'fnr'
  | 'fdr'
  | 'falseOmissionRate'
  | 'f1'
  | 'f2'
  | 'f05'
  | 'accuracy'
  | 'balancedAccuracy'
  | 'matthewsCorrcoef'
  | 'cohenKappa'
  | 'youdenJ'
  | 'gMean'
  | 'jaccard'
  | 'selectionRate'
  | 'lift'
  | 'positiveLikelihoodRatio'
  | 'negativeLikelihoodRatio'
  | 'netBenefit';

export type ScoreMetricId =
  | 'rocAuc'
  | 'averagePrecision'
  | 'ksStatistic'
  | 'brierScore'
  | 'logLoss'
  | 'expectedCalibrationError';

export type MetricId = ThresholdMetricId | ScoreMetricId;

/** A metric of one operating point. */
export interface ThresholdMetric {
  readonly id: ThresholdMetricId;
  /** The key of its words in i18n: `metric.<id>.name`, `.sentence`, `.formula`. */
  readonly textKey: `metric.${ThresholdMetricId}`;
  readonly range: readonly [low: number, high: number];
  readonly better: 'higher' | 'lower' | 'neither';
  /** NaN where undefined (CONVENTIONS: never a silent 0 or 1). */
  readonly of: (confusion: Confusion, threshold: number) => number;
  /** Why `of` is NaN there, or null where it has a value. */
  readonly undefinedReason: (confusion: Confusion, threshold: number) => UndefinedReason | null;
  /** Successes and trials where the metric is a proportion of rows, so that Wilson's interval applies; else null. */
  readonly proportion: ((confusion: Confusion) => { readonly successes: number; readonly trials: number }) | null;
}

/** A metric of the scores, whatever the threshold. */
export interface ScoreMetric {
  readonly id: ScoreMetricId;
  readonly textKey: `metric.${ScoreMetricId}`;
  readonly range: readonly [low: number, high: number];
  readonly better: 'higher' | 'lower';
}
