import { formatCount, formatThreshold } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { GROUP_METRICS, type GroupChoice } from '../../state/groupChoice.ts';
import type { TextTable } from '../../state/tables.ts';
import type { ReadableTable } from '../charts/DataTable.tsx';
import { formatFigure, metricName } from '../terms/groupWords.ts';
import { shownRule } from './curveTables.ts';
import { type At, confusionOf, figureAt, type GroupRow, type GroupRows, thresholdOfRow } from './useGroupRows.ts';

/** Every group with its counts and every metric, and the intervals of those that are shown. */
export function groupsCsv(
  { whole }: Pick<GroupRows, 'whole'>,
  ordered: readonly GroupRow[],
  split: string,
  at: At,
  { metrics, plotted }: GroupChoice,
  hasWeights: boolean,
): TextTable {
  const sure = new Set([...metrics, plotted]);
  const columnsOf = (id: GroupChoice['plotted']) => (sure.has(id) ? [id, `${id}.low`, `${id}.high`] : [id]);
  return {
    columns: [
      'split',
      'rule',
      'threshold',
      'group',
      'rows',
      'tp',
      'fp',
      'fn',
      'tn',
      ...GROUP_METRICS.flatMap(columnsOf),
    ],
    rows: [whole, ...ordered].map((row) => {
      const confusion = confusionOf(row, at);
      const { tp, fp, fn, tn } = confusion;
      const figures = GROUP_METRICS.flatMap((id) => {
        const { value, interval } = figureAt(id, row, at, hasWeights, sure.has(id), confusion);
        return sure.has(id) ? [value, interval?.low ?? Number.NaN, interval?.high ?? Number.NaN] : [value];
      });
      return [split, at.rule, thresholdOfRow(row, at), row.name, row.measured.rows, tp, fp, fn, tn, ...figures];
    }),
  };
}

/** The groups as the chart shows them, as people read them. */
export function plottedTable(
  rows: readonly GroupRow[],
  at: At,
  id: GroupChoice['plotted'],
  hasWeights: boolean,
): ReadableTable {
  const metric = metricName(id);
  return {
    caption:
      (at.thresholdOf ?? null) === null
        ? translate('slices.plot.caption', {
            metric,
            rule: shownRule(at.rule),
            threshold: formatThreshold(at.threshold),
          })
        : translate('slices.plot.captionByGroup', { metric }),
    columns: [translate('slices.group'), translate('slices.rows'), metric, translate('slices.plot.interval')],
    rows: rows.map((row) => {
      const { value, interval } = figureAt(id, row, at, hasWeights, true);
      const between =
        interval === null ? '—' : `${formatFigure(id, interval.low)} – ${formatFigure(id, interval.high)}`;
      return [row.name, formatCount(row.measured.rows), formatFigure(id, value), between];
    }),
  };
}
