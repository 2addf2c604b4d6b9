import type { AmountColumns } from '../core/cost/amounts.ts';
import type { Payoff } from '../core/cost/payoff.ts';
import type { ThresholdMetricId } from '../core/metrics/metric.ts';

/** The goals by which a threshold can be chosen, in the order in which they are offered. */
export const RULE_IDS = [
  'lowestCost',
  'amountCost',
  'highestMetric',
  'fbeta',
  'closestCorner',
  'netBenefit',
  'minPrecision',
  'minRecall',
  'flagTop',
  'flagCount',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** The goals by which the thresholds of labels can be chosen. */
export const LABEL_GOALS = [
  'highestMetric',
  'lowestCost',
  'minPrecision',
  'minRecall',
  'flagTop',
] as const satisfies readonly RuleId[];
export type LabelGoal = (typeof LABEL_GOALS)[number];

/** The goals that stand on a fresh page; the others are added by hand. */
export const DEFAULT_SHOWN_RULES: readonly RuleId[] = [
  'lowestCost',
  'highestMetric',
  'minPrecision',
  'minRecall',
  'flagTop',
];

/** The numbers inside the goals. Shares are 0 to 1. */
export interface RuleSettings {
  readonly metric: ThresholdMetricId;
  readonly minPrecision: number;
  readonly minRecall: number;
  readonly topShare: number;
  /** How many cases can be flagged. */
  readonly topCount: number;
  /** How many times as much as precision recall counts in F-beta; 0.1 to 10. */
  readonly beta: number;
  /** The probability from which on a case is worth acting on; below 1. */
  readonly pt: number;
  readonly amounts: AmountPrices;
}

/** What is at stake in each row, and what one unit of it costs by outcome; what is earned is negative. */
export interface AmountPrices extends AmountColumns {
  readonly factors: Payoff;
}

export const DEFAULT_RULE_SETTINGS: RuleSettings = {
  metric: 'f1',
  minPrecision: 0.9,
  minRecall: 0.9,
  topShare: 0.05,
  topCount: 100,
  beta: 2,
  pt: 0.2,
  amounts: { positives: null, negatives: null, factors: { tp: 0, fp: 1, fn: 1, tn: 0 } },
};

/** The limits of what can be typed, read from a link or brought back. */
export const BETA_RANGE = { low: 0.1, high: 10 } as const;
export const MOST_PT = 0.99;

export const isRuleId = (name: string): name is RuleId => (RULE_IDS as readonly string[]).includes(name);

/** The settings as far as a file of those columns has what they name. */
export function fittedSettings(settings: RuleSettings, columns: readonly { readonly name: string }[]): RuleSettings {
  const { positives, negatives } = settings.amounts;
  const ifThere = (wanted: string | null) => (columns.some(({ name }) => name === wanted) ? wanted : null);
  const fitted = { positives: ifThere(positives), negatives: ifThere(negatives) };
  const isSame = fitted.positives === positives && fitted.negatives === negatives;
  return isSame ? settings : { ...settings, amounts: { ...settings.amounts, ...fitted } };
}
