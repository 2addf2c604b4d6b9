import type { CategoryColumn, Column, Dataset, DatasetFile } from '../../core/dataset/dataset.ts';
import { listed } from '../../core/dataset/said.ts';
import type { Finding } from '../../core/roles/finding.ts';
import { isIdColumn } from '../../core/roles/roleEvidence.ts';
import { type ReadingNotes, SkipLog, type SkipReason } from '../../core/rows/accounting.ts';
import { ReadProblem } from '../readProblem.ts';
import { uniqueNames } from '../uniqueNames.ts';
import { columnFindings } from './columnFindings.ts';
import { ColumnBuilder } from './columns.ts';
import { Growing, makerFor, words } from './growing.ts';
import { listColumns } from './lists/listColumn.ts';
import type { ListOrigin } from './lists/listOrigin.ts';
import type { PlainFields } from './plainFields.ts';
import { withoutClassNumbers } from './wekaClasses.ts';

/** Name of the column that says from which file a row comes, where there are several. */
const FILE_COLUMN = 'file';
/** Columns that a table may have. */
export const COLUMN_LIMIT = 100_000;
/** Empty cells above columns that only later rows have, where there are many such columns. */
const LATE_CELLS = 20_000_000;
const MANY_COLUMNS = 1000;

/** The rows as they were read, and what there is to say about that. */
export interface BuiltTable {
  readonly dataset: Dataset;
  readonly notes: ReadingNotes;
  /** The columns of the files that became several each. */
  readonly lists: readonly ListOrigin[];
}

/** Thrown where a file has other columns than the one before it. */
export class DifferentColumns extends ReadProblem {
  /** Both have a column named like an id. */
  readonly haveIds: boolean;

  constructor(
    values: { readonly file: string; readonly other: string; readonly missing: readonly string[] },
    haveIds: boolean,
  ) {
    super('differentColumns', values);
    this.haveIds = haveIds;
  }
}

/** The rows of all files on their way to becoming a dataset. */
export class Table {
  readonly #files: DatasetFile[] = [];
  readonly #findings: Finding[] = [];
  readonly #skips = new SkipLog();
  #builders: ColumnBuilder[] = [];
  #placeOf = new Map<string, number>();
  /** For each field of the current file, its place among the columns. */
  #columnOf: number[] = [];
  /** Where runs of rows on consecutive lines begin: the row, and its line. */
  readonly #runRows = new Growing(words);
  readonly #runLines = new Growing(words);
  #nextLine = 0;
  #rowCount = 0;
  #fileStart = 0;
  #blankLines = 0;
  /** Cells that columns were filled with which came late. */
  #lateCells = 0;
  readonly #keepsIds: boolean;

