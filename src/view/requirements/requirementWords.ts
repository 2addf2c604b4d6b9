import {
  type AdmissibleRun,
  isAmount,
  type Requirement,
  type RequirementMeasure,
} from '../../core/choose/requirements.ts';
import { thresholdMetric } from '../../core/metrics/catalog.ts';
import { formatCount, formatMetric, formatMoney, formatPercent, formatThreshold } from '../../i18n/format.ts';
import { type TextKey, translate } from '../../i18n/translate.ts';

/** How a measure is written and typed: as a percentage, a count, an amount of money, or a plain number. */
export function styleOf(measure: RequirementMeasure): 'percent' | 'count' | 'money' | 'number' {
  if (isAmount(measure)) return measure.startsWith('flagged') ? 'count' : 'money';
  return thresholdMetric(measure).proportion === null ? 'number' : 'percent';
}

/** What a requirement is about, in words. */
export const measureName = (measure: RequirementMeasure): string =>
  translate(isAmount(measure) ? `requirements.${measure}` : (`metric.${measure}.name` as TextKey));

/** A value of a measure as it is read. */
export function measureText(measure: RequirementMeasure, value: number, unit: string): string {
  const style = styleOf(measure);
  if (style === 'percent') return formatPercent(value);
  if (style === 'count') return formatCount(value);
  return style === 'money' ? formatMoney(value, unit) : formatMetric(value);
}

/** A whole requirement in a few words: "Recall at least 90.0 %". */
export const requirementName = ({ measure, bound, value }: Requirement, unit: string): string =>
  translate('requirements.named', {
    name: measureName(measure),
    bound: translate(`requirements.${bound}`),
    value: measureText(measure, value, unit),
  });

/** So many runs are named one by one. */
const NAMED = 2;

function runText({ low, high, bottom, top }: AdmissibleRun): string {
  if (top === Infinity && bottom === -Infinity) return translate('requirements.every');
  if (top === Infinity) return translate('requirements.up', { low: formatThreshold(low) });
  if (bottom === -Infinity) return translate('requirements.down', { high: formatThreshold(high) });
  return low === high
    ? translate('requirements.just', { low: formatThreshold(low) })
    : translate('requirements.from', { low: formatThreshold(low), high: formatThreshold(high) });
}

/** The thresholds of some runs in words, the lowest first; of many the longest ones and how many more there are. */
export function runsText(runs: readonly AdmissibleRun[]): string {
  const named = [...runs]
    .sort((a, b) => b.count - a.count)
    .slice(0, NAMED)
    .sort((a, b) => a.low - b.low)
    .map(runText);
  const [first, last] = named;
  if (runs.length > NAMED)
    return translate('requirements.more', { ranges: named.join(', '), count: runs.length - NAMED });
  return last === undefined ? first : translate('requirements.and', { ranges: first, last });
}

export const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
