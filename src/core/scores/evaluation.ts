import type { Cuts } from '../curves/cuts.ts';
import { buildDrawnCuts } from '../curves/decimate.ts';
import { scoreMetricsOf } from '../metrics/catalog.ts';
import type { ScoreMetricId, UndefinedReason } from '../metrics/metric.ts';
import { type ScoreIndex, scoreRangeOf, totalsOf } from './scoreIndex.ts';

/** One split of a file, measured: its score index and everything that does not depend on the threshold. */
export interface Evaluation {
  /** The split's name as written; 'all' where the file has no split. */
  readonly split: string;
  /** Rows (never weights). */
  readonly rows: number;
  readonly index: ScoreIndex;
  /** Number of rows, or sum of weights, by class. */
  readonly positives: number;
  readonly negatives: number;
  /** Least and greatest score; NaN where the split is empty. */
  readonly low: number;
  readonly high: number;
  readonly scoreMetrics: Readonly<Record<ScoreMetricId, number>>;
  /** The highest cut at which the KS statistic is reached; NaN where it is undefined. */
  readonly ksThreshold: number;
  readonly undefinedReasons: Readonly<Partial<Record<ScoreMetricId, UndefinedReason>>>;
  /** The cuts that drawing needs; numbers are never read from them. */
  readonly drawnCuts: Cuts;
}

/** Measures one split. `rows` is the number of its rows, which the index does not know where some have weight 0. O(n). */
export function buildEvaluation(split: string, index: ScoreIndex, rows: number): Evaluation {
  const { positives, negatives } = totalsOf(index);
  const { low, high } = scoreRangeOf(index);
  const { values, reasons, ksThreshold } = scoreMetricsOf(index);
  return {
    split,
    rows,
    index,
    positives,
    negatives,
    low,
    high,
    scoreMetrics: values,
    ksThreshold,
    undefinedReasons: reasons,
    drawnCuts: buildDrawnCuts(index),
  };
}
