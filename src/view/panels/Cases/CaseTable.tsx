import { type KeyboardEvent, type UIEvent, useEffect, useMemo, useRef, useState } from 'react';
import { translate } from '../../../i18n/translate.ts';
import { selectHasFiles, selectHasLines } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { useIsPrinting } from '../../controls/useIsPrinting.ts';
import { ColumnWidths } from '../../rowsTable/ColumnWidths.tsx';
import { drawnTop, listHeight, nearSight, ROW_HEIGHT, rowAtTop, topOfRow } from '../../rowsTable/scrolledRows.ts';
import { CaseRows } from './CaseRows.tsx';
import type { CaseAnswer } from './useCaseWindow.ts';

/** Rows from one Page key to the next. */
const PAGE_ROWS = 12;
const HEAD_ROWS = 1;

interface CaseTableProps {
  readonly answer: CaseAnswer;
  readonly isBehind: boolean;
  /** The first row in sight, and the row that the keys are at, by their places in the list. */
  readonly first: number;
  readonly active: number;
  readonly onFirst: (first: number) => void;
  readonly onActive: (active: number) => void;
}

/** The list as a table of which only the part in sight is drawn; the arrow keys go from row to row. */
export function CaseTable({ answer, isBehind, first, active, onFirst, onActive }: CaseTableProps) {
  const { page, columns, offset, widest } = answer;
  const { total, rows } = page;
  const order = useTuner((state) => state.caseOrder);
  const hasFiles = useTuner(selectHasFiles);
  const hasLines = useTuner(selectHasLines);
  const { setCaseOrder, setOpenCase } = useActions();
  const scroller = useRef<HTMLElement>(null);
  const [shownHeight, setShownHeight] = useState(520);
  const isPrinting = useIsPrinting();

  /** The row of the keys stays in sight. */
  const goTo = (wanted: number) => {
    const next = Math.max(0, Math.min(total - 1, wanted));
    onActive(next);
    const node = scroller.current;
    if (node === null) return;
    const height = node.clientHeight;
    const inSight = Math.floor(height / ROW_HEIGHT) - HEAD_ROWS - 1;
    const top = rowAtTop(node.scrollTop, total, height);
    if (next < top) node.scrollTop = topOfRow(next, total, height);
    else if (next >= top + inSight) node.scrollTop = topOfRow(next - inSight + 1, total, height);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + PAGE_ROWS,
      PageUp: active - PAGE_ROWS,
      Home: 0,
      End: total - 1,
    };
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const row = rows[active - offset];
      if (row !== undefined) setOpenCase(row.row);
    } else if (Object.hasOwn(moves, event.key)) {
      event.preventDefault();
      goTo(moves[event.key]);
    }
  };
  const onScroll = ({ currentTarget }: UIEvent<HTMLElement>) => {
    setShownHeight(currentTarget.clientHeight);
    onFirst(rowAtTop(currentTarget.scrollTop, total, currentTarget.clientHeight));
  };
  useEffect(() => {
    const node = scroller.current;
    if (node !== null && first === 0) node.scrollTop = 0;
  }, [first]);

  // A list that was fetched whole stays whole; of a longer one the rows near those in sight are drawn, on paper all there are.
  const isWhole = isPrinting || rows.length === total;
  const [start, end] = isWhole ? [0, rows.length] : nearSight(first - offset, rows.length, shownHeight);
  const drawn = useMemo(() => rows.slice(start, end), [rows, start, end]);
  const before = drawnTop(offset + start, drawn.length, first, total, shownHeight);
  const after = Math.max(0, listHeight(total) - before - drawn.length * ROW_HEIGHT);
  const activeRow = drawn[active - offset - start];
  const sortBy = (column: string) => {
    const isAgain = typeof order !== 'string' && order.column === column && !order.isDescending;
    setCaseOrder({ column, isDescending: isAgain });
  };
  const sorted = (column: string) => {
    if (typeof order === 'string' || order.column !== column) return undefined;
    return order.isDescending ? 'descending' : 'ascending';
  };
  return (
    <section className={isBehind ? 'rowsScroll casesBehind' : 'rowsScroll'} ref={scroller} onScroll={onScroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are gone through by keys
        role="grid"
        className="rowsTable casesTable"
        aria-label={translate('cases.list')}
        aria-rowcount={total + HEAD_ROWS}
        aria-activedescendant={activeRow === undefined ? undefined : `case-${activeRow.row}`}
        aria-describedby="cases-keys"
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col">{translate(hasLines ? 'rows.line' : 'rows.row')}</th>
            <th scope="col">{translate('rows.result')}</th>
            <th scope="col">{translate('rows.score')}</th>
            <th scope="col">{translate('cases.distance')}</th>
            <th scope="col">{translate('cases.mark')}</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col" aria-sort={sorted(name)}>
                <button type="button" className="caseSort" onClick={() => sortBy(name)}>
                  {name}
                  <span aria-hidden="true">
                    {{ ascending: ' ↑', descending: ' ↓', none: '' }[sorted(name) ?? 'none']}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <ColumnWidths texts={widest} />
          {before > 0 && <tr style={{ height: before }} />}
          <CaseRows
            rows={drawn}
            columns={columns}
            offset={offset + start}
            active={active}
            hasFiles={hasFiles}
            onActive={onActive}
          />
          {after > 0 && <tr style={{ height: after }} />}
        </tbody>
      </table>
      {rows.length < total && <p className="onPaper hint">{translate('print.rows', { shown: rows.length, total })}</p>}
      {total === 0 && <p className="rowsNone hint">{translate('cases.none')}</p>}
    </section>
  );
}
