import { memo } from 'react';
import type { ColumnProfile } from '../../../core/dataset/profile.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { OutcomeBadge } from '../../rowsTable/OutcomeBadge.tsx';
import { caseTexts } from './caseTexts.ts';
import type { CaseAnswer } from './useCaseWindow.ts';

interface CaseRowsProps {
  readonly rows: CaseAnswer['page']['rows'];
  readonly columns: readonly ColumnProfile[];
  readonly offset: number;
  readonly active: number;
  readonly hasFiles: boolean;
  readonly onActive: (active: number) => void;
}

/** The stretch of the list that was fetched. Scrolling moves it and must not draw it anew: it is much larger than what is in sight. */
export const CaseRows = memo(function CaseRows({ rows, columns, offset, active, hasFiles, onActive }: CaseRowsProps) {
  return rows.map((row, at) => (
    <CaseRow
      key={row.row}
      row={row}
      columns={columns}
      place={offset + at}
      isActive={offset + at === active}
      hasFiles={hasFiles}
      onActive={onActive}
    />
  ));
});

interface CaseRowProps {
  readonly row: CaseRowsProps['rows'][number];
  readonly columns: readonly ColumnProfile[];
  readonly place: number;
  readonly isActive: boolean;
  readonly hasFiles: boolean;
  readonly onActive: (active: number) => void;
}

const CaseRow = memo(function CaseRow({ row, columns, place, isActive, hasFiles, onActive }: CaseRowProps) {
  const isMarked = useTuner((state) => state.marks.has(row.row));
  const { setOpenCase } = useActions();
  const [written, , score, distance, marked, ...cells] = caseTexts(row, hasFiles);
  return (
    <tr
      id={`case-${row.row}`}
      className={isActive ? 'caseActive' : undefined}
      // After the row of the headings.
      aria-rowindex={place + 2}
      aria-selected={isActive}
      onClick={() => {
        onActive(place);
        setOpenCase(row.row);
      }}
    >
      <td>{written}</td>
      <td>
        <OutcomeBadge outcome={row.outcome} />
      </td>
      <td title={String(row.score)}>{score}</td>
      <td>{distance}</td>
      <td>{isMarked ? marked : ''}</td>
      {cells.map((cell, column) => (
        <td key={columns[column].name}>{cell}</td>
      ))}
    </tr>
  );
});
