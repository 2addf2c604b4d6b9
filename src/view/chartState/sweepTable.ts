import { type SliderScale, stopAt } from '../../core/choose/stops.ts';
import type { DecisionRule } from '../../core/scores/confusion.ts';
import { formatThreshold } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import type { ReadableTable } from '../charts/DataTable.tsx';
import { MOST_ROWS } from '../charts/readableRows.ts';
import { type ChartSplits, splitName } from './chartSplits.ts';
import { shownRule, shownValues } from './curveTables.ts';
import type { NamedMetric } from './useMarker.ts';

/** The metrics of the split in view at even steps of the slider. */
export function sweepTable(
  splits: ChartSplits,
  rule: DecisionRule,
  metrics: readonly NamedMetric[],
  scale: SliderScale,
): ReadableTable {
  const steps = Math.min(MOST_ROWS - 1, scale.stops);
  return {
    caption: translate('chart.sweepTable', { rule: shownRule(rule), split: splitName(splits) }),
    columns: [translate('chart.columnThreshold'), ...metrics.map(({ name }) => name)],
    rows: Array.from({ length: steps + 1 }, (_, i) => {
      const threshold = stopAt(scale, steps === 0 ? 0 : Math.round((i * scale.stops) / steps));
      return [formatThreshold(threshold), ...shownValues(splits.main, threshold, rule, metrics)];
    }),
  };
}
