import { thresholdMetric } from '../../core/metrics/catalog.ts';
import type { MetricId, ThresholdMetricId } from '../../core/metrics/metric.ts';
import { formatCount, formatMetric } from '../../i18n/format.ts';
import { type TextKey, translate } from '../../i18n/translate.ts';
import { selectConfusion, selectEvaluation, selectThreshold } from '../../state/selectors.ts';
import { useTuner } from '../../state/useTuner.ts';
import { Term } from '../controls/Term.tsx';

const CELLS = /\b(TP|FP|FN|TN)\b/g;

/** A formula with this file's counts in the place of TP, FP, FN and TN. */
function withCounts(formula: string, counts: Readonly<Record<string, number>>): string {
  return formula.replace(CELLS, (cell) => formatCount(counts[cell]));
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
  const { tp, fp, fn, tn } = confusion;
  const formula = text(id, 'formula');
  const filled = withCounts(formula, { TP: tp, FP: fp, FN: fn, TN: tn });
  const isFilled = filled !== formula;
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
          {isFilled ? `${filled} ` : ''}= {formatMetric(value, 4)}{' '}
          {translate('metric.onSplit', { split: evaluation.split })}
        </p>
      )}
    </>
  );
}

/** The name of a metric, explaining itself on hover and focus. */
export function MetricTerm({ id }: { readonly id: MetricId }) {
  return <Term explain={() => <MetricCard id={id} />}>{text(id, 'name')}</Term>;
}
