import { useMemo } from 'react';
import { scoreMetrics, thresholdMetric } from '../../../core/metrics/catalog.ts';
import type { MetricId, ThresholdMetricId } from '../../../core/metrics/metric.ts';
import { translate } from '../../../i18n/translate.ts';
import { GROUP_METRICS } from '../../../state/groupChoice.ts';
import { selectGroups } from '../../../state/groupSelectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { groupsCsv, plottedTable } from '../../chartState/groupTables.ts';
import {
  figureAt,
  type GroupRow,
  type GroupRows,
  useGroupDecision,
  useGroupRows,
  useOrderedGroups,
} from '../../chartState/useGroupRows.ts';
import { useMarker, useMarkerAtRest, useMarkerNow } from '../../chartState/useMarker.ts';
import { useTakeAway } from '../../chartState/useTakeAway.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { GroupDots, GroupDotsChart } from '../../charts/GroupDotsChart.tsx';
import { formatFigure, metricName } from '../../terms/groupWords.ts';
import { useSplitName } from '../../terms/useSplitName.ts';

/** As many lines as can be told apart. */
const DRAWN = 30;

/** The groups side by side: a dot each for one metric. */
export function GroupPlotPanel() {
  const rows = useGroupRows();
  return rows === null ? null : <GroupPlotFigure rows={rows} />;
}

/** Where a metric can lie: its whole range, or as far as some groups reach where it has no end. */
function useRange(id: MetricId, rows: readonly GroupRow[]): readonly [low: number, high: number] {
  const marker = useMarkerAtRest();
  const decided = useGroupDecision();
  return useMemo(() => {
    const at = decided(marker);
    const [low, high] =
      scoreMetrics.find((metric) => metric.id === id)?.range ?? thresholdMetric(id as ThresholdMetricId).range;
    if (Number.isFinite(low) && Number.isFinite(high)) return [low, high];
    const values = rows.flatMap((row) => {
      const { value, interval } = figureAt(id, row, at, false, true);
      return [value, interval?.high ?? value, interval?.low ?? value].filter(Number.isFinite);
    });
    const least = Number.isFinite(low) ? low : Math.min(0, ...values);
    const most = Math.max(least, ...values);
    return [least, most > least ? most + (most - least) / 20 : least + 1];
  }, [id, rows, marker, decided]);
}

function GroupPlotFigure({ rows }: { readonly rows: GroupRows }) {
  const choice = useTuner((state) => state.groupChoice);
  const { plotted } = choice;
  const split = useTuner((state) => selectGroups(state)?.split ?? '');
  const hasWeights = useTuner((state) => state.opened?.prepared.hasWeights ?? false);
  const ordered = useOrderedGroups(rows);
  const drawn = useMemo(() => ordered.slice(0, DRAWN), [ordered]);
  const names = useMemo(() => drawn.map(({ name }) => name), [drawn]);
  const decided = useGroupDecision();
  const markerNow = useMarkerNow();
  const rest = decided(useMarkerAtRest());
  const [low, high] = useRange(plotted, drawn);
  const takeAway = useTakeAway('groups', () =>
    groupsCsv(rows, ordered, split, decided(markerNow()), choice, hasWeights),
  );
  const metric = metricName(plotted);
  const nameOf = useSplitName();
  const isAbsent = drawn.every((row) => Number.isNaN(figureAt(plotted, row, rest, true, false).value));
  return (
    <ChartFigure
      title={translate('slices.plot.title')}
      aside={<MetricChoice />}
      readout={<WholeReadout rows={rows} />}
      notes={ordered.length > DRAWN ? [translate('slices.plot.first', { count: DRAWN })] : []}
      hint={translate('slices.plot.hint')}
      description={translate('slices.plot.description', { metric, count: drawn.length, split: nameOf(split) })}
      absence={isAbsent ? translate('slices.plot.absence', { metric }) : null}
      readTable={() => plottedTable(drawn, decided(markerNow()), plotted, hasWeights)}
      {...takeAway}
    >
      <GroupDotsChart names={names} low={low} high={high} label={`${metric} →`}>
        <Dots rows={rows} drawn={drawn} />
      </GroupDotsChart>
    </ChartFigure>
  );
}

function MetricChoice() {
  const { plotted } = useTuner((state) => state.groupChoice);
  const { setGroupChoice } = useActions();
  return (
    <select
      className="select"
      aria-label={translate('slices.plot.metric')}
      value={plotted}
      onChange={(event) => setGroupChoice({ plotted: event.currentTarget.value as MetricId })}
    >
      {GROUP_METRICS.map((id) => (
        <option key={id} value={id}>
          {metricName(id)}
        </option>
      ))}
    </select>
  );
}

function WholeReadout({ rows }: { readonly rows: GroupRows }) {
  const { plotted } = useTuner((state) => state.groupChoice);
  const decided = useGroupDecision();
  const { value } = figureAt(plotted, rows.whole, decided(useMarker()), true, false);
  return translate('slices.plot.whole', { value: formatFigure(plotted, value) });
}

/** Follows the threshold; intervals that are drawn by the bootstrap come back where it rests. */
function Dots({ rows, drawn }: { readonly rows: GroupRows; readonly drawn: readonly GroupRow[] }) {
  const { plotted } = useTuner((state) => state.groupChoice);
  const hasWeights = useTuner((state) => state.opened?.prepared.hasWeights ?? false);
  const decided = useGroupDecision();
  const at = decided(useMarker());
  const rest = useMarkerAtRest();
  const isAtRest = Object.is(rest.threshold, at.threshold) && rest.rule === at.rule;
  const dots = drawn.map((row) => figureAt(plotted, row, at, hasWeights, isAtRest));
  return <GroupDots dots={dots} whole={figureAt(plotted, rows.whole, at, true, false).value} />;
}
