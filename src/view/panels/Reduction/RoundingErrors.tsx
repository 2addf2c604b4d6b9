import { useMemo } from 'react';
import { thresholdMetric } from '../../../core/metrics/catalog.ts';
import type { MetricId, ScoreMetricId } from '../../../core/metrics/metric.ts';
import { roundingErrorBetween, roundingErrors } from '../../../core/metrics/roundingError.ts';
import { roundIndexDown, tiesOf } from '../../../core/scores/roundDown.ts';
import { formatMetric } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectEvaluation } from '../../../state/selectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { USUAL_THRESHOLD_METRICS } from '../../terms/usualMetrics.ts';

const OF_SCORES: readonly ScoreMetricId[] = ['rocAuc', 'averagePrecision', 'ksStatistic', 'brierScore', 'logLoss'];

const DIGITS = 5;

/** How far each metric of the open file can be off, at most, once its scores are rounded down. */
export function RoundingErrors({ perUnit }: { readonly perUnit: number | null }) {
  const evaluation = useTuner(selectEvaluation);
  const rounded = useMemo(() => {
    if (perUnit === null || evaluation === null) return null;
    const index = roundIndexDown(evaluation.index, perUnit);
    return {
      rowsLeft: tiesOf(index).reduce(
        (sum, { positives, negatives }) => sum + (positives > 0 ? 1 : 0) + (negatives > 0 ? 1 : 0),
        0,
      ),
      ofScores: roundingErrors(index, 1 / perUnit),
      between: USUAL_THRESHOLD_METRICS.map((id) => [id, roundingErrorBetween(index, thresholdMetric(id))] as const),
    };
  }, [evaluation, perUnit]);
  if (evaluation === null) return null;
  return (
    <>
      <h3 id="rounding-errors">{translate('reduce.errors')}</h3>
      {rounded === null || perUnit === null ? (
        <p>{translate('reduce.errorsExact')}</p>
      ) : (
        <>
          <p>
            {translate('reduce.errorsText', {
              rows: evaluation.rows,
              left: rounded.rowsLeft,
              step: String(1 / perUnit),
              split: evaluation.split,
            })}
          </p>
          <table className="reductionErrors" aria-labelledby="rounding-errors">
            <thead>
              <tr>
                <th scope="col">{translate('reduce.metric')}</th>
                <th scope="col">{translate('reduce.largest')}</th>
              </tr>
            </thead>
            <ErrorRows
              name={translate('reduce.whole')}
              errors={OF_SCORES.map((id) => [id, rounded.ofScores[id]] as const).filter(
                ([, error]) => !Number.isNaN(error),
              )}
            />
            <ErrorRows name={translate('reduce.between')} errors={rounded.between} />
          </table>
        </>
      )}
    </>
  );
}

interface ErrorRowsProps {
  readonly name: string;
  readonly errors: readonly (readonly [id: MetricId, error: number])[];
}

function ErrorRows({ name, errors }: ErrorRowsProps) {
  return (
    <tbody>
      <tr>
        <th className="hint" scope="rowgroup" colSpan={2}>
          {name}
        </th>
      </tr>
      {errors.map(([id, error]) => (
        <tr key={id}>
          <th scope="row">{translate(`metric.${id}.name`)}</th>
          <td>{formatMetric(error, DIGITS)}</td>
        </tr>
      ))}
    </tbody>
  );
}
