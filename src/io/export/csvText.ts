import { numberIn } from '../../core/dataset/cell.ts';

/** First characters at which a spreadsheet takes a cell for a formula or a command. */
const DANGEROUS = /^[=+\-@\t\r\0]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * One cell of CSV. Text that a spreadsheet would run as a formula gets an apostrophe in front, plain numbers such as -0.5 stay as
 * they are; NaN is an empty cell; quotes are written by RFC 4180.
 */
export function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return Number.isNaN(cell) ? '' : String(cell);
  const isFormula = DANGEROUS.test(cell) && !Number.isFinite(numberIn(cell));
  const safe = isFormula ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of CSV, its newline included. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A table as CSV, its header guarded like its cells. */
export function csvText(table: {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}): string {
  return [table.columns, ...table.rows].map(csvLine).join('');
}
