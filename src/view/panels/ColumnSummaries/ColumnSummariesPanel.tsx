import { useEffect, useState } from 'react';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectColumnSummaries } from '../../../state/columnsSlice.ts';
import { selectColumns, selectInterpretation } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { ColumnCard } from './ColumnCard.tsx';
import { summariesTable } from './summariesTable.ts';
import './ColumnSummaries.css';

/** Columns that are counted at once; of wide files the others wait until somebody asks for them. */
const AT_ONCE = 12;

/** Every column with its values, how often they occur and how often they are positive: what was labelled, and how. */
export function ColumnSummariesPanel() {
  const opened = useTuner((state) => state.opened);
  const isPreparing = useTuner((state) => state.isPreparing);
  const columns = useTuner(selectColumns);
  const interpretation = useTuner(selectInterpretation);
  const summaries = useTuner(selectColumnSummaries);
  const { summarizeColumns, downloadTable } = useActions();
  const [wanted, setWanted] = useState(AT_ONCE);
  const names = columns.slice(0, wanted).map(({ name }) => name);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names follow from the file and how many are wanted
  useEffect(() => {
    void summarizeColumns(names);
  }, [opened, isPreparing, wanted, summarizeColumns]);
  if (interpretation === null) return null;

  const left = columns.length - names.length;
  const known = names.flatMap((name) => summaries.get(name) ?? []);
  return (
    <section className="panel columnSummaries" aria-labelledby="summary-title">
      <div className="panelHead">
        <h2 id="summary-title">{translate('summary.title')}</h2>
        <button
          type="button"
          className="linkButton"
          aria-label={translate('chart.csvOf', { title: translate('summary.title') })}
          disabled={known.length === 0}
          onClick={() => downloadTable('columns', summariesTable(known))}
        >
          {translate('chart.csv')}
        </button>
      </div>
      <p className="hint">{translate('summary.hint', { positive: interpretation.positiveLabel })}</p>
      <div className="columnCards">
        {names.map((name) => (
          <ColumnCard key={name} name={name} summary={summaries.get(name) ?? null} interpretation={interpretation} />
        ))}
      </div>
      {left > 0 && (
        <p className="hint">
          {translate('summary.shown', { shown: names.length, total: columns.length })}
          {sentenceGap()}
          <button type="button" className="linkButton" onClick={() => setWanted(wanted + AT_ONCE)}>
            {translate('summary.more', { count: Math.min(AT_ONCE, left) })}
          </button>
        </p>
      )}
    </section>
  );
}
