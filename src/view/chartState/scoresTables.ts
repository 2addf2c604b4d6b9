import type { NumberRange } from '../../core/cases/caseSelection.ts';
import type { SliderScale } from '../../core/choose/stops.ts';
import { scoreHistogram } from '../../core/curves/histogram.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { formatCount, formatThreshold } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import type { TextTable } from '../../state/tables.ts';
import type { ReadableTable } from '../charts/DataTable.tsx';
import type { ClassShares } from '../charts/ScoresByClassChart.tsx';
import { type ChartSplits, columnOn } from './chartSplits.ts';

/** As many bins as are drawn, and as many as are read. */
const DRAWN_BINS = 50;
const READ_BINS = 20;

/** The share of each class in every drawn bin; NaN for a class without rows. */
export function classShares(evaluation: Evaluation, scale: SliderScale): ClassShares {
  const { positives, negatives } = countsOf(evaluation, scale, DRAWN_BINS);
  return {
    name: evaluation.split,
    positives: positives.map((count) => count / evaluation.positives),
    negatives: negatives.map((count) => count / evaluation.negatives),
  };
}

/** The scores of the bar in which a threshold lies; null where it lies beside all of them. O(1). */
export function barAt(scale: SliderScale, threshold: number): NumberRange | null {
  const { low, high } = scale;
  if (!(threshold >= low && threshold <= high) || low === high) return null;
  const guess = Math.floor(((threshold - low) / (high - low)) * DRAWN_BINS);
  // Rounding may put the guess one bar off.
  const bar = [guess - 1, guess, guess + 1].findLast(
    (each) => each >= 0 && each < DRAWN_BINS && threshold >= edge(scale, each, DRAWN_BINS),
  );
  if (bar === undefined) return null;
  const isLast = bar === DRAWN_BINS - 1;
  return {
    low: edge(scale, bar, DRAWN_BINS),
    high: edge(scale, bar + 1, DRAWN_BINS),
    isLowIn: true,
    isHighIn: isLast,
  };
}

/** The counts of each class by score, coarse enough to be read. */
export function scoresTable(splits: ChartSplits, scale: SliderScale): ReadableTable {
  const shown = [splits.main, ...splits.others];
  const counts = shown.map((evaluation) => countsOf(evaluation, scale, READ_BINS));
  return {
    caption: translate('chart.scoresTable', { bins: DRAWN_BINS }),
    columns: [
      translate('chart.columnFrom'),
      ...shown.flatMap(({ split }) => [
        columnOn(translate('chart.positive'), split, splits),
        columnOn(translate('chart.negative'), split, splits),
      ]),
    ],
    rows: Array.from({ length: READ_BINS }, (_, i) => [
      formatThreshold(edge(scale, i, READ_BINS)),
      ...counts.flatMap(({ positives, negatives }) => [formatCount(positives[i]), formatCount(negatives[i])]),
    ]),
  };
}

/** Every drawn bin of every split. */
export function scoresCsv({ all }: ChartSplits, scale: SliderScale): TextTable {
  return {
    columns: ['split', 'from', 'to', 'positives', 'negatives', 'share_of_positives', 'share_of_negatives'],
    rows: all.flatMap((evaluation) => {
      const { positives, negatives } = countsOf(evaluation, scale, DRAWN_BINS);
      return Array.from({ length: DRAWN_BINS }, (_, i) => [
        evaluation.split,
        edge(scale, i, DRAWN_BINS),
        edge(scale, i + 1, DRAWN_BINS),
        positives[i],
        negatives[i],
        positives[i] / evaluation.positives,
        negatives[i] / evaluation.negatives,
      ]);
    }),
  };
}

function countsOf({ index }: Evaluation, { low, high }: SliderScale, bins: number) {
  return {
    positives: scoreHistogram(index.positives, low, high, bins),
    negatives: scoreHistogram(index.negatives, low, high, bins),
  };
}

/** The same edges as the histogram's. */
function edge({ low, high }: SliderScale, i: number, bins: number): number {
  return i === bins ? high : low + ((high - low) * i) / bins;
}
