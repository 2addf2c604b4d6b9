import type { MeasureStyle, Requirement, RequirementMeasure } from '../core/choose/requirements.ts';
import type { RecordedRequirement } from '../core/decision/operatingPointRecord.ts';
import { formatCount, formatMetric, formatMoney, formatPercent, formatShare } from './format.ts';
import { type TextKey, translate } from './translate.ts';

/** What a requirement is about, in words. */
export const measureName = (measure: RequirementMeasure, style: MeasureStyle): string =>
  translate((style === 'count' || style === 'money' ? `requirements.${measure}` : `metric.${measure}.name`) as TextKey);

/** A value of a measure as it is read. */
export function measureText(value: number, style: MeasureStyle, unit: string): string {
  if (style === 'percent') return formatPercent(value);
  if (style === 'count') return formatCount(value);
  return style === 'money' ? formatMoney(value, unit) : formatMetric(value);
}

/** A whole requirement in a few words: "Recall at least 90.0 %". */
export const requirementName = (
  { measure, bound, value }: Pick<Requirement, 'measure' | 'bound' | 'value'>,
  style: MeasureStyle,
  unit: string,
): string =>
  translate('requirements.named', {
    name: measureName(measure, style),
    bound: translate(`requirements.${bound}`),
    value: measureText(value, style, unit),
  });

/** A requirement as it was recorded, with the terms it was in: “Cost a day at most 20 € (1,000 cases a day, 2 % of them positive)”. */
export function recordedText(requirement: RecordedRequirement, style: MeasureStyle, unit: string): string {
  const { bound, byInterval, production } = requirement;
  const name = requirementName(requirement, style, unit);
  const cautious = translate(bound === 'atLeast' ? 'requirements.lowEnd' : 'requirements.highEnd');
  const whole = byInterval ? `${name}, ${cautious}` : name;
  if (production === undefined) return whole;
  const rate = formatShare(production.baseRate);
  return `${whole} ${translate('requirements.ofADay', { cases: formatCount(production.cases), rate })}`;
}
