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
  selectHasLines,
  selectRule,
  selectThreshold,
} from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { useThresholdColumns } from '../../chartState/useThresholdColumns.ts';
import { OutcomeBadge } from '../../rowsTable/OutcomeBadge.tsx';
import { COLUMN_LIMIT, shortened, shownColumns } from '../../rowsTable/shownColumns.ts';
import { ALL_ROWS, type RowFilters, RowsFilters } from './RowsFilters.tsx';
import '../../rowsTable/rowsTable.css';
import './RowsPanel.css';

const ROW_HEIGHT = 33;
const SHOWN_HEIGHT = 520;
/** Rows fetched beyond what is in sight, so that scrolling rarely meets a gap. */
const MARGIN = 40;
const PAGE = Math.ceil(SHOWN_HEIGHT / ROW_HEIGHT) + 2 * MARGIN;
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
  const [first, setFirst] = useState(0);
  const [lastAnswer, setAnswer] = useState<{ page: RowPage; offset: number; columns: readonly ColumnProfile[] } | null>(
    null,
  );
  const scroller = useRef<HTMLElement>(null);
  // A page of rows belongs to the file it was asked of; under another file's columns it would be nonsense.
  const [answered, setAnswered] = useState(dataset);
  if (answered !== dataset) {
    setAnswered(dataset);
    setAnswer(null);
    setFilters({ ...chosen, split: null });
    setFirst(0);
  }
  const answer = answered === dataset ? lastAnswer : null;
  const isThere = chosen.split === null || evaluations.some(({ split }) => split === chosen.split);
  const filters = useMemo(() => (isThere ? chosen : { ...chosen, split: null }), [chosen, isThere]);

  const offset = Math.max(0, first - MARGIN);
  const interpretation = prepared?.interpretation;
  const places = useMemo(() => shownColumns(allColumns, interpretation), [allColumns, interpretation]);
  const query = useMemo(
    () => ({ ...filters, offset, limit: PAGE, threshold, rule, columns: places }),
    [filters, offset, threshold, rule, places],
  );
  const asked = useMemo(() => places.map((place) => allColumns[place]), [places, allColumns]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading of the file (`prepared`) and thresholds of groups change the answer to the same query
  useEffect(() => {
    let isCurrent = true;
    void fetchRows(query).then((page) => {
      if (isCurrent && page !== null) setAnswer({ page, offset: query.offset, columns: asked });
    });
    return () => {
      isCurrent = false;
    };
  }, [query, fetchRows, prepared, asked, groups]);

  if (dataset === undefined || prepared === undefined) return null;
  const columns = answer?.columns ?? asked;
  const isTransformed = prepared.transform !== 'none' || divisor !== 1;
  const total = answer?.page.total ?? 0;
  const shown = answer?.page.rows ?? [];
  const before = Math.min(answer?.offset ?? 0, total);
  const after = Math.max(0, total - before - shown.length);
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
          setFirst(0);
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
        onScroll={(event) => {
          const top = Math.floor(event.currentTarget.scrollTop / ROW_HEIGHT);
          // A new page only when the old one is about to run out.
          if (Math.abs(top - first) > MARGIN / 2) setFirst(top);
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
            {before > 0 && <tr style={{ height: before * ROW_HEIGHT }} />}
            {shown.map((row, place) => (
              <tr key={row.row} aria-rowindex={before + place + 2}>
                <td>{dataset.summary.files.length > 1 ? `${row.file}:${row.line}` : row.line}</td>
                <td>{translate(row.isFlagged ? 'rows.flagged' : 'rows.notFlagged')}</td>
                <td>
                  <OutcomeBadge outcome={row.outcome} />
                </td>
                {isTransformed && <td>{String(row.score)}</td>}
                {row.cells.map((cell, column) => (
                  <td key={columns[column].name}>{shortened(cell)}</td>
                ))}
              </tr>
            ))}
            {after > 0 && <tr style={{ height: after * ROW_HEIGHT }} />}
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
