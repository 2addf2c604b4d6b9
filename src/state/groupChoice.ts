import { scoreMetrics, thresholdMetrics } from '../core/metrics/catalog.ts';
import type { MetricId } from '../core/metrics/metric.ts';

/** By what the table of groups is ordered: as the groups follow each other, by a count, or by a metric. */
export type GroupOrder = 'group' | 'rows' | 'positives' | MetricId;

/** What is shown of groups. */
export interface GroupChoice {
  readonly metrics: readonly MetricId[];
  readonly order: GroupOrder;
  readonly isDescending: boolean;
  /** The metric of the chart. */
  readonly plotted: MetricId;
}

/** Every metric, those of a threshold first. */
export const GROUP_METRICS: readonly MetricId[] = [
  ...thresholdMetrics.map(({ id }) => id),
  ...scoreMetrics.map(({ id }) => id),
];

/** As many as a table has room for. */
export const MOST_GROUP_METRICS = 8;

export const DEFAULT_GROUP_CHOICE: GroupChoice = {
  metrics: ['selectionRate', 'precision', 'recall', 'fpr'],
  order: 'group',
  isDescending: false,
  plotted: 'selectionRate',
};

export const groupMetricNamed = (name: string): MetricId | null => GROUP_METRICS.find((id) => id === name) ?? null;

/** The order of that name, "-" before it for the largest first. */
export function groupOrderNamed(text: string): Pick<GroupChoice, 'order' | 'isDescending'> | null {
  const isDescending = text.startsWith('-');
  const name = isDescending ? text.slice(1) : text;
  if (name === 'group' || name === 'rows' || name === 'positives') return { order: name, isDescending };
  const metric = groupMetricNamed(name);
  return metric === null ? null : { order: metric, isDescending };
}

export const groupOrderName = ({ order, isDescending }: Pick<GroupChoice, 'order' | 'isDescending'>): string =>
  `${isDescending ? '-' : ''}${order}`;
