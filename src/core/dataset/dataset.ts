import { spellsMissing } from './cell.ts';
import { firstAtLeast } from './firstAtLeast.ts';
import { type LineRuns, lineAt } from './lineRuns.ts';
import { type NumberSpelling, numberSpelt, numbersSpelt, turnedToComma } from './numberSpelling.ts';
import { type TextPiece, textIn } from './textPieces.ts';

/** Numbers by place: a typed array as narrow as they allow. */
export interface Numbers {
  readonly length: number;
  readonly byteLength: number;
  readonly [at: number]: number;
}

/**
 * The rows of one or more files as typed columns. A column is kept as a dictionary while it has few different cells (labels,
 * splits, hard predictions, ties), as plain numbers once it has many, and as one long text where they are no numbers.
 */
export interface CategoryColumn {
  readonly kind: 'category';
  readonly name: string;
  /** One code a row, an index into `dictionary`. */
  readonly codes: Numbers;
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
  /** One number a row, exactly; NaN where the cell is missing or no number. Whole numbers without a gap are kept as integers. */
  readonly values: Numbers;
  /** What stood in the cells that are no number. */
  readonly exceptions: Exceptions;
  readonly spelling: NumberSpelling;
  readonly isAmbiguous: boolean;
  /** Of an ambiguous column, which of the `MARKS` each cell has; else null. */
  readonly marks: Uint8Array | null;
}

/** The cells of a number column that spell none, the empty ones left out. */
export interface Exceptions {
  /** Ascending. */
  readonly rows: Uint32Array;
  /** For each of `rows`, an index into `texts`. */
  readonly codes: Numbers;
  readonly texts: readonly string[];
}

export interface TextColumn {
  readonly kind: 'text';
  readonly name: string;
  readonly pieces: readonly TextPiece[];
}

export type Column = CategoryColumn | NumberColumn | TextColumn;

/** One file of a dataset: its rows are [firstRow, firstRow + rowCount). */
export interface DatasetFile {
  readonly name: string;
  readonly firstRow: number;
  readonly rowCount: number;
}

export interface Dataset {
  /** The rows of several files lie one behind another and the last column names each row's file, unless they were `isJoined`. */
  readonly isJoined?: boolean;
  readonly rowCount: number;
  /** Names are unique; the reader numbers repeated ones. */
  readonly columns: readonly Column[];
  readonly files: readonly DatasetFile[];
  /** The line of its file on which each row starts. */
  readonly lines: LineRuns;
}

/** The number in a cell; NaN where it is missing or no number. O(1); in a text column O(its length). */
export function numberAt(column: Column, row: number): number {
  if (column.kind === 'number') return column.values[row];
  if (column.kind === 'category') return column.numbers[column.codes[row]];
  return numberSpelt(textAt(column, row), 'plain');
}

/** `numberAt` of every row, to be read only: the column's own numbers where it has them. O(rows). */
export function numbersOf(column: Column, rowCount: number): Numbers {
  if (column.kind === 'number') return column.values;
  const numbers = new Float64Array(rowCount);
  if (column.kind === 'category') {
    for (let row = 0; row < rowCount; row++) numbers[row] = column.numbers[column.codes[row]];
  } else for (let row = 0; row < rowCount; row++) numbers[row] = numberAt(column, row);
  return numbers;
}

/** The text of a cell, '' where a number column has nothing in it. O(1), or O(log exceptions) where a number is missing. */
export function textAt(column: Column, row: number): string {
  if (column.kind === 'category') return column.dictionary[column.codes[row]];
  if (column.kind === 'text') return textIn(column.pieces, row);
  const value = column.values[row];
  return Number.isNaN(value) ? exceptionAt(column.exceptions, row) : String(value);
}

/** Whether a cell stands for "no value here". O(1), as `textAt`. */
export function isMissingAt(column: Column, row: number): boolean {
  if (column.kind === 'category') return column.missing[column.codes[row]] === 1;
  return (column.kind === 'text' || Number.isNaN(column.values[row])) && spellsMissing(textAt(column, row));
}

function exceptionAt({ rows, codes, texts }: Exceptions, row: number): string {
  const at = firstAtLeast(rows, row);
  return rows[at] === row ? texts[codes[at]] : '';
}

/** A column whose numbers are read in another spelling, as far as its text is kept or its commas are ambiguous. O(rows) at most. */
export function respelt(column: Column, spelling: NumberSpelling): Column {
  if (column.kind === 'category') {
    return { ...column, numbers: numbersSpelt(column.dictionary, spelling), spelling, isAmbiguous: false };
  }
  if (column.kind === 'text' || column.marks === null || spelling !== 'decimalComma') return column;
  const { marks } = column;
  const values = Float64Array.from(column.values, (value, row) => turnedToComma(value, marks[row]));
  return { ...column, values, spelling, isAmbiguous: false, marks: null };
}

/** The column of that name, or null. O(columns). */
export function columnNamed(dataset: Dataset, name: string | null): Column | null {
  return name === null ? null : (dataset.columns.find((column) => column.name === name) ?? null);
}

/** Where a row stands: its file and its line there. O(files + log runs). */
export function placeOf(dataset: Dataset, row: number): { readonly file: string; readonly line: number } {
  const file = dataset.files.find(({ firstRow, rowCount }) => row >= firstRow && row < firstRow + rowCount);
  return { file: file?.name ?? '', line: lineAt(dataset.lines, row) };
}
