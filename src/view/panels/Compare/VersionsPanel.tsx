import { useContext, useEffect, useMemo } from 'react';
import { betterOf } from '../../../core/choose/objective.ts';
import { MUCH_DRIFT, SOME_DRIFT } from '../../../core/columns/populationStability.ts';
import {
  changeBetween,
  haveIntervals,
  type MeasuredVersion,
  MOST_VERSIONS,
  measureVersions,
} from '../../../core/compare/versions.ts';
import { precision, recall } from '../../../core/metrics/threshold.ts';
import { formatCount, formatMetric, formatPercent, formatThreshold } from '../../../i18n/format.ts';
import { goalText } from '../../../i18n/goalText.ts';
import { joinedList, sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectComparedGoal } from '../../../state/compare.ts';
import { selectEvaluation, selectPrices, selectRule, selectThreshold } from '../../../state/selectors.ts';
import { TunerContext, useActions, useTuner } from '../../../state/useTuner.ts';
import {
  selectAreVersionsLate,
  selectVersionColumn,
  selectVersionColumns,
  selectVersionCount,
  selectVersions,
} from '../../../state/versions.ts';
import { useTakeAway } from '../../chartState/useTakeAway.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { VersionsChart } from '../../charts/VersionsChart.tsx';
import { Choice } from '../../controls/Choice.tsx';
import { ScrollsSideways } from '../../controls/ScrollsSideways.tsx';
import { Term } from '../../controls/Term.tsx';
import { TopicTerm } from '../../terms/TopicTerm.tsx';
import { useSplitName } from '../../terms/useSplitName.ts';
import './Compare.css';

/** Whether the model does better or worse from version to version, and whether its scores have moved. */
export function VersionsPanel() {
  const columns = useTuner(selectVersionColumns);
  const column = useTuner(selectVersionColumn);
  const count = useTuner(selectVersionCount);
  const versions = useMeasured();
  const isLate = useTuner(selectAreVersionsLate);
  const { setVersionColumn } = useActions();
  useAsked();
  if (column === null) return null;
  const isTooMany = count > MOST_VERSIONS;
  return (
    <>
      <section className="panel comparePanel compareWide" aria-labelledby="versions-title">
        <h2 id="versions-title">{translate('versions.title')}</h2>
        {columns.length > 1 && (
          <Choice
            name={translate('versions.by')}
            value={column}
            options={columns}
            onChange={(name) => name !== null && setVersionColumn(name)}
          />
        )}
        {isTooMany ? (
          <p>{translate('versions.tooMany', { column, count, most: MOST_VERSIONS })}</p>
        ) : versions === null ? (
          <p role="status">{translate('versions.waiting')}</p>
        ) : (
          <div className={isLate ? 'isLate' : undefined}>
            <Change versions={versions} />
            <VersionsTable versions={versions} />
            <Notes versions={versions} />
          </div>
        )}
      </section>
      {!isTooMany && versions !== null && <VersionsFigure versions={versions} />}
    </>
  );
}

/** Has the versions measured, now and whenever the file, its reading or the split in view changes. */
function useAsked(): void {
  const store = useContext(TunerContext);
  const prepared = useTuner((state) => state.opened?.prepared);
  const isPreparing = useTuner((state) => state.isPreparing);
  const split = useTuner((state) => selectEvaluation(state)?.split);
  const column = useTuner(selectVersionColumn);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for depends on all of these
  useEffect(() => {
    void store?.getState().refreshVersions();
  }, [store, prepared, isPreparing, split, column]);
}

/** The goal as text, which stays the same while it says the same. */
const goalKey = (state: Parameters<typeof selectComparedGoal>[0]): string => JSON.stringify(selectComparedGoal(state));

function useMeasured(): readonly MeasuredVersion[] | null {
  const versions = useTuner(selectVersions);
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const goal = useTuner(goalKey);
  return useMemo(
    () => (versions === null ? null : measureVersions(versions, threshold, rule, JSON.parse(goal))),
    [versions, threshold, rule, goal],
  );
}

interface PartProps {
  readonly versions: readonly MeasuredVersion[];
}

const hasBoth = ({ positives, negatives }: MeasuredVersion): boolean => positives > 0 && negatives > 0;

/** From the first version to the last: better or worse, and whether the scores have moved. */
function Change({ versions }: PartProps) {
  const split = useTuner((state) => selectEvaluation(state)?.split ?? '');
  const isPlain = useTuner((state) => haveIntervals(selectVersions(state) ?? []));
  const nameOf = useSplitName();
  const whole = versions.filter(hasBoth);
  const [first, last] = [whole[0], whole.at(-1)];
  if (first === undefined || last === undefined || first === last)
    return <p>{translate('versions.one', { split: nameOf(split) })}</p>;
  const names = { first: first.name, last: last.name };
  const { difference, low, high } = changeBetween(first.auc, last.auc);
  const side = difference > 0 ? 'better' : difference < 0 ? 'worse' : 'same';
  const { drift } = last;
  return (
    <p className="compareVerdict">
      {translate(`versions.${side}`, {
        ...names,
        before: formatMetric(first.auc.auc),
        after: formatMetric(last.auc.auc),
      })}
      {sentenceGap()}
      {isPlain && !Number.isNaN(low) && side !== 'same' && (
        <Term
          explain={() => (
            <p>{translate('versions.changeTerm', { ...names, low: formatMetric(low), high: formatMetric(high) })}</p>
          )}
        >
          {translate(low > 0 || high < 0 ? 'compare.sure' : 'compare.chance')}
        </Term>
      )}
      {sentenceGap()}
      {drift !== null && (
        <TopicTerm
          topic="populationStability"
          explain={() => (
            <p>
              {translate('versions.driftTerm', {
                ...names,
                psi: formatMetric(drift.populationStability),
                ks: formatMetric(drift.ksDistance),
              })}
            </p>
          )}
        >
          {translate(`versions.drift.${driftSide(drift.populationStability)}`, names)}
        </TopicTerm>
      )}
    </p>
  );
}

