import type { Objective } from '../../core/choose/objective.ts';
import { thresholdMetric } from '../../core/metrics/catalog.ts';
import type { ThresholdMetricId } from '../../core/metrics/metric.ts';
import { formatMetric, formatMoney, formatPercent } from '../../i18n/format.ts';
import { inSentence } from '../../i18n/inSentence.ts';
import { translate } from '../../i18n/translate.ts';

/** What an objective's number is called within a sentence, and how it is written. */
export interface AimWords {
  readonly name: string;
  readonly format: (value: number) => string;
}

const metricName = (id: ThresholdMetricId): string => inSentence(translate(`metric.${id}.name`));

export function aimWords(objective: Objective, unit: string): AimWords {
  switch (objective.kind) {
    case 'cost':
      if (objective.amounts !== undefined)
        return { name: translate('certainty.amountCost'), format: (value) => formatMoney(roundedTotal(value), unit) };
      return { name: translate('certainty.cost'), format: (value) => formatMoney(roundedTotal(value), unit) };
    case 'metric':
      return {
        name: translate('certainty.metric', { metric: metricName(objective.id) }),
        format: thresholdMetric(objective.id).proportion === null ? formatMetric : formatPercent,
      };
    case 'fbeta':
      return { name: translate('certainty.fbeta', { beta: String(objective.beta) }), format: formatMetric };
    case 'closestCorner':
      return { name: translate('certainty.cornerDistance'), format: formatMetric };
    case 'netBenefit':
      return { name: translate('certainty.netBenefit'), format: (value) => formatMetric(value, 4) };
    case 'recallWithPrecision':
      return { name: translate('certainty.metric', { metric: metricName('recall') }), format: formatPercent };
    case 'precisionWithRecall':
      return { name: translate('certainty.metric', { metric: metricName('precision') }), format: formatPercent };
    case 'flagTop':
    case 'flagCount':
      return { name: translate('certainty.flagged'), format: formatPercent };
  }
}

/** A total that is no whole number, such as the end of an interval, without decimals from 100 on. */
export const roundedTotal = (total: number): number =>
  Math.abs(total) >= 100 && !Number.isInteger(total) ? Math.round(total) : total;
