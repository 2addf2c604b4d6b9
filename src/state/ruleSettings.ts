import type { ThresholdMetricId } from '../core/metrics/metric.ts';

export type RuleId = 'lowestCost' | 'highestMetric' | 'minPrecision' | 'minRecall' | 'flagTop';

/** The numbers inside the rules that can set the threshold. Shares are 0 to 1. */
export interface RuleSettings {
  readonly metric: ThresholdMetricId;
  readonly minPrecision: number;
  readonly minRecall: number;
  readonly topShare: number;
}

export const DEFAULT_RULE_SETTINGS: RuleSettings = { metric: 'f1', minPrecision: 0.9, minRecall: 0.9, topShare: 0.05 };
