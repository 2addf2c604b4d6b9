import { memo } from 'react';
import { thresholdMetric } from '../../core/metrics/catalog.ts';
import type { MetricId, ThresholdMetricId } from '../../core/metrics/metric.ts';
import { fnr, fpr, precision, recall, specificity } from '../../core/metrics/threshold.ts';
import type { Confusion } from '../../core/scores/confusion.ts';
import { formatCount, formatMetric } from '../../i18n/format.ts';
import { type TextKey, translate } from '../../i18n/translate.ts';
import { selectConfusion, selectEvaluation, selectThreshold } from '../../state/selectors.ts';
import { useTuner } from '../../state/useTuner.ts';
import { TopicTerm } from './TopicTerm.tsx';

/** A formula with this file's numbers in the place of its symbols; the same text where it has none. */
function filledFormula(formula: string, confusion: Confusion, threshold: number): string {
  const { tp, fp, fn, tn } = confusion;
  const values = {
    TP: formatCount(tp),
    FP: formatCount(fp),
    FN: formatCount(fn),
    TN: formatCount(tn),
    n: formatCount(tp + fp + fn + tn),
    t: formatMetric(threshold, 4),
    [translate('formula.precision')]: formatMetric(precision.of(confusion, threshold)),
    [translate('formula.recall')]: formatMetric(recall.of(confusion, threshold)),
    [translate('formula.specificity')]: formatMetric(specificity.of(confusion, threshold)),
    [translate('formula.positives')]: formatCount(tp + fn),
    [translate('formula.fpr')]: formatMetric(fpr.of(confusion, threshold)),
    [translate('formula.fnr')]: formatMetric(fnr.of(confusion, threshold)),
  };
  const symbols = Object.keys(values).map((symbol) => (/^[a-z]/i.test(symbol) ? `\\b${symbol}\\b` : symbol));
  const [itself] = formula.split(translate('formula.where'));
  return itself.replace(new RegExp(symbols.join('|'), 'g'), (symbol) => values[symbol]);
}

const text = (id: MetricId, part: string): string => translate(`metric.${id}.${part}` as TextKey);

/** The explanation of a metric at the present threshold: one plain sentence, the formula, and this file's numbers in it. */
function MetricCard({ id }: { readonly id: MetricId }) {
  const evaluation = useTuner(selectEvaluation);
  const confusion = useTuner(selectConfusion);
  const threshold = useTuner(selectThreshold);
  if (evaluation === null || confusion === null) return null;
  const scored = Object.hasOwn(evaluation.scoreMetrics, id);
  const metric = scored ? null : thresholdMetric(id as ThresholdMetricId);
  const value =
    metric === null
      ? evaluation.scoreMetrics[id as keyof typeof evaluation.scoreMetrics]
      : metric.of(confusion, threshold);
  const reason =
    metric === null
      ? evaluation.undefinedReasons[id as keyof typeof evaluation.undefinedReasons]
      : metric.undefinedReason(confusion, threshold);
  const formula = text(id, 'formula');
  const filled = scored ? formula : filledFormula(formula, confusion, threshold);
  const isFilled = /\d/.test(filled) && filled !== formula;
  return (
    <>
      <p>
        <strong>{text(id, 'name')}</strong> · {text(id, 'term')}
      </p>
      <p>{text(id, 'sentence')}</p>
      <p className="termFormula">{formula}</p>
      {Number.isNaN(value) ? (
        <p className="termFormula">— {reason ? translate(`undefined.${reason}` as TextKey) : ''}</p>
      ) : (
        <p className="termFormula">
          {isFilled ? `= ${filled} ` : ''}= {formatMetric(value, 4)}{' '}
          {translate('metric.onSplit', { split: evaluation.split })}
        </p>
      )}
    </>
  );
}

/** The name of a metric, explaining itself on hover and focus; a press opens all there is to say. */
export const MetricTerm = memo(function MetricTerm({ id }: { readonly id: MetricId }) {
  return (
    <TopicTerm topic={id} explain={() => <MetricCard id={id} />}>
      {text(id, 'name')}
    </TopicTerm>
  );
});
