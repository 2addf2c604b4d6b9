import type { ThresholdMetricId } from '../../core/metrics/metric.ts';

/** What is shown of a threshold before every metric is asked for, in reading order. */
export const USUAL_THRESHOLD_METRICS: readonly ThresholdMetricId[] = [
  'precision',
  'recall',
  'f1',
  'specificity',
  'accuracy',
  'balancedAccuracy',
  'matthewsCorrcoef',
];
