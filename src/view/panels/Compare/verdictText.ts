import type { ComparedAt } from '../../../core/compare/comparedThresholds.ts';
import type { Verdict } from '../../../core/compare/verdict.ts';
import { formatMoney } from '../../../i18n/format.ts';
import { joinedSentences } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';

export interface TwoModels {
  readonly first: string;
  readonly second: string;
}

const sideOf = (difference: number) => (difference < 0 ? 'fewer' : difference > 0 ? 'more' : 'same');

/** Which of two models does better, in one or two sentences. */
export function verdictText(verdict: Verdict, at: ComparedAt, names: TwoModels, unit: string): string {
  const { missed, falseAlarms, cost } = verdict;
  const counted = (difference: number) => ({ ...names, count: Math.abs(difference) });
  if (at === 'flags') {
    const sentence = translate(`compare.flags.${sideOf(missed)}`, counted(missed));
    const flagged = falseAlarms - missed;
    return flagged > 0 ? joinedSentences([sentence, translate('compare.flags.ties', counted(flagged))]) : sentence;
  }
  if (at === 'recall') return translate(`compare.recall.${sideOf(falseAlarms)}`, counted(falseAlarms));
  if (missed === 0 && falseAlarms === 0) return translate('compare.tradeSame', { ...names });
  const trade = translate('compare.trade', {
    ...names,
    missed: translate(`compare.missed.${sideOf(missed)}`, counted(missed)),
    alarms: translate(`compare.alarms.${sideOf(falseAlarms)}`, counted(falseAlarms)),
  });
  const side = cost < 0 ? 'less' : cost > 0 ? 'more' : 'same';
  return joinedSentences([trade, translate(`compare.cost.${side}`, { amount: formatMoney(Math.abs(cost), unit) })]);
}
