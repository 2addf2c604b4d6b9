import { admits, type Objective, objectiveValue } from '../../../core/choose/objective.ts';
import { thresholdMetric } from '../../../core/metrics/catalog.ts';
import type { ThresholdMetricId } from '../../../core/metrics/metric.ts';
import type { Confusion } from '../../../core/scores/confusion.ts';
import { formatCount, formatMetric, formatMoney, formatPercent } from '../../../i18n/format.ts';
import { percentOf } from '../../../i18n/goalText.ts';
import { inSentence } from '../../../i18n/joined.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';

/** What becomes of a goal at a cut, in words: what it is about and, where it has one, how its bound fares. */
export function goalFigures(objective: Objective, confusion: Confusion, threshold: number, unit: string): string {
  const value = objectiveValue(objective)(confusion, threshold);
  const metric = (name: string, shown = formatMetric(value)) =>
    translate('goal.valueOfMetric', { metric: name, value: shown });
  switch (objective.kind) {
    case 'cost':
      return translate(value < 0 ? 'goal.valueOfGain' : 'goal.valueOfCost', {
        amount: formatMoney(Math.abs(value), unit),
      });
    case 'metric':
      return metric(metricName(objective.id), shownMetric(objective.id, confusion, threshold));
    case 'fbeta':
      return metric(translate('goal.metric.fbeta', { beta: String(objective.beta) }));
    case 'closestCorner':
      return metric(translate('goal.metric.corner'));
    case 'netBenefit':
      return metric(
        translate('goal.metric.netBenefit', { share: String(percentOf(objective.pt)) }),
        formatMetric(value, 4),
      );
    case 'recallWithPrecision':
      return pair('recall', 'precision', confusion, threshold);
    case 'precisionWithRecall':
      return pair('precision', 'recall', confusion, threshold);
    case 'flagTop':
    case 'flagCount': {
      const { tp, fp, fn, tn } = confusion;
      return translate('goal.valueOfFlags', {
        flagged: formatCount(tp + fp),
        rows: formatCount(tp + fp + fn + tn),
      });
    }
  }
}

/** Whether a cut keeps the bound of a goal that has one. */
export function keepsBound(objective: Objective, confusion: Confusion, threshold: number): boolean {
  const hasBound = objective.kind === 'recallWithPrecision' || objective.kind === 'precisionWithRecall';
  return !hasBound || admits(objective)(confusion, threshold);
}

const metricName = (id: ThresholdMetricId): string => translate(`metric.${id}.name` as TextKey);

function shownMetric(id: ThresholdMetricId, confusion: Confusion, threshold: number): string {
  const metric = thresholdMetric(id);
  return (metric.proportion === null ? formatMetric : formatPercent)(metric.of(confusion, threshold));
}

const pair = (aim: ThresholdMetricId, bound: ThresholdMetricId, confusion: Confusion, threshold: number): string =>
  translate('goal.valueOfPair', {
    aim: metricName(aim),
    value: shownMetric(aim, confusion, threshold),
    bound: inSentence(metricName(bound)),
    boundValue: shownMetric(bound, confusion, threshold),
  });
