import { spellsMissing, spellsNumber } from '../../core/dataset/cell.ts';

/** First characters at which a spreadsheet takes a cell for a formula or a command. */
const DANGEROUS = /^[=+\-@\t\r\0]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * Text that a spreadsheet would run as a formula, with an apostrophe in front. What spells a number (-0.5; -0,5; -5 %; -inf) or a
 * missing value (-) stays as it is.
 */
function guarded(text: string): string {
  const isFormula = DANGEROUS.test(text) && !spellsNumber(text) && !spellsMissing(text);
  return isFormula ? `'${text}` : text;
}

/** A number in full; nothing for NaN. */
const numberText = (value: number): string => (Number.isNaN(value) ? '' : String(value));

/** One cell of CSV: text guarded against running as a formula, NaN an empty cell, quotes by RFC 4180. */
export function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return numberText(cell);
  const safe = guarded(cell);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of CSV, its newline included. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

interface Cells {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A table as CSV, its header guarded like its cells. */
export function csvText(table: Cells): string {
  return [table.columns, ...table.rows].map(csvLine).join('');
}

/**
 * One cell of a table to be pasted into a sheet. There a tab or a newline always ends a cell, so that they become blanks; a quote at
 * the start would open a quoted cell, so that it is quoted itself.
 */
function pastedCell(cell: string | number): string {
  if (typeof cell === 'number') return numberText(cell);
  const text = guarded(cell.replace(/[\t\r\n]+/g, ' ').trim());
  return text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as tab-separated text, ready to be pasted into a sheet, and as safe to open there as CSV. */
export function pastedText(table: Cells): string {
  return [table.columns, ...table.rows].map((row) => row.map(pastedCell).join('\t')).join('\n');
}
