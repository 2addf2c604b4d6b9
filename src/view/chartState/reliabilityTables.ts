import {
  type BinStrategy,
  brierParts,
  expectedCalibrationError,
  type ReliabilityBin,
  reliabilityBins,
} from '../../core/calibration/reliability.ts';
import { wilsonInterval } from '../../core/intervals/proportion.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { hasWeights } from '../../core/scores/scoreIndex.ts';
import { formatCount, formatMetric, formatPercent, formatThreshold } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import type { TextTable } from '../../state/tables.ts';
import type { ReadableTable } from '../charts/DataTable.tsx';
import type { DrawnBin } from '../charts/ReliabilityChart.tsx';
import { type ChartSplits, splitName } from './chartSplits.ts';

/** How well the scores of one split are chances. */
export interface Reliability {
  readonly strategy: BinStrategy;
  readonly bins: readonly ReliabilityBin[];
  /** Those that hold cases, with intervals where rows count one each. */
  readonly drawn: readonly DrawnBin[];
  readonly error: number;
  readonly parts: ReturnType<typeof brierParts>;
}

/** O(rows): once a split and strategy. */
export function reliabilityOf({ index, scoreMetrics }: Evaluation, strategy: BinStrategy): Reliability {
  const bins = reliabilityBins(index, strategy);
  const interval = ({ amount, probTrue }: ReliabilityBin) =>
    hasWeights(index) ? null : wilsonInterval(Math.round(amount * probTrue), amount);
  return {
    strategy,
    bins,
    drawn: bins.filter(({ amount }) => amount > 0).map((bin) => ({ ...bin, interval: interval(bin) })),
    error: expectedCalibrationError(bins),
    parts: brierParts(bins, scoreMetrics.brierScore),
  };
}

/** "equal width" */
export const strategyName = (strategy: BinStrategy): string => translate(`reliability.${strategy}`);

/** The bins that hold cases, as a table to read. */
export function reliabilityTable(splits: ChartSplits, { strategy, drawn }: Reliability): ReadableTable {
  const isWeighted = hasWeights(splits.main.index);
  const values = { strategy: strategyName(strategy), split: splitName(splits) };
  return {
    caption: translate(isWeighted ? 'reliability.tableWeighted' : 'reliability.table', values),
    columns: [
      translate('reliability.from'),
      translate('reliability.to'),
      translate('chart.meanScore'),
      translate('chart.shareOfPositives'),
      ...(isWeighted ? [] : [translate('reliability.low'), translate('reliability.high')]),
      translate('chart.cases'),
    ],
    rows: drawn.map(({ low, high, probPred, probTrue, interval, amount }) => [
      formatThreshold(low),
      formatThreshold(high),
      formatMetric(probPred),
      formatPercent(probTrue),
      ...(interval === null ? [] : [formatPercent(interval.low), formatPercent(interval.high)]),
      formatCount(amount),
    ]),
  };
}

/** Every bin of every split, empty ones too, in full precision. */
export function reliabilityCsv({ all }: ChartSplits, strategy: BinStrategy): TextTable {
  return {
    columns: ['split', 'bins', 'above', 'up_to', 'amount', 'prob_pred', 'prob_true'],
    rows: all.flatMap((evaluation) =>
      reliabilityBins(evaluation.index, strategy).map(({ low, high, amount, probPred, probTrue }) => [
        evaluation.split,
        strategy,
        low,
        high,
        amount,
        probPred,
        probTrue,
      ]),
    ),
  };
}
