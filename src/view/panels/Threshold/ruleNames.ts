import { formatCount, formatPercent } from '../../../i18n/format.ts';
import { percentText } from '../../../i18n/goalText.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import type { RuleId, RuleSettings } from '../../../state/ruleSettings.ts';
import type { RuleChoice } from '../../../state/rules.ts';

/** What stands at the head of a goal, before its fields. */
export const RULE_NAMES: Readonly<Record<RuleId, TextKey>> = {
  lowestCost: 'rule.lowestCost',
  amountCost: 'rule.amountCost',
  highestMetric: 'rule.highest',
  fbeta: 'rule.fbeta',
  closestCorner: 'rule.closestCorner',
  netBenefit: 'rule.netBenefit',
  minPrecision: 'rule.minPrecision',
  minRecall: 'rule.minRecall',
  flagTop: 'rule.flagTop',
  flagCount: 'rule.flagCount',
};

/** What a goal's fields say, for its spoken name. */
export function ruleDetail(id: RuleId, settings: RuleSettings): string {
  switch (id) {
    case 'lowestCost':
    case 'amountCost':
    case 'closestCorner':
      return '';
    case 'highestMetric':
      return ` ${translate(`metric.${settings.metric}.name` as TextKey)}`;
    case 'fbeta':
      return ` ${settings.beta}`;
    case 'netBenefit':
      return ` ${percentText(settings.pt)}`;
    case 'minPrecision':
      return ` ${percentText(settings.minPrecision)}`;
    case 'minRecall':
      return ` ${percentText(settings.minRecall)}`;
    case 'flagTop':
      return ` ${percentText(settings.topShare)}`;
    case 'flagCount':
      return ` ${formatCount(settings.topCount)} ${translate('rule.cases')}`;
  }
}

/** What belongs beside a choice: why there is none, ties at the cut, other thresholds that are as good. */
export function ruleNote({ id, choice }: RuleChoice, settings: RuleSettings): string | null {
  if (choice.kind === 'none') {
    const values = Number.isNaN(choice.nearest) ? null : { nearest: formatPercent(choice.nearest) };
    if (choice.reason === 'precisionUnreachable' && values) return translate('rule.precisionUnreachable', values);
    if (choice.reason === 'recallUnreachable' && values) return translate('rule.recallUnreachable', values);
    if (choice.reason === 'requirementsUnmet') return translate('rule.requirementsUnmet');
    if (choice.reason === 'amountsUnset' || choice.reason === 'amountsPending')
      return translate(`rule.${choice.reason}`);
    if (choice.reason === 'noNegatives') return translate('rule.noNegatives');
    return translate(choice.reason === 'noPositives' ? 'rule.noPositives' : 'rule.none');
  }
  if (choice.tiedAtCut !== undefined) {
    const { rows, wanted, flagged, withThem } = choice.tiedAtCut;
    return translate('rule.tiedAtCut', { rows, wanted, flagged, under: wanted - flagged, over: withThem - wanted });
  }
  const { tp, fp, fn, tn } = choice.confusion;
  if (id === 'flagCount' && settings.topCount > tp + fp + fn + tn)
    return translate('rule.overCapacity', { rows: tp + fp + fn + tn });
  if (id !== 'flagTop' && id !== 'flagCount') {
    if (tp + fn === 0) return translate('rule.noPositives');
    if (fp + tn === 0) return translate('rule.noNegatives');
  }
  if (!Number.isFinite(choice.threshold)) return translate(choice.threshold > 0 ? 'rule.flagsNobody' : 'rule.flagsAll');
  return choice.ties.length > 1 ? translate('rule.ties', { count: choice.ties.length }) : null;
}
