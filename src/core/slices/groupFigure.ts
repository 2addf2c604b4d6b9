import { bootstrapInterval, resampleCounts } from '../intervals/bootstrap.ts';
import { hasSpread, type Interval } from '../intervals/interval.ts';
import { wilsonInterval } from '../intervals/proportion.ts';
import { scoreMetrics, thresholdMetric } from '../metrics/catalog.ts';
import type { MetricId, ScoreMetricId, ThresholdMetricId, UndefinedReason } from '../metrics/metric.ts';
import type { Confusion } from '../scores/confusion.ts';
import type { MeasuredRows } from './measureGroups.ts';

/** One number about some rows at a threshold. */
export interface GroupFigure {
  /** NaN where it is undefined, then with the reason. */
  readonly value: number;
  readonly reason: UndefinedReason | null;
  /** Null where there is none: of a value that is undefined, or the same in every draw, of weights that count no rows, and of what only the worker could draw. */
  readonly interval: Interval | null;
}

const isOfScores = (id: MetricId): id is ScoreMetricId => scoreMetrics.some((metric) => metric.id === id);

/**
 * A metric of some rows at a threshold. The interval is Wilson's for a proportion, DeLong's for the area under the ROC curve, else, where
 * `isDrawn`, the bootstrap's over the four counts; `hasWeights`: weights are no counts of rows, and there is none. O(1), drawn O(samples · log samples).
 */
export function groupFigure(
  id: MetricId,
  { scoreMetrics: values, undefinedReasons, aucInterval }: Omit<MeasuredRows, 'rows' | 'index'>,
  confusion: Confusion,
  threshold: number,
  { hasWeights, isDrawn }: { readonly hasWeights: boolean; readonly isDrawn: boolean },
): GroupFigure {
  if (isOfScores(id)) {
    const isSure = id === 'rocAuc' && !hasWeights && aucInterval !== null && hasSpread(aucInterval);
    return { value: values[id], reason: undefinedReasons[id] ?? null, interval: isSure ? aucInterval : null };
  }
  const metric = thresholdMetric(id);
  const value = metric.of(confusion, threshold);
  const reason = metric.undefinedReason(confusion, threshold);
  if (hasWeights || Number.isNaN(value)) return { value, reason, interval: null };
  const share = metric.proportion?.(confusion) ?? null;
  if (share !== null) return { value, reason, interval: wilsonInterval(share.successes, share.trials) };
  return { value, reason, interval: isDrawn ? drawnInterval(id, confusion, threshold) : null };
}

/** None where all draws agree. */
function drawnInterval(id: ThresholdMetricId, confusion: Confusion, threshold: number): Interval | null {
  const metric = thresholdMetric(id);
  const interval = bootstrapInterval(resampleCounts(confusion), (each) => metric.of(each, threshold));
  return hasSpread(interval) ? interval : null;
}
