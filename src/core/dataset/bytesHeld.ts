import type { Column, Dataset } from './dataset.ts';

/** Bytes of all arrays behind a dataset; the few texts of dictionaries are not counted. O(columns + text pieces). */
export function bytesHeld({ columns, lines }: Pick<Dataset, 'columns' | 'lines'>): number {
  const inColumns = columns.reduce((sum, column) => sum + bytesOf(column), 0);
  return inColumns + lines.rows.byteLength + lines.lines.byteLength;
}

function bytesOf(column: Column): number {
  if (column.kind === 'text') {
    return column.pieces.reduce((sum, { units, ends }) => sum + units.byteLength + ends.byteLength, 0);
  }
  if (column.kind === 'category') {
    return column.codes.byteLength + column.numbers.byteLength + column.missing.byteLength;
  }
  const { values, exceptions, marks } = column;
  return values.byteLength + exceptions.rows.byteLength + exceptions.codes.byteLength + (marks?.byteLength ?? 0);
}
