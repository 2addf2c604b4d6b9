import { thresholdMetric } from '../../core/metrics/catalog.ts';
import { confusionAt, type DecisionRule } from '../../core/scores/confusion.ts';
import { cutThreshold } from '../../core/scores/cutThreshold.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { formatMetric, formatThreshold } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import type { TextTable } from '../../state/tables.ts';
import type { ReadableTable } from '../charts/DataTable.tsx';
import { placesAtSteps } from '../charts/readableRows.ts';
import { type ChartSplits, columnOn } from './chartSplits.ts';
import type { NamedMetric } from './useMarker.ts';

/**
 * A curve as a table to read: decisions of the split in view at even steps of the curve's first metric, which must rise as the
 * threshold falls, with what the same thresholds do on the other splits.
 */
export function curveTable(splits: ChartSplits, rule: DecisionRule, metrics: readonly NamedMetric[]): ReadableTable {
  const { main, others } = splits;
  const shown = [main, ...others];
  const { thresholds } = main.drawnCuts;
  const along = cutValues(main, metrics[0]);
  const places = placesAtSteps(along, (k) => Number.isFinite(thresholds[k]));
  return {
    caption: translate('chart.curveTable', { rule: shownRule(rule), axis: metrics[0].name }),
    columns: [
      translate('chart.columnThreshold'),
      ...shown.flatMap(({ split }) => metrics.map(({ name }) => columnOn(name, split, splits))),
    ],
    rows: places.map((k) => {
      const threshold = cutThreshold(main.index, thresholds[k], rule);
      return [formatThreshold(threshold), ...shown.flatMap((one) => shownValues(one, threshold, rule, metrics))];
    }),
  };
}

/** Every drawn cut of every split in full precision. */
export function curveCsv({ all }: ChartSplits, rule: DecisionRule, metrics: readonly NamedMetric[]): TextTable {
  return {
    columns: ['split', 'rule', 'threshold', ...metrics.map(({ id }) => id)],
    rows: all.flatMap((evaluation) =>
      Array.from(evaluation.drawnCuts.thresholds, (cut) => {
        const threshold = cutThreshold(evaluation.index, cut, rule);
        const confusion = confusionAt(evaluation.index, threshold, rule);
        return [
          evaluation.split,
          rule,
          threshold,
          ...metrics.map(({ id }) => thresholdMetric(id).of(confusion, threshold)),
        ];
      }),
    ),
  };
}

/** "≥" for `>=` */
export function shownRule(rule: DecisionRule): string {
  return rule === '>=' ? '≥' : '>';
}

/** The metrics of one split at a threshold, as shown. */
export function shownValues(
  { index }: Evaluation,
  threshold: number,
  rule: DecisionRule,
  metrics: readonly NamedMetric[],
): readonly string[] {
  const confusion = confusionAt(index, threshold, rule);
  return metrics.map(({ id }) => formatMetric(thresholdMetric(id).of(confusion, threshold)));
}

function cutValues({ index, drawnCuts }: Evaluation, { id }: NamedMetric): Float64Array {
  return drawnCuts.thresholds.map((threshold) =>
    thresholdMetric(id).of(confusionAt(index, threshold, '>='), threshold),
  );
}
