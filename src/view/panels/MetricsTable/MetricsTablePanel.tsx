import { memo, useState } from 'react';
import { wilsonInterval } from '../../../core/intervals/proportion.ts';
import { differenceInterval } from '../../../core/intervals/proportionDifference.ts';
import { scoreMetrics, thresholdMetric, thresholdMetrics } from '../../../core/metrics/catalog.ts';
import type { MetricId, ScoreMetricId, ThresholdMetricId } from '../../../core/metrics/metric.ts';
import { type Confusion, confusionAt } from '../../../core/scores/confusion.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatMetric, formatThreshold } from '../../../i18n/format.ts';
import { inSentence, joinedList, pause, sentenceGap } from '../../../i18n/joined.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import {
  selectEvaluation,
  selectEvaluations,
  selectIsReferenceSeen,
  selectReference,
  selectRule,
  selectThreshold,
} from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { Term } from '../../controls/Term.tsx';
import { MetricTerm } from '../../terms/MetricTerm.tsx';
import { USUAL_THRESHOLD_METRICS } from '../../terms/usualMetrics.ts';
import './MetricsTablePanel.css';

/** What is shown before all are asked for, in reading order. */
const USUAL: readonly MetricId[] = ['rocAuc', 'averagePrecision', ...USUAL_THRESHOLD_METRICS, 'brierScore', 'logLoss'];
const ALL: readonly MetricId[] = [...scoreMetrics.map(({ id }) => id), ...thresholdMetrics.map(({ id }) => id)];

const isOfScores = (id: MetricId): id is ScoreMetricId => scoreMetrics.some((metric) => metric.id === id);
const directionOf = (id: MetricId) =>
  isOfScores(id) ? scoreMetrics.find((metric) => metric.id === id)?.better : thresholdMetric(id).better;

interface Measured {
  readonly value: number;
  readonly reason: string | null;
  readonly proportion: { readonly successes: number; readonly trials: number } | null;
}

/** Measures at the present threshold; the rows of each split are counted once, for all metrics. */
function useMeasure(): (id: MetricId, evaluation: Evaluation) => Measured {
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const confusions = new Map<Evaluation, Confusion>();
  const confusionOf = (evaluation: Evaluation): Confusion => {
    const confusion = confusions.get(evaluation) ?? confusionAt(evaluation.index, threshold, rule);
    confusions.set(evaluation, confusion);
    return confusion;
  };
  return (id, evaluation) => {
    if (isOfScores(id)) {
      const reason = evaluation.undefinedReasons[id] ?? null;
      return { value: evaluation.scoreMetrics[id], reason, proportion: null };
    }
    const metric = thresholdMetric(id as ThresholdMetricId);
    const confusion = confusionOf(evaluation);
    return {
      value: metric.of(confusion, threshold),
      reason: metric.undefinedReason(confusion, threshold),
      proportion: metric.proportion?.(confusion) ?? null,
    };
  };
}

/** "0.661–0.771", Wilson's 95 % interval; null where there is none. */
function intervalText({ value, proportion }: Measured): string | null {
  if (proportion === null || Number.isNaN(value)) return null;
  const { low, high } = wilsonInterval(proportion.successes, proportion.trials);
  return `${formatMetric(low)}–${formatMetric(high)}`;
}

/** Takes texts only, so that a move of the threshold renders just the cells in which a text changes. */
const Cell = memo(function Cell({
  value,
  reason,
  interval,
}: {
  readonly value: string;
  readonly reason: string | null;
  readonly interval: string | null;
}) {
  const why = reason === null ? undefined : translate(`undefined.${reason}` as TextKey);
  return (
    <td title={why}>
      <span className="metricValue">{value}</span>
      {why !== undefined && <span className="visuallyHidden"> {why}</span>}
      {interval !== null && <span className="metricInterval"> {interval}</span>}
    </td>
  );
});

/** Whether two proportions differ by more than chance explains: Newcombe's 95 % interval of the difference leaves out 0. */
function isBeyondChance(reference: Measured, shown: Measured): boolean {
  if (reference.proportion === null || shown.proportion === null) return false;
  const { low, high } = differenceInterval(reference.proportion, shown.proportion);
  return low > 0 || high < 0;
}

