import { type ReadingNotes, SkipLog, type SkipReason } from '../../core/dataset/accounting.ts';
import type { CategoryColumn, Column, Dataset, DatasetFile } from '../../core/dataset/dataset.ts';
import type { Finding } from '../../core/dataset/finding.ts';
import { ReadProblem } from '../readProblem.ts';
import { uniqueNames } from '../uniqueNames.ts';
import { ColumnBuilder, grown, spellingFinding } from './columns.ts';

/** Name of the column that says from which file a row comes, where there are several. */
const FILE_COLUMN = 'file';

/** The rows of all files on their way to becoming a dataset. */
export class Table {
  readonly #files: DatasetFile[] = [];
  readonly #findings: Finding[] = [];
  readonly #skips = new SkipLog();
  #builders: readonly ColumnBuilder[] = [];
  #placeOf = new Map<string, number>();
  /** For each field of the current file, its place among the columns. */
  #columnOf: readonly number[] = [];
  #lines = new Uint32Array(16);
  #rowCount = 0;
  #fileStart = 0;
  #blankLines = 0;

  get rowCount(): number {
    return this.#rowCount;
  }

  /** Begins a file. Its columns must be those of the first file, in whatever order. */
  startFile(file: string, names: readonly string[]): void {
    this.#fileStart = this.#rowCount;
    if (this.#builders.length === 0) {
      this.#builders = names.map((name) => new ColumnBuilder(name));
      this.#placeOf = new Map(names.map((name, place) => [name, place]));
    }
    const given = new Set(names);
    const missing = this.#builders.map(({ name }) => name).filter((name) => !given.has(name));
    const extra = names.filter((name) => !this.#placeOf.has(name));
    if (missing.length > 0 || extra.length > 0) {
      const other = this.#files[0].name;
      throw new ReadProblem('differentColumns', { file, other, missing: listed(missing.length > 0 ? missing : extra) });
    }
    this.#columnOf = names.map((name) => this.#placeOf.get(name) ?? 0);
  }

  /** Adds records, each with as many fields as the file has columns. */
  add(records: readonly (readonly string[])[], lines: readonly number[]): void {
    while (this.#lines.length < this.#rowCount + records.length) this.#lines = grown(this.#lines);
    this.#lines.set(lines, this.#rowCount);
    for (let field = 0; field < this.#columnOf.length; field++) {
      this.#builders[this.#columnOf[field]].pushField(this.#rowCount, records, field);
    }
    this.#rowCount += records.length;
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

  build(): { readonly dataset: Dataset; readonly notes: ReadingNotes } {
    const rowCount = this.#rowCount;
    const columns: Column[] = this.#builders.map((builder) => builder.build(rowCount));
    for (const column of columns) {
      const finding = column.kind === 'category' ? spellingFinding(column) : null;
      if (finding !== null) this.note(finding);
    }
    if (isEmptyTail(columns)) columns.pop();
    if (this.#files.length > 1) columns.push(fileColumn(this.#files, columns, rowCount));
    const dataset = { rowCount, columns, files: this.#files, lines: this.#lines.slice(0, rowCount) };
    const notes = { skipped: this.#skips.entries(), blankLines: this.#blankLines, findings: this.#findings };
    return { dataset, notes };
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
  const codes = new Uint32Array(rowCount);
  for (const [code, file] of files.entries()) codes.fill(code, file.firstRow, file.firstRow + file.rowCount);
  const name = uniqueNames([...columns.map((column) => column.name), FILE_COLUMN])[columns.length];
  const numbers = new Float64Array(dictionary.length).fill(Number.NaN);
  const missing = new Uint8Array(dictionary.length);
  return { kind: 'category', name, codes, dictionary, numbers, missing, spelling: 'plain', isAmbiguous: false };
}

/** Short names for files: without extension, and without the words all of them begin or end with ("preds_train.csv" → "train"). */
export function splitNames(files: readonly string[]): string[] {
  const words = files.map((name) => name.replace(/(?:\.(?:csv|tsv|txt|tab|gz))+$/i, '').split(/([_\-. ]+)/));
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

function listed(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(', ')}, …` : names.join(', ');
}
