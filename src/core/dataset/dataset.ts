import { type NumberSpelling, numbersSpelt } from './numberSpelling.ts';

/**
 * The rows of one or more files as typed columns. A column is kept as a dictionary while it has few different cells (labels,
 * splits, hard predictions, ties) and as plain doubles once it has many; text with many values stays a dictionary.
 */
export interface CategoryColumn {
  readonly kind: 'category';
  readonly name: string;
  /** One code a row, an index into `dictionary`. */
  readonly codes: Uint32Array;
  /** The different cells as written, trimmed. A missing cell keeps its spelling (''; 'NA'; 'null'). */
  readonly dictionary: readonly string[];
  /** The number each dictionary entry spells; NaN where it spells none (text, or missing). */
  readonly numbers: Float64Array;
  /** 1 where the dictionary entry spells a missing value. */
  readonly missing: Uint8Array;
  /** How `numbers` was read; the text is kept, so that it can be read in another way. */
  readonly spelling: NumberSpelling;
  /** Its commas may mark decimals as well as thousands: `otherSpelling` reads as many cells. */
  readonly isAmbiguous: boolean;
}

export interface NumberColumn {
  readonly kind: 'number';
  readonly name: string;
  /** One double a row; NaN where the cell is missing or no number. */
  readonly values: Float64Array;
  /** What stood in the cells that are no number, by row. */
  readonly exceptions: ReadonlyMap<number, string>;
}

export type Column = CategoryColumn | NumberColumn;

/** One file of a dataset: its rows are [firstRow, firstRow + rowCount). */
export interface DatasetFile {
  readonly name: string;
  readonly firstRow: number;
  readonly rowCount: number;
}

export interface Dataset {
  readonly rowCount: number;
  /** Names are unique; the reader numbers repeated ones. */
  readonly columns: readonly Column[];
  readonly files: readonly DatasetFile[];
  /** The line of its file on which each row starts, counted from 1. */
  readonly lines: Uint32Array;
}

/** The number in a cell; NaN where it is missing or no number. O(1). */
export function numberAt(column: Column, row: number): number {
  return column.kind === 'number' ? column.values[row] : column.numbers[column.codes[row]];
}

/** The text of a cell, '' where a number column has nothing in it. O(1). */
export function textAt(column: Column, row: number): string {
  if (column.kind === 'category') return column.dictionary[column.codes[row]];
  const value = column.values[row];
  return Number.isNaN(value) ? (column.exceptions.get(row) ?? '') : String(value);
}

/** A column whose numbers are read in another spelling. O(dictionary). */
export function respelt(column: CategoryColumn, spelling: NumberSpelling): CategoryColumn {
  return { ...column, numbers: numbersSpelt(column.dictionary, spelling), spelling };
}

/** The column of that name, or null. O(columns). */
export function columnNamed(dataset: Dataset, name: string | null): Column | null {
  return name === null ? null : (dataset.columns.find((column) => column.name === name) ?? null);
}

/** Where a row stands: its file and its line there. O(files). */
export function placeOf(dataset: Dataset, row: number): { readonly file: string; readonly line: number } {
  const file = dataset.files.find(({ firstRow, rowCount }) => row >= firstRow && row < firstRow + rowCount);
  return { file: file?.name ?? '', line: dataset.lines[row] };
}
