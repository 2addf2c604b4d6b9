import type { CellCondition, NumberRange } from '../core/cases/caseSelection.ts';
import { translate } from './translate.ts';

/** A number as a person would type it, exactly. */
const written = (value: number): string => String(value).replace('-', '−');

function rangeText(column: string, { low, high, isLowIn, isHighIn }: NumberRange): string {
  const isBelow = high !== Number.POSITIVE_INFINITY;
  const isAbove = low !== Number.NEGATIVE_INFINITY;
  const values = {
    column,
    low: written(low),
    high: written(high),
    from: isLowIn ? '≥' : '>',
    to: isHighIn ? '≤' : '<',
  };
  if (isAbove && isBelow) return translate('subject.between', values);
  if (isAbove) return translate('subject.above', values);
  return translate(isBelow ? 'subject.below' : 'subject.anyNumber', values);
}

function conditionText(condition: CellCondition): string {
  const { column } = condition;
  if (condition.kind === 'range') return rangeText(column, condition.range);
  if (condition.kind === 'words') return rangeText(translate('subject.wordsIn', { column }), condition.range);
  if (condition.kind === 'value') return translate('subject.value', { column, value: condition.value });
  return translate(`subject.${condition.kind}`, { column });
}

/** What holds for all rows of a group: "sex = female and age ≥ 25, < 40". */
export const subjectText = (conditions: readonly CellCondition[]): string =>
  conditions.map(conditionText).reduce((first, second) => translate('subject.and', { first, second }));
