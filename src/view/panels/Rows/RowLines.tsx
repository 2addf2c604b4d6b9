import { memo } from 'react';
import { translate } from '../../../i18n/translate.ts';
import type { TableRow } from '../../../state/rows.ts';
import { OutcomeBadge } from '../../rowsTable/OutcomeBadge.tsx';
import { placeText } from '../../rowsTable/placeText.ts';
import { shortened } from '../../rowsTable/shownColumns.ts';

interface RowLinesProps {
  readonly rows: readonly TableRow[];
  /** The place of the first of them in the list. */
  readonly offset: number;
  readonly hasFiles: boolean;
  /** Whether the score that is decided on stands in no column of the file. */
  readonly isTransformed: boolean;
}

/** The stretch of the list that was fetched; scrolling within it draws nothing anew. */
export const RowLines = memo(function RowLines({ rows, offset, hasFiles, isTransformed }: RowLinesProps) {
  return rows.map((row, at) => {
    const [place, prediction, , ...cells] = rowTexts(row, hasFiles, isTransformed);
    return (
      // After the row of the headings.
      <tr key={row.row} aria-rowindex={offset + at + 2}>
        <td>{place}</td>
        <td>{prediction}</td>
        <td>
          <OutcomeBadge outcome={row.outcome} />
        </td>
        {cells.map((text, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
          <td key={column}>{text}</td>
        ))}
      </tr>
    );
  });
});

/** What the list says of a row, column by column; its result, which is drawn, is left empty. */
export function rowTexts(row: TableRow, hasFiles: boolean, isTransformed: boolean): readonly string[] {
  return [
    placeText(row, hasFiles),
    translate(row.isFlagged ? 'rows.flagged' : 'rows.notFlagged'),
    '',
    ...(isTransformed ? [String(row.score)] : []),
    ...row.cells.map(shortened),
  ];
}
