import { isAmount, type Requirement, type RequirementMeasure } from '../core/choose/requirements.ts';
import type { RecordedRequirement } from '../core/decision/operatingPointRecord.ts';
import { thresholdMetric } from '../core/metrics/catalog.ts';
import { formatCount, formatMetric, formatMoney, formatPercent, formatShare } from './format.ts';
import { inSentence } from './inSentence.ts';
import { type TextKey, translate } from './translate.ts';

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

/** Several requirements within a sentence: “recall at least 90.0 % and cases flagged at most 200”. */
export const requirementsText = (requirements: readonly Requirement[], unit: string): string =>
  requirements
    .map((requirement) => inSentence(requirementName(requirement, unit)))
    .reduce((before, last) => translate('requirements.and', { ranges: before, last }));

/** A requirement as it was recorded, with the terms it was in: “Cost a day at most 20 € (1,000 cases a day, 2 % positive)”. */
export function recordedText({ production, ...requirement }: RecordedRequirement, unit: string): string {
  const name = requirementName({ ...requirement, isOn: true }, unit);
  const cautious = translate(requirement.bound === 'atLeast' ? 'requirements.lowEnd' : 'requirements.highEnd');
  const whole = requirement.byInterval ? `${name}, ${cautious}` : name;
  if (production === undefined) return whole;
  const rate = formatShare(production.baseRate);
  return `${whole} ${translate('requirements.ofADay', { cases: formatCount(production.cases), rate })}`;
}