const driftSide = (stability: number) => (stability < SOME_DRIFT ? 'none' : stability <= MUCH_DRIFT ? 'some' : 'much');

function VersionsTable({ versions }: PartProps) {
  return (
    <ScrollsSideways name={translate('versions.table')}>
      <table className="figureTable compareTable" aria-label={translate('versions.table')}>
        <thead>
          <tr>
            {columnNames().map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => {
            const [name, ...cells] = shownCells(version);
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never change their order
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollsSideways>
  );
}

const columnNames = (): readonly string[] => [
  translate('versions.version'),
  translate('versions.rows'),
  translate('versions.positives'),
  translate('metric.rocAuc.name'),
  translate('metric.precision.name'),
  translate('metric.recall.name'),
  translate('versions.best'),
  translate('versions.psi'),
  translate('versions.ks'),
];

function shownCells(version: MeasuredVersion): readonly string[] {
  const { name, rows, positives, negatives, auc, confusion, best, drift } = version;
  return [
    name,
    formatCount(rows),
    formatPercent(positives / (positives + negatives)),
    formatMetric(auc.auc),
    formatMetric(precision.of(confusion, Number.NaN)),
    formatMetric(recall.of(confusion, Number.NaN)),
    best === null ? '—' : formatThreshold(best),
    formatMetric(drift?.populationStability ?? Number.NaN),
    formatMetric(drift?.ksDistance ?? Number.NaN),
  ];
}

/** At which threshold, and of which versions nothing can be said. */
function Notes({ versions }: PartProps) {
  const split = useTuner((state) => selectEvaluation(state)?.split ?? '');
  const rule = useTuner(selectRule);
  const threshold = useTuner(selectThreshold);
  const { unit } = useTuner(selectPrices);
  const goal = useTuner(goalKey);
  const nameOf = useSplitName();
  const objective = JSON.parse(goal) as ReturnType<typeof selectComparedGoal>;
  const better = objective.kind === 'metric' ? betterOf(objective) : 'higher';
  const named = (of: readonly MeasuredVersion[]) => joinedList(of.map(({ name }) => name));
  const empty = versions.filter(({ rows }) => rows === 0);
  const ofOneClass = versions.filter((version) => version.rows > 0 && !hasBoth(version));
  return (
    <>
      <p className="hint">
        {translate('versions.at', {
          rule: rule === '>=' ? '≥' : '>',
          threshold: formatThreshold(threshold),
          goal: goalText(objective, better, unit),
        })}
      </p>
      {empty.length > 0 && (
        <p className="hint">{translate('versions.noRows', { split: nameOf(split), names: named(empty) })}</p>
      )}
      {ofOneClass.length > 0 && <p className="hint">{translate('versions.oneClass', { names: named(ofOneClass) })}</p>}
    </>
  );
}

function VersionsFigure({ versions }: PartProps) {
  const split = useTuner((state) => selectEvaluation(state)?.split ?? '');
  const nameOf = useSplitName();
  const takeAway = useTakeAway('versions', () => ({
    columns: ['version', 'rows', 'positives', 'rocAuc', 'precision', 'recall', 'bestThreshold', 'psi', 'ks'],
    rows: versions.map(({ name, rows, positives, auc, confusion, best, drift }) => [
      name,
      rows,
      positives,
      auc.auc,
      precision.of(confusion, Number.NaN),
      recall.of(confusion, Number.NaN),
      best ?? Number.NaN,
      drift?.populationStability ?? Number.NaN,
      drift?.ksDistance ?? Number.NaN,
    ]),
  }));
  const names = useMemo(() => versions.map(({ name }) => name), [versions]);
  const lines = useMemo(() => linesOf(versions), [versions]);
  return (
    <ChartFigure
      title={translate('versions.chart')}
      readout={null}
      hint={translate('versions.chartHint')}
      description={translate('versions.chartDescription', { count: versions.length, split: nameOf(split) })}
      readTable={() => ({
        caption: translate('versions.chart'),
        columns: columnNames(),
        rows: versions.map(shownCells),
      })}
      {...takeAway}
    >
      <VersionsChart versions={names} lines={lines} />
    </ChartFigure>
  );
}

/** The best threshold is left out where it is no share, which has no place on the same axis. */
function linesOf(versions: readonly MeasuredVersion[]) {
  const best = versions.map((version) => version.best ?? Number.NaN);
  const isShare = best.every((value) => Number.isNaN(value) || (value >= 0 && value <= 1));
  return [
    { name: translate('metric.rocAuc.name'), values: versions.map(({ auc }) => auc.auc) },
    {
      name: translate('metric.precision.name'),
      values: versions.map(({ confusion }) => precision.of(confusion, Number.NaN)),
    },
    {
      name: translate('metric.recall.name'),
      values: versions.map(({ confusion }) => recall.of(confusion, Number.NaN)),
    },
    ...(isShare ? [{ name: translate('versions.best'), values: best }] : []),
  ];
}
