import type { Objective } from '../../core/choose/objective.ts';
import { thresholdMetric } from '../../core/metrics/catalog.ts';
import { formatMetric, formatMoney, formatPercent } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';

/** What an objective's number is called within a sentence, and how it is written. */
export interface AimWords {
  readonly name: string;
  readonly format: (value: number) => string;
}

export function aimWords(objective: Objective, unit: string): AimWords {
  switch (objective.kind) {
    case 'cost':
      return { name: translate('certainty.cost'), format: (value) => formatMoney(roundedTotal(value), unit) };
    case 'metric':
      return {
        name: translate('certainty.metric', { metric: inSentence(translate(`metric.${objective.id}.name`)) }),
        format: thresholdMetric(objective.id).proportion === null ? formatMetric : formatPercent,
      };
    case 'fbeta':
      return { name: translate('certainty.fbeta', { beta: String(objective.beta) }), format: formatMetric };
    case 'closestCorner':
      return { name: translate('certainty.cornerDistance'), format: formatMetric };
    case 'netBenefit':
      return { name: translate('certainty.netBenefit'), format: (value) => formatMetric(value, 4) };
    case 'recallWithPrecision':
    case 'precisionWithRecall':
    case 'flagTop':
    case 'flagCount':
      throw new RangeError(`Nothing is made as good as possible by ${objective.kind}.`);
  }
}

/** A total that is no whole number, such as the end of an interval, without decimals from 100 on. */
export const roundedTotal = (total: number): number =>
  Math.abs(total) >= 100 && !Number.isInteger(total) ? Math.round(total) : total;

/** “precision”, but “F1” and “MCC”. */
const inSentence = (name: string): string => (/^[A-Z][a-z]/.test(name) ? name[0].toLowerCase() + name.slice(1) : name);
