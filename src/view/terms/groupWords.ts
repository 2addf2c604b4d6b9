import { thresholdMetrics } from '../../core/metrics/catalog.ts';
import type { MetricId } from '../../core/metrics/metric.ts';
import type { GroupValue } from '../../core/slices/grouping.ts';
import { formatMetric, formatPercent } from '../../i18n/format.ts';
import { type TextKey, translate } from '../../i18n/translate.ts';

/** An end of a range as a person would type it, exactly. */
const written = (edge: number): string => String(edge).replace('-', '−');

function valueName(value: GroupValue): string {
  if (value.kind === 'value') return value.text;
  if (value.kind !== 'range') return translate(`slices.${value.kind}`);
  const { low, high } = value;
  const ends = { low: written(low), high: written(high) };
  if (low === -Infinity) return high === Infinity ? translate('slices.everyNumber') : translate('slices.below', ends);
  return translate(high === Infinity ? 'slices.from' : 'slices.range', ends);
}

/** What a group is called: its values, one for each column. */
export const groupName = (values: readonly GroupValue[]): string =>
  values.map(valueName).reduce((first, second) => translate('slices.and', { first, second }));

/** A metric as a table of groups calls it. */
export const metricName = (id: MetricId): string => translate(`metric.${id}.name` as TextKey);

const isShare = (id: MetricId): boolean =>
  thresholdMetrics.some((metric) => metric.id === id && metric.proportion !== null);

/** A value of a metric as tables of groups show it: shares of rows in percent. */
export const formatFigure = (id: MetricId, value: number): string =>
  isShare(id) ? formatPercent(value) : formatMetric(value);

/** "+5.1 points", "−0.120": how far a value is from another one; null where either is undefined. */
export function formatDistance(id: MetricId, value: number, from: number): string | null {
  const distance = value - from;
  if (!Number.isFinite(distance)) return null;
  const size = isShare(id)
    ? translate('slices.points', { points: (Math.abs(distance) * 100).toFixed(1) })
    : formatMetric(Math.abs(distance));
  return `${distance < 0 ? '−' : distance > 0 ? '+' : '±'}${size}`;
}
