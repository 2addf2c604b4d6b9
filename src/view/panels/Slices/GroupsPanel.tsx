import { useId, useRef } from 'react';
import { formatCount } from '../../../i18n/format.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectGroupsInForce } from '../../../state/fairnessSelectors.ts';
import { GROUP_METRICS, MOST_GROUP_METRICS } from '../../../state/groupChoice.ts';
import { selectGrouping, selectGroups } from '../../../state/groupSelectors.ts';
import { selectHasSplits } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { groupsCsv } from '../../chartState/groupTables.ts';
import {
  figureAt,
  type GroupRows,
  useGroupDecision,
  useGroupRows,
  useOrderedGroups,
} from '../../chartState/useGroupRows.ts';
import { useMarkerAtRest, useMarkerNow } from '../../chartState/useMarker.ts';
import { useThresholdColumns } from '../../chartState/useThresholdColumns.ts';
import { MetricChooser } from '../../charts/MetricChooser.tsx';
import { Sentence } from '../../controls/Sentence.tsx';
import { formatFigure, metricName } from '../../terms/groupWords.ts';
import { TopicTerm } from '../../terms/TopicTerm.tsx';
import { GroupByFields } from './GroupByFields.tsx';
import { GroupTable } from './GroupTable.tsx';
import { MeasuringGroups } from './MeasuringGroups.tsx';
import './slices.css';

/** Groups of rows and what the threshold does to each of them. */
export function GroupsPanel() {
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const grouping = useTuner(selectGrouping);
  const rows = useGroupRows();
  const isCurrent = useTuner((state) => selectGroups(state)?.isCurrent ?? false);
  return (
    <section className="panel groupsPanel" aria-labelledby={titleId}>
      <div className="panelHead">
        <h2 id={titleId} ref={title} tabIndex={-1} data-arrival="">
          {translate('slices.title')}
        </h2>
        {rows !== null && <Actions rows={rows} />}
      </div>
      {grouping === null && <p className="hint">{translate('slices.lead')}</p>}
      <GroupByFields />
      {grouping !== null && !isCurrent && <MeasuringGroups onCancelled={() => title.current?.focus()} />}
      {rows !== null && (
        <div className={isCurrent ? 'groupsAnswer' : 'groupsAnswer late'} aria-busy={!isCurrent}>
          <Said rows={rows} />
          <GroupTable rows={rows} titleId={titleId} />
        </div>
      )}
    </section>
  );
}

/** Which metrics are shown, and the table as a file. */
function Actions({ rows }: { readonly rows: GroupRows }) {
  const choice = useTuner((state) => state.groupChoice);
  const split = useTuner((state) => selectGroups(state)?.split ?? '');
  const hasWeights = useTuner((state) => state.opened?.prepared.hasWeights ?? false);
  const decided = useGroupDecision();
  const markerNow = useMarkerNow();
  const ordered = useOrderedGroups(rows);
  const { setGroupChoice, downloadTable } = useActions();
  return (
    <span className="groupActions">
      <MetricChooser
        choices={GROUP_METRICS.map((id) => ({ id, name: metricName(id) }))}
        chosen={choice.metrics}
        most={MOST_GROUP_METRICS}
        onChange={(metrics) => setGroupChoice({ metrics })}
      />
      <button
        type="button"
        className="chartButton"
        aria-label={translate('chart.csvOf', { title: translate('slices.table') })}
        onClick={() =>
          downloadTable('groups', groupsCsv(rows, ordered, split, decided(markerNow()), choice, hasWeights))
        }
      >
        {translate('chart.csv')}
      </button>
    </span>
  );
}

/** What the table says, in words. */
function Said({ rows }: { readonly rows: GroupRows }) {
  const value = useTuner((state) => selectGroups(state)?.value);
  const split = useTuner((state) => selectGroups(state)?.split ?? '');
  const hasSplits = useTuner(selectHasSplits);
  const hasWeights = useTuner((state) => state.opened?.prepared.hasWeights ?? false);
  if (value === undefined) return null;
  const shown = value.groups.length;
  const groups = shown + (value.others?.count ?? 0);
  const counted = { groups, rows: rows.whole.measured.rows };
  return (
    <>
      <p className="groupsSaid">
        <Sentence
          textKey={hasSplits ? 'slices.countOnSplit' : 'slices.count'}
          holes={{ groups: <b>{formatCount(groups)}</b>, rows: formatCount(counted.rows), split: <b>{split}</b> }}
          counts={counted}
        />
        {sentenceGap()}
        <Spread rows={rows} />
      </p>
      <Decided />
      {value.others !== null && <p className="hint">{translate('slices.othersSaid', { total: groups, shown })}</p>}
      <p className="hint">
        {hasWeights ? (
          translate('slices.noIntervals')
        ) : (
          <TopicTerm topic="interval" explain={() => <p>{translate('slices.intervalsTerm')}</p>}>
            {translate('slices.intervals')}
          </TopicTerm>
        )}
      </p>
    </>
  );
}

/** By which thresholds the groups are decided, where there are several. */
function Decided() {
  const columns = useThresholdColumns();
  const isByGroup = useTuner((state) => selectGroupsInForce(state) !== null);
  if (columns === null) return null;
  return <p className="hint">{isByGroup ? translate('slices.atGroups') : translate('slices.atOne', { columns })}</p>;
}

/** From which group to which the metric of the chart goes. */
function Spread({ rows }: { readonly rows: GroupRows }) {
  const { plotted } = useTuner((state) => state.groupChoice);
  const decided = useGroupDecision();
  const at = decided(useMarkerAtRest());
  const values = rows.groups
    .filter(({ key }) => key !== 'others')
    .map((row) => ({ name: row.name, value: figureAt(plotted, row, at, true, false).value }))
    .filter(({ value }) => !Number.isNaN(value));
  if (values.length < 2) return null;
  const lowest = values.reduce((least, each) => (each.value < least.value ? each : least));
  const highest = values.reduce((most, each) => (each.value > most.value ? each : most));
  const metric = metricName(plotted);
  if (lowest.value === highest.value)
    return translate('slices.spreadSame', { metric, value: formatFigure(plotted, lowest.value) });
  return translate('slices.spread', {
    metric,
    low: formatFigure(plotted, lowest.value),
    lowest: lowest.name,
    high: formatFigure(plotted, highest.value),
    highest: highest.name,
  });
}
