import type { Objective } from '../../core/choose/objective.ts';
import { thresholdMetric } from '../../core/metrics/catalog.ts';
import type { ThresholdMetricId } from '../../core/metrics/metric.ts';
import { formatMetric, formatMoney, formatMoneyEnds, formatPercent } from '../../i18n/format.ts';
import { inSentence } from '../../i18n/joined.ts';
import { translate } from '../../i18n/translate.ts';

/** What an objective's number is called within a sentence, and how it is written. */
export interface AimWords {
  readonly name: string;
  readonly format: (value: number) => string;
  /** Both ends of a range, which are written alike. */
  readonly formatEnds: (low: number, high: number) => readonly [low: string, high: string];
}

const metricName = (id: ThresholdMetricId): string => inSentence(translate(`metric.${id}.name`));

export function aimWords(objective: Objective, unit: string): AimWords {
  const { name, format } = wordsOf(objective, unit);
  return {
    name,
    format,
    formatEnds: (low, high) =>
      objective.kind === 'cost' ? formatMoneyEnds(low, high, unit) : [format(low), format(high)],
  };
}

function wordsOf(objective: Objective, unit: string): Pick<AimWords, 'name' | 'format'> {
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