  /** `keepsIds`: cells of columns named like an id stay as they are written, to be compared with those of another file. */
  constructor(keepsIds = false) {
    this.#keepsIds = keepsIds;
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** Bytes in use, roughly. O(columns). */
  get byteLength(): number {
    const lines = this.#runRows.byteLength + this.#runLines.byteLength;
    return this.#builders.reduce((sum, builder) => sum + builder.byteLength, lines);
  }

  /** Bytes that each further row will take, as far as the rows so far tell. O(columns + different cells). */
  get bytesPerRow(): number {
    return this.#builders.reduce((sum, builder) => sum + builder.bytesPerRow(this.#rowCount), 0);
  }

  /** Begins a file. Its columns must be those of the first file, in whatever order. */
  startFile(file: string, names: readonly string[]): void {
    this.#fileStart = this.#rowCount;
    if (names.length > COLUMN_LIMIT) {
      throw new ReadProblem('tooManyColumns', { file, count: names.length, limit: COLUMN_LIMIT });
    }
    if (this.#builders.length === 0) {
      this.#builders = names.map((name) => this.#builderOf(name));
      this.#placeOf = new Map(names.map((name, place) => [name, place]));
    }
    const given = new Set(names);
    const missing = this.#builders.map(({ name }) => name).filter((name) => !given.has(name));
    const extra = names.filter((name) => !this.#placeOf.has(name));
    if (missing.length > 0 || extra.length > 0) {
      const other = this.#files[0].name;
      const haveIds = names.some((name) => isIdColumn({ name })) && this.#builders.some(isIdColumn);
      throw new DifferentColumns({ file, other, missing: listed(missing.length > 0 ? missing : extra) }, haveIds);
    }
    this.#columnOf = names.map((name) => this.#placeOf.get(name) ?? 0);
  }

  /** Adds a column to the file being read, empty in every row so far. O(rows). */
  addColumn(file: string, name: string): void {
    const count = this.#builders.length + 1;
    this.#lateCells += this.#rowCount;
    if (count > COLUMN_LIMIT || (count > MANY_COLUMNS && this.#lateCells > LATE_CELLS)) {
      throw new ReadProblem('tooManyKeys', { file, count });
    }
    let place = this.#placeOf.get(name);
    if (place === undefined || this.#columnOf.includes(place)) {
      place = this.#builders.length;
      const builder = this.#builderOf(name);
      builder.pushEmpty(this.#rowCount);
      this.#builders.push(builder);
      this.#placeOf.set(name, place);
    }
    this.#columnOf.push(place);
  }

  #builderOf(name: string): ColumnBuilder {
    return new ColumnBuilder(name, this.#keepsIds && isIdColumn({ name }));
  }

  /** Adds records, each with as many fields as the file has columns. */
  add(records: readonly (readonly string[])[], lines: readonly number[]): void {
    for (let at = 0; at < lines.length; at++) this.#noteLines(this.#rowCount + at, lines[at], 1);
    for (let field = 0; field < this.#columnOf.length; field++) {
      this.#builders[this.#columnOf[field]].pushField(records, field);
    }
    this.#rowCount += records.length;
  }

  /** Adds records on consecutive lines whose fields are still places in their bytes. */
  addPlain(fields: PlainFields, firstLine: number): void {
    if (fields.records === 0) return;
    this.#noteLines(this.#rowCount, firstLine, fields.records);
    for (let field = 0; field < this.#columnOf.length; field++) {
      this.#builders[this.#columnOf[field]].pushPlainField(fields, field);
    }
    this.#rowCount += fields.records;
  }

  /** The column of a field of the current file, to push cells to; `addPushed` follows when every column has as many. */
  fieldAt(field: number): ColumnBuilder {
    return this.#builders[this.#columnOf[field]];
  }

  addPushed(count: number, firstLine: number): void {
    this.#noteLines(this.#rowCount, firstLine, count);
    this.#rowCount += count;
  }

  /** Notes on which consecutive lines some rows stand. */
  #noteLines(row: number, line: number, count: number): void {
    if (line !== this.#nextLine) {
      this.#runRows.push(row);
      this.#runLines.push(line);
    }
    this.#nextLine = line + count;
  }

  skip(reason: SkipReason, file: string, line: number): void {
    this.#skips.add(reason, () => ({ file, line }));
  }

  addBlankLine(): void {
    this.#blankLines++;
  }

  note(finding: Finding): void {
    this.#findings.push(finding);
  }

  endFile(name: string): void {
    this.#files.push({ name, firstRow: this.#fileStart, rowCount: this.#rowCount - this.#fileStart });
  }

  build(): BuiltTable {
    const rowCount = this.#rowCount;
    const all: Column[] = [];
    const origins: ListOrigin[] = [];
    for (const builder of this.#builders) {
      const built = builder.build();
      const lists = listColumns(built.column, rowCount);
      for (const each of lists?.columns ?? [built]) {
        all.push(each.column);
        for (const finding of columnFindings(each)) this.note(finding);
      }
      for (const finding of lists?.findings ?? []) this.note(finding);
      if (lists !== null) origins.push(lists.origin);
    }
    const names = uniqueNames(all.map(({ name }) => name));
    const own = all.map((column, at) => (column.name === names[at] ? column : { ...column, name: names[at] }));
    if (isEmptyTail(own)) own.pop();
    const { columns: bare, findings } = withoutClassNumbers(own);
    for (const finding of findings) this.note(finding);
    const columns = [...bare];
    if (this.#files.length > 1) columns.push(fileColumn(this.#files, columns, rowCount));
    const lines = {
      rows: this.#runRows.moveTo(new Uint32Array(this.#runRows.length)),
      lines: this.#runLines.moveTo(new Uint32Array(this.#runLines.length)),
    };
    const dataset = { rowCount, columns, files: this.#files, lines };
    const notes = { skipped: this.#skips.entries(), blankLines: this.#blankLines, findings: this.#findings };
    return { dataset, notes, lists: origins };
  }
}

/** What a delimiter at the end of every line leaves: a last column without a name and without a cell. */
function isEmptyTail(columns: readonly Column[]): boolean {
  const last = columns.at(-1);
  if (last === undefined || columns.length < 2 || last.name !== `column ${columns.length}`) return false;
  return last.kind === 'category' && last.dictionary.every((cell) => cell === '');
}

function fileColumn(files: readonly DatasetFile[], columns: readonly Column[], rowCount: number): CategoryColumn {
  const dictionary = splitNames(files.map(({ name }) => name));
  const codes = makerFor(files.length - 1)(rowCount);
  for (const [code, file] of files.entries()) codes.fill(code, file.firstRow, file.firstRow + file.rowCount);
  const name = uniqueNames([...columns.map((column) => column.name), FILE_COLUMN])[columns.length];
  const numbers = new Float64Array(dictionary.length).fill(Number.NaN);
  const missing = new Uint8Array(dictionary.length);
  return { kind: 'category', name, codes, dictionary, numbers, missing, spelling: 'plain', isAmbiguous: false };
}

/** Short names for files: without extension, and without the words all of them begin or end with ("preds_train.csv" → "train"). */
export function splitNames(files: readonly string[]): string[] {
  const words = files.map((name) =>
    name.replace(/(?:\.(?:csv|tsv|txt|tab|jsonl?|ndjson|parquet|gz|zip))+$/i, '').split(/([_\-. ]+)/),
  );
  const shortest = Math.min(...words.map((list) => list.length));
  let start = 0;
  while (start < shortest - 1 && words.every((list) => list[start] === words[0][start])) start++;
  let end = 0;
  while (end < shortest - 1 - start && words.every((list) => list.at(-1 - end) === words[0].at(-1 - end))) end++;
  const names = words.map((list) =>
    list
      .slice(start, list.length - end)
      .join('')
      .replace(/^[_\-. ]+|[_\-. ]+$/g, ''),
  );
  return uniqueNames(names.map((name, at) => name || files[at]));
}