/** Every metric by split at the present threshold, with the gap between the split in view and the one it is held against. */
export function MetricsTablePanel() {
  const evaluations = useTuner(selectEvaluations);
  const shown = useTuner(selectEvaluation);
  const reference = useTuner(selectReference);
  const isReferenceSeen = useTuner(selectIsReferenceSeen);
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const hasWeights = useTuner((state) => state.opened?.prepared.hasWeights ?? false);
  const measure = useMeasure();
  const { saveMetrics, metricsText, copyText } = useActions();
  const [isWhole, setIsWhole] = useState(false);
  const [isCopied, setIsCopied] = useState(false);
  if (shown === null) return null;

  const ids = isWhole ? ALL : USUAL;
  const worse: MetricId[] = [];
  const rows = ids.map((id) => {
    const cells = evaluations.map((evaluation) => ({ split: evaluation.split, ...measure(id, evaluation) }));
    if (reference === null) return { id, cells, gap: null };
    const [from, to] = [measure(id, reference), measure(id, shown)];
    const difference = to.value - from.value;
    const better = directionOf(id);
    const isWorse = better === 'higher' ? difference < 0 : better === 'lower' && difference > 0;
    const isWarning = !hasWeights && isWorse && isBeyondChance(from, to);
    if (isWarning) worse.push(id);
    return { id, cells, gap: { difference, isWarning } };
  });
  return (
    <section className="panel metricsPanel" aria-labelledby="metrics-title">
      <div className="panelHead">
        <h2 id="metrics-title">{translate('metrics.title')}</h2>
        <span className="hint">
          {hasWeights ? translate('metrics.noIntervals') : translate('metrics.intervals')}
          {' · '}
          <button
            type="button"
            className="linkButton"
            aria-label={isCopied ? undefined : translate('metrics.copyNamed')}
            onBlur={() => setIsCopied(false)}
            onClick={async () => setIsCopied(await copyText(metricsText()))}
          >
            {isCopied ? translate('copied') : translate('metrics.copy')}
          </button>
          {' · '}
          <button
            type="button"
            className="linkButton"
            aria-label={translate('chart.csvOf', { title: translate('metrics.title') })}
            onClick={saveMetrics}
          >
            {translate('metrics.csv')}
          </button>
        </span>
      </div>
      <div className="metricsScroll">
        <table className="metrics" aria-labelledby="metrics-title">
          <thead>
            <tr>
              <td>
                {translate('metrics.at', { rule: rule === '>=' ? '≥' : '>', threshold: formatThreshold(threshold) })}
              </td>
              {evaluations.map(({ split }) => (
                <th key={split} scope="col">
                  {split}
                </th>
              ))}
              {reference !== null && (
                <th scope="col">
                  <Term
                    explain={() => (
                      <>
                        <p>{translate('metrics.gapExplained', { shown: shown.split, reference: reference.split })}</p>
                        <p className="termFormula">{translate('metrics.gapTerm')}</p>
                      </>
                    )}
                  >
                    {translate('metrics.gap')}
                  </Term>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cells, gap }) => (
              <tr key={id} className={USUAL.includes(id) ? undefined : 'metricsMore'}>
                <th scope="row">
                  <MetricTerm id={id} />
                </th>
                {cells.map(({ split, ...measured }) => (
                  <Cell
                    key={split}
                    value={formatMetric(measured.value)}
                    reason={measured.reason}
                    interval={hasWeights ? null : intervalText(measured)}
                  />
                ))}
                {gap !== null && (
                  <td className={gap.isWarning ? 'worse' : undefined}>
                    {gap.isWarning && <span aria-hidden="true">{gap.difference < 0 ? '▼' : '▲'} </span>}
                    {gap.difference > 0 ? '+' : ''}
                    {formatMetric(gap.difference)}
                    {gap.isWarning && (
                      <span className="visuallyHidden">{`${pause()}${translate('metrics.worse')}`}</span>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="metricsFoot">
        {reference !== null &&
          (worse.length > 0 ? (
            <span className="worse">
              {translate('metrics.warning', {
                metrics: joinedList(worse.map((id) => inSentence(translate(`metric.${id}.name` as TextKey)))),
                count: worse.length,
                shown: shown.split,
                reference: reference.split,
              })}
              {sentenceGap()}
              {isReferenceSeen &&
                translate('metrics.referenceSeen', { shown: shown.split, reference: reference.split }) + sentenceGap()}
            </span>
          ) : (
            <span className="hint">
              {translate('metrics.noWarning', { shown: shown.split, reference: reference.split })}
              {sentenceGap()}
            </span>
          ))}
        <button type="button" className="linkButton" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? translate('metrics.fewer') : translate('metrics.all', { count: ALL.length })}
        </button>
      </p>
    </section>
  );
}
