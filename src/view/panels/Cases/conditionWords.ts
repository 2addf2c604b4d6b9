import type { CaseCondition, CaseSelection, NumberRange, OtherDecision } from '../../../core/cases/caseSelection.ts';
import type { Interpretation } from '../../../core/roles/interpretation.ts';
import type { DecisionRule } from '../../../core/scores/confusion.ts';
import { formatNumber, formatThreshold } from '../../../i18n/format.ts';
import { joinedPhrases } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import type { Outcome } from '../../../state/rows.ts';

/** What the words of conditions depend on. */
export interface ConditionGround {
  readonly interpretation: Interpretation;
  readonly threshold: number;
  readonly rule: DecisionRule;
  /** The columns whose groups have thresholds of their own; null where one decides about all. */
  readonly columns: string | null;
}

const signOf = (rule: DecisionRule): string => (rule === '>=' ? '≥' : '>');

/** "25 ≤ age < 35"; an end that is infinite goes unsaid. */
function rangeWords(subject: string, { low, high, isLowIn, isHighIn }: NumberRange, format: (value: number) => string) {
  const lowSign = isLowIn ? '≤' : '<';
  const highSign = isHighIn ? '≤' : '<';
  if (low === -Infinity && high === Infinity) return translate('cases.is.anyNumber', { subject });
  if (low === -Infinity) return translate('cases.is.high', { subject, sign: highSign, high: format(high) });
  if (high === Infinity) return translate('cases.is.high', { subject, sign: isLowIn ? '≥' : '>', high: format(low) });
  return translate('cases.is.both', { subject, low: format(low), lowSign, high: format(high), highSign });
}

/** The other decision of a flip, in words. */
function otherWords(other: OtherDecision): string {
  const threshold = formatThreshold(other.threshold);
  if (other.kind === 'threshold') {
    return translate('cases.other.threshold', { rule: signOf(other.rule), threshold });
  }
  return translate(`cases.other.model.${other.at}`, { model: other.model, threshold });
}

/** The name of the class of positives or of negatives, where the latter has one. */
export function labelWords({ label, positiveLabel, negativeLabel }: Interpretation, isPositive: boolean): string {
  if (isPositive) return translate('cases.is.label', { column: label, value: positiveLabel });
  if (negativeLabel !== null) return translate('cases.is.label', { column: label, value: negativeLabel });
  return translate('cases.is.notLabel', { column: label, value: positiveLabel });
}

/** A condition as people read it. */
export function conditionWords(condition: CaseCondition, ground: ConditionGround): string {
  const { interpretation, threshold, rule, columns } = ground;
  switch (condition.kind) {
    case 'split':
      return translate('cases.is.split', { split: condition.split });
    case 'label':
      return labelWords(interpretation, condition.isPositive);
    case 'flagged': {
      if (columns !== null) return translate(`cases.is.byGroup.${condition.isFlagged}`, { columns });
      const sign = condition.isFlagged ? signOf(rule) : rule === '>=' ? '<' : '≤';
      return translate('cases.is.score', { sign, threshold: formatThreshold(threshold) });
    }
    case 'score':
      return rangeWords(translate('cases.is.theScore'), condition.range, formatThreshold);
    case 'value':
      return translate('cases.is.value', { column: condition.column, value: condition.value });
    case 'range':
      return rangeWords(condition.column, condition.range, formatNumber);
    case 'words':
      return rangeWords(translate('subject.wordsIn', { column: condition.column }), condition.range, formatNumber);
    case 'missing':
      return translate('cases.is.missing', { column: condition.column });
    case 'noNumber':
      return translate('cases.is.noNumber', { column: condition.column });
    case 'marked':
      return translate('cases.is.marked');
    case 'flip':
      return translate(`cases.is.flip.${condition.way ?? 'any'}`, { other: otherWords(condition.other) });
  }
}

/** The cell of the confusion matrix that a selection lies in; null where it is no single one. */
export function outcomeIn(selection: CaseSelection): Outcome | null {
  const label = selection.find(({ kind }) => kind === 'label');
  const flagged = selection.find(({ kind }) => kind === 'flagged');
  if (label?.kind !== 'label' || flagged?.kind !== 'flagged') return null;
  if (label.isPositive) return flagged.isFlagged ? 'tp' : 'fn';
  return flagged.isFlagged ? 'fp' : 'tn';
}

/** "42 false alarms: class = good, score ≥ 0.24, of test." */
export function selectionSentence(count: number, selection: CaseSelection, ground: ConditionGround): string {
  if (selection.length === 0) return translate('cases.all', { count });
  return translate('cases.some', {
    count,
    noun: translate(`cases.noun.${outcomeIn(selection) ?? 'any'}`, { count }),
    conditions: joinedPhrases(selection.map((condition) => conditionWords(condition, ground))),
  });
}
