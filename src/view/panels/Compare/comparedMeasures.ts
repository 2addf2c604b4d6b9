import type { OfBoth } from '../../../core/compare/jointBootstrap.ts';
import { costOf, type Payoff } from '../../../core/cost/payoff.ts';
import { thresholdMetric } from '../../../core/metrics/catalog.ts';
import type { ThresholdMetricId } from '../../../core/metrics/metric.ts';
import type { Confusion } from '../../../core/scores/confusion.ts';
import { formatCount, formatMetric, formatMoney } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { USUAL_THRESHOLD_METRICS } from '../../terms/usualMetrics.ts';

/** A number of a decision that models are compared by. */
export interface ComparedMeasure {
  readonly id: string;
  /** Null where it has no words of its own but those of the metric. */
  readonly name: string | null;
  readonly metric: ThresholdMetricId | null;
  readonly better: 'higher' | 'lower' | 'neither';
  readonly of: (confusion: Confusion) => number;
  readonly format: (value: number) => string;
  /** The ends of an interval, which a draw may leave between two counts. */
  readonly formatEnd: (value: number) => string;
}

/** Counts and cost first, then the usual metrics. */
export function comparedMeasures(payoff: Payoff, unit: string): readonly ComparedMeasure[] {
  const counted = (
    id: 'flagged' | 'missed' | 'falseAlarms' | 'cost',
    better: ComparedMeasure['better'],
    of: ComparedMeasure['of'],
    format: ComparedMeasure['format'] = formatCount,
  ): ComparedMeasure => ({
    id,
    name: translate(`compare.row.${id}`),
    metric: null,
    better,
    of,
    format,
    formatEnd: (value) => format(Number(value.toPrecision(3))),
  });
  return [
    counted('flagged', 'neither', ({ tp, fp }) => tp + fp),
    counted('missed', 'lower', ({ fn }) => fn),
    counted('falseAlarms', 'lower', ({ fp }) => fp),
    counted(
      'cost',
      'lower',
      (confusion) => costOf(confusion, payoff),
      (value) => formatMoney(value, unit),
    ),
    ...USUAL_THRESHOLD_METRICS.map((id): ComparedMeasure => {
      const { better, of } = thresholdMetric(id);
      // None of these depends on the threshold itself.
      const value = (confusion: Confusion) => of(confusion, Number.NaN);
      return { id, name: null, metric: id, better, of: value, format: formatMetric, formatEnd: formatMetric };
    }),
  ];
}

/** What two decisions differ by in a measure, second less first. */
export const differenceIn =
  ({ of }: Pick<ComparedMeasure, 'of'>): OfBoth =>
  (first, second) =>
    of(second) - of(first);
