import { wilsonInterval } from '../../core/intervals/proportion.ts';
import { scoreMetrics, thresholdMetrics } from '../../core/metrics/catalog.ts';
import { confusionAt, type DecisionRule } from '../../core/scores/confusion.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';

/**
 * Every metric of every split at one operating point, one row each, full double precision: split, metric, value, and Wilson's 95 %
 * interval where the metric is a proportion of rows. An undefined value is an empty cell.
 */
export function metricsTable(
  evaluations: readonly Evaluation[],
  threshold: number,
  rule: DecisionRule,
  hasWeights: boolean,
): { readonly columns: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] } {
  const cell = (value: number): string | number => (Number.isNaN(value) ? '' : value);
  const rows = evaluations.flatMap((evaluation) => {
    const confusion = confusionAt(evaluation.index, threshold, rule);
    const lead = [evaluation.split, threshold, rule] as const;
    const counts = (['tp', 'fp', 'fn', 'tn'] as const).map((name) => [...lead, name, confusion[name], '', '']);
    const ofScores = scoreMetrics.map(({ id }) => [...lead, id, cell(evaluation.scoreMetrics[id]), '', '']);
    const atThreshold = thresholdMetrics.map((metric) => {
      const proportion = hasWeights ? null : metric.proportion?.(confusion);
      const interval = proportion
        ? wilsonInterval(proportion.successes, proportion.trials)
        : { low: Number.NaN, high: Number.NaN };
      return [...lead, metric.id, cell(metric.of(confusion, threshold)), cell(interval.low), cell(interval.high)];
    });
    return [...counts, ...ofScores, ...atThreshold];
  });
  return { columns: ['split', 'threshold', 'rule', 'metric', 'value', 'low95', 'high95'], rows };
}
