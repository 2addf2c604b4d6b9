import { useEffect, useMemo, useRef, useState } from 'react';
import type { ColumnProfile } from '../../../core/dataset/profile.ts';
import { formatThreshold } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectDecidingGroups } from '../../../state/fairnessSelectors.ts';
import type { RowPage } from '../../../state/rows.ts';
import {
  selectColumns,
  selectDivisor,
  selectEvaluations,
  selectHasFiles,
  selectHasLines,
  selectRule,
  selectThreshold,
} from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { useThresholdColumns } from '../../chartState/useThresholdColumns.ts';
import { ColumnWidths, type WidestTexts, widestTexts } from '../../rowsTable/ColumnWidths.tsx';
import { drawnTop, listHeight, ROW_HEIGHT, rowAtTop } from '../../rowsTable/scrolledRows.ts';
import { COLUMN_LIMIT, shownColumns } from '../../rowsTable/shownColumns.ts';
import { STRETCH, useStretch } from '../../rowsTable/useStretch.ts';
import { RowLines, rowTexts } from './RowLines.tsx';
import { ALL_ROWS, type RowFilters, RowsFilters } from './RowsFilters.tsx';
import '../../rowsTable/rowsTable.css';
import './RowsPanel.css';

interface Answer {
  readonly page: RowPage;
  readonly offset: number;
  readonly columns: readonly ColumnProfile[];
  /** Of all rows fetched so far under these columns, those texts of each column that may be the widest. */
  readonly widest: WidestTexts;
}

/** All rows, fetched a page at a time, each with its prediction and outcome. */
export function RowsPanel() {
  const dataset = useTuner((state) => state.opened?.dataset);
  const prepared = useTuner((state) => state.opened?.prepared);
  const evaluations = useTuner(selectEvaluations);
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const groups = useTuner(selectDecidingGroups);
  const byColumns = useThresholdColumns();
  const allColumns = useTuner(selectColumns);
  const divisor = useTuner(selectDivisor);
  const hasLines = useTuner(selectHasLines);
  const { fetchRows } = useActions();
  const [chosen, setFilters] = useState<RowFilters>(ALL_ROWS);
  const hasFiles = useTuner(selectHasFiles);
  const { first, from, goTo } = useStretch();
  const [shownHeight, setShownHeight] = useState(520);
  const [lastAnswer, setAnswer] = useState<Answer | null>(null);
  const scroller = useRef<HTMLElement>(null);
  // A page of rows belongs to the file it was asked of; under another file's columns it would be nonsense.
  const [answered, setAnswered] = useState(dataset);
  if (answered !== dataset) {
    setAnswered(dataset);
    setAnswer(null);
    setFilters({ ...chosen, split: null });
    goTo(0);
  }
  const answer = answered === dataset ? lastAnswer : null;
  const isThere = chosen.split === null || evaluations.some(({ split }) => split === chosen.split);
  const filters = useMemo(() => (isThere ? chosen : { ...chosen, split: null }), [chosen, isThere]);

  const interpretation = prepared?.interpretation;
  const places = useMemo(() => shownColumns(allColumns, interpretation), [allColumns, interpretation]);
  const query = useMemo(
    () => ({ ...filters, offset: from, limit: STRETCH, threshold, rule, columns: places }),
    [filters, from, threshold, rule, places],
  );
  const asked = useMemo(() => places.map((place) => allColumns[place]), [places, allColumns]);
  const isTransformed = (prepared !== undefined && prepared.transform !== 'none') || divisor !== 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading of the file (`prepared`) and thresholds of groups change the answer to the same query
  useEffect(() => {
    let isCurrent = true;
    void fetchRows(query).then((page) => {
      if (!isCurrent || page === null) return;
      const texts = page.rows.map((row) => rowTexts(row, hasFiles, isTransformed));
      setAnswer((last) => ({
        page,
        offset: query.offset,
        columns: asked,
        widest: widestTexts(texts, last?.columns === asked ? last.widest : []),
      }));
    });
    return () => {
      isCurrent = false;
    };
  }, [query, fetchRows, prepared, asked, groups, hasFiles, isTransformed]);

  if (dataset === undefined || prepared === undefined) return null;
  const columns = answer?.columns ?? asked;
  const total = answer?.page.total ?? 0;
  const shown = answer?.page.rows ?? [];
  const offset = answer?.offset ?? 0;
  const before = drawnTop(offset, shown.length, first, total, shownHeight);
  const after = Math.max(0, listHeight(total) - before - shown.length * ROW_HEIGHT);
  return (
    <section className="panel rowsPanel" aria-labelledby="rows-title">
      <div className="panelHead">
        <h2 id="rows-title">{translate('rows.title')}</h2>
        <p className="hint" role="status">
          {byColumns === null
            ? translate('rows.count', {
                count: total,
                rule: rule === '>=' ? '≥' : '>',
                threshold: formatThreshold(threshold),
              })
            : translate('rows.countByGroup', { count: total, columns: byColumns })}
        </p>
      </div>
      <RowsFilters
        filters={filters}
        splits={evaluations.length > 1 ? evaluations.map((evaluation) => evaluation.split) : []}
        onChange={(change) => {
          setFilters({ ...filters, ...change });
          goTo(0);
          if (scroller.current !== null) scroller.current.scrollTop = 0;
        }}
      />
      {columns.length < allColumns.length && (
        <p className="hint">{translate('rows.columns', { count: COLUMN_LIMIT, total: allColumns.length })}</p>
      )}
      <section
        className="rowsScroll"
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label={translate('rows.scroll')}
        onScroll={({ currentTarget }) => {
          setShownHeight(currentTarget.clientHeight);
          goTo(rowAtTop(currentTarget.scrollTop, total, currentTarget.clientHeight));
        }}
      >
        <table className="rowsTable" aria-labelledby="rows-title" aria-rowcount={total + 1}>
          <thead>
            <tr>
              <th scope="col">{translate(hasLines ? 'rows.line' : 'rows.row')}</th>
              <th scope="col">{translate('rows.prediction')}</th>
              <th scope="col">{translate('rows.result')}</th>
              {isTransformed && <th scope="col">{translate('rows.score')}</th>}
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <ColumnWidths texts={answer?.widest ?? []} />
            {before > 0 && <tr style={{ height: before }} />}
            <RowLines rows={shown} offset={offset} hasFiles={hasFiles} isTransformed={isTransformed} />
            {after > 0 && <tr style={{ height: after }} />}
          </tbody>
        </table>
        {answer !== null && total === 0 && <p className="rowsNone hint">{translate('rows.none')}</p>}
        {shown.length < total && (
          <p className="onPaper hint">{translate('print.rows', { shown: shown.length, total })}</p>
        )}
      </section>
    </section>
  );
}
