import type { Objective } from '../core/choose/objective.ts';
import type { AmountColumns } from '../core/cost/amounts.ts';
import type { Payoff } from '../core/cost/payoff.ts';
import { formatMoney, withPercent } from './format.ts';
import { joinedList, joinedPhrases } from './joined.ts';
import { translate } from './translate.ts';

/** A share as a percentage, without the dust that multiplying by 100 leaves. */
export const percentOf = (share: number): number => Number((share * 100).toPrecision(12));

/** “12.5 %”: a share with as many decimals as it has. */
export const percentText = (share: number): string => withPercent(String(percentOf(share)));

const OUTCOMES = ['fn', 'fp', 'tp', 'tn'] as const;

/** “a miss costs 5 €, a hit earns 2 €”: an outcome that costs nothing is left out, unless it is a miss or a false alarm. */
export function payoffText(payoff: Payoff, unit: string): string {
  const told = OUTCOMES.filter((outcome) => payoff[outcome] !== 0 || outcome === 'fn' || outcome === 'fp');
  return joinedPhrases(told.map((outcome) => outcomeText(outcome, payoff[outcome], unit)));
}

/** “a hit earns 2 €”: the direction of a cost in words. */
export const outcomeText = (outcome: keyof Payoff, cost: number, unit: string): string =>
  translate(cost < 0 ? 'payoff.earns' : 'payoff.costs', {
    outcome: translate(`payoff.${outcome}`),
    amount: formatMoney(Math.abs(cost), unit),
  });

/** “per unit of loss: a miss costs 0.6 €, a false alarm costs 2 €”. */
export function amountsText({ positives, negatives }: AmountColumns, payoff: Payoff, unit: string): string {
  const columns = joinedList([...new Set([positives, negatives])].filter((name) => name !== null));
  const text = payoffText(payoff, unit);
  return columns === '' ? text : translate('amounts.perUnit', { columns, payoff: text });
}

/** What a goal asks for, in words with its numbers; `better` is the better direction of a metric. */
export function goalText(objective: Objective, better: 'higher' | 'lower', unit: string): string {
  switch (objective.kind) {
    case 'cost':
      if (objective.amounts !== undefined) {
        return translate('goal.name.costByAmounts', {
          amounts: amountsText(objective.amounts, objective.payoff, unit),
        });
      }
      return translate('goal.name.costAt', { payoff: payoffText(objective.payoff, unit) });
    case 'metric':
      return translate(better === 'higher' ? 'goal.name.higher' : 'goal.name.lower', {
        metric: translate(`metric.${objective.id}.name`),
      });
    case 'fbeta':
      return translate('goal.name.fbeta', { beta: String(objective.beta) });
    case 'closestCorner':
      return translate('goal.name.closestCorner');
    case 'netBenefit':
      return translate('goal.name.netBenefit', { share: String(percentOf(objective.pt)) });
    case 'recallWithPrecision':
      return translate('goal.name.minPrecision', { share: String(percentOf(objective.minPrecision)) });
    case 'precisionWithRecall':
      return translate('goal.name.minRecall', { share: String(percentOf(objective.minRecall)) });
    case 'flagTop':
      return translate('goal.name.flagTop', { share: String(percentOf(objective.share)) });
    case 'flagCount':
      return translate('goal.name.flagCount', { count: objective.count });
  }
}
