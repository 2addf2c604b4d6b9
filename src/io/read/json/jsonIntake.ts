import { listed } from '../../../core/dataset/said.ts';
import { areMetricNames } from '../../../core/roles/resultsTable.ts';
import type { SkipReason } from '../../../core/rows/accounting.ts';
import type { JsonForm } from '../../io.ts';
import { ReadProblem } from '../../readProblem.ts';
import { columnNames, hasHeader } from '../header.ts';
import type { Intake } from '../intake.ts';
import type { Table } from '../table.ts';
import { type JsonCut, type JsonItem, jsonCutter } from './jsonCutter.ts';
import { namesIn, tableIn } from './jsonDocument.ts';
import {
  cellOf,
  DEPTH_LIMIT,
  elementsOf,
  isList,
  isObject,
  isScalar,
  JsonError,
  membersOf,
  type RawValue,
  wholeValue,
} from './jsonText.ts';

/** Records looked at for a row of names above the others. */
const SAMPLE = 50;
/** Name of the column that a list in each record makes where it stands alone. */
const ONLY_COLUMN = 'prediction';
/** Records added to the table at once. */
const BATCH = 2000;

/** What a record is: an object, a list of cells, or itself the only cell of its row. */
type RecordKind = 'object' | 'list' | 'cell';

const ORIENTS: Readonly<Record<RecordKind, JsonForm['orient']>> = { object: 'records', list: 'values', cell: 'cells' };

/** Lets the rows of a JSON file into the table, as they come. */
export class JsonIntake implements Intake {
  rows = 0;
  hasHeader = true;
  firstLine = 1;
  readonly #file: string;
  readonly #cut: JsonCut;
  readonly #cutter: ReturnType<typeof jsonCutter>;
  readonly #table: Table;
  #kind: RecordKind | null = null;
  /** The table in the one object that the file is; null where each row stands for itself. */
  #found: Pick<JsonForm, 'orient' | 'inside'> | null = null;
  /** Values held back until it is known what they are. */
  #first: JsonItem[] = [];
  #placeOf = new Map<string, number>();
  #width = 0;
  #records: string[][] = [];
  #lines: number[] = [];

  constructor(file: string, cut: JsonCut, table: Table) {
    this.#file = file;
    this.#cut = cut;
    this.#cutter = jsonCutter(file, cut);
    this.#table = table;
  }

  /** How the file holds its table. */
  get form(): JsonForm {
    if (this.#found !== null) return { orient: this.#found.orient, inside: this.#found.inside, isLines: false };
    return { orient: ORIENTS[this.#kind ?? 'object'], inside: [], isLines: this.#cut !== 'elements' };
  }

  take(text: string): void {
    this.#takeItems(this.#cutter.push(text));
  }

  end(): void {
    this.#takeItems(this.#cutter.end());
    const [only] = this.#first;
    // Line by line, a single record is one; anywhere else one object holds the whole table, if there is any.
    if (this.#cut === 'values' && this.#first.length === 1 && !/\.(?:jsonl|ndjson)\b/i.test(this.#file)) {
      this.#guarded(only, () => this.#takeDocument(only.text));
    } else this.#begin();
    this.#flush();
    if (this.#width === 0) throw new ReadProblem('noJsonTable', { file: this.#file });
  }

  #takeItems(items: readonly JsonItem[]): void {
    for (const item of items) {
      if (item.text === '' && this.#cut === 'lines') this.#table.addBlankLine();
      else if (this.#kind === null) this.#first.push(item);
      else this.#takeItem(item);
    }
    // A single value may be the whole table; a few show whether the first of them is a row of names.
    if (this.#kind === null && this.#first.length > SAMPLE) this.#begin();
    if (this.#kind !== null) this.#flush();
  }

  /** Tells by the first values what the records are, and takes them in. */
  #begin(): void {
    const items = this.#first;
    this.#first = [];
    if (items.length === 0) return;
    this.firstLine = items[0].line;
    const values = items.flatMap((item) => this.#valueOf(item) ?? []);
    this.#start(values);
    let awaited = this.#kind === 'list' && this.hasHeader ? 1 : 0;
    for (const item of items) {
      // Broken lines do not count.
      if (awaited > 0 && this.#valueOf(item) !== null) awaited--;
      else this.#takeItem(item);
    }
  }

  /** Decides the columns by the first records. */
  #start(records: readonly RawValue[], names: readonly string[] | null = null): void {
    const record = records.find((each) => !isScalar(each)) ?? records[0] ?? '""';
    this.#kind = kindOf(record);
    if (names !== null) this.#startFile(names);
    else if (this.#kind === 'cell') this.#startFile([isScalar(record) ? 'column 1' : ONLY_COLUMN]);
    else if (this.#kind === 'object') {
      const objects = records.filter(isObject).slice(0, SAMPLE);
      this.#startFile([...new Set(objects.flatMap((object) => [...membersOf(object).keys()]))]);
    } else {
      const cells = records
        .filter(isList)
        .slice(0, SAMPLE + 1)
        .map(cellsOfList);
      this.hasHeader = cells.length > 1 && elementsOf(record).every(isScalar) && hasHeader(cells);
      const width = cells[0].length;
      this.#startFile(this.hasHeader ? cells[0] : new Array<string>(width).fill(''));
    }
  }

  #startFile(names: readonly string[]): void {
    this.#placeOf = new Map(names.map((name, place) => [name, place]));
    this.#width = names.length;
    if (names.length > 0) this.#table.startFile(this.#file, columnNames(names));
  }

  #takeItem(item: JsonItem): void {
    try {
      this.#takeRecord(item.text, item.line);
    } catch (error) {
      if (!this.#isBadLine(error)) throw error instanceof JsonError ? this.#problemOf(error, item) : error;
      this.rows++;
      this.#table.skip('brokenJson', this.#file, item.line);
    }
  }

  /** The value of an item that is checked to be JSON; null for a line that is none. */
  #valueOf(item: JsonItem): RawValue | null {
    try {
      return wholeValue(item.text);
    } catch (error) {
      if (this.#isBadLine(error)) return null;
      throw error instanceof JsonError ? this.#problemOf(error, item) : error;
    }
  }

  /** A line that is no JSON does not keep the others from being read. */
  #isBadLine(error: unknown): boolean {
    return this.#cut === 'lines' && error instanceof JsonError && error.kind !== 'depth';
  }

  #takeRecord(record: RawValue, line: number): void {
    if (this.#kind === 'object' && isObject(record)) this.#takeObject(record, line);
    else if (this.#kind === 'list' && isList(record)) this.#takeList(cellsOfList(record), line);
    else {
      const cell = cellOf(wholeValue(record));
      if (this.#kind === 'cell') this.#add([cell], line);
      else this.#skip('noRecord', line);
    }
  }

  #takeList(cells: string[], line: number): void {
    if (cells.length === this.#width) this.#add(cells, line);
    else this.#skip(cells.length < this.#width ? 'tooFewFields' : 'tooManyFields', line);
  }

  #skip(reason: SkipReason, line: number): void {
    this.rows++;
    this.#table.skip(reason, this.#file, line);
  }

  #takeObject(record: RawValue, line: number): void {
    const cells = new Array<string>(this.#width).fill('');
    for (const [key, raw] of membersOf(record)) cells[this.#placeOf.get(key) ?? this.#newColumn(key)] = cellOf(raw);
    this.#add(cells, line);
  }

  /** A key that no record had before: its column is empty above. */
  #newColumn(key: string): number {
    this.#flush();
    const place = this.#width++;
    if (place === 0) this.#table.startFile(this.#file, [key]);
    else this.#table.addColumn(this.#file, key);
    this.#placeOf.set(key, place);
    return place;
  }

  #add(cells: string[], line: number): void {
    this.rows++;
    this.#records.push(cells);
    this.#lines.push(line);
    if (this.#records.length >= BATCH) this.#flush();
  }

  #flush(): void {
    if (this.#records.length === 0) return;
    this.#table.add(this.#records, this.#lines);
    this.#records = [];
    this.#lines = [];
  }

  /** Takes in the table that a single object is; its rows are numbered by their place. */
  #takeDocument(text: string): void {
    const table = tableIn(text);
    if (table === null) {
      throw new ReadProblem(areMetricNames(namesIn(text)) ? 'metricsTable' : 'noJsonTable', { file: this.#file });
    }
    if (table.kind === 'uneven') {
      const { longer, shorter, most, least } = table;
      throw new ReadProblem('unevenJson', { file: this.#file, longer, shorter, most, least });
    }
    this.#found = table;
    this.#note(table.aside);
    if (table.kind === 'records') {
      const { records, names } = table;
      this.#start(records, names);
      const skipped = names === null && this.#kind === 'list' && this.hasHeader ? 1 : 0;
      for (let row = skipped; row < records.length; row++) this.#takeRecord(records[row], row + 1);
      return;
    }
    const { columns } = table;
    this.#startFile(columns.map(({ name }) => name));
    const { length } = columns[0].cells;
    for (let row = 0; row < length; row++)
      this.#add(
        columns.map(({ cells }) => cellOf(cells[row])),
        row + 1,
      );
  }

  /** Says what stands beside the table and is no part of it. */
  #note(aside: readonly string[]): void {
    if (aside.length === 0) return;
    const names = listed(aside.map((name) => `“${name}”`));
    this.#table.note({ code: 'besideTable', severity: 'note', values: { file: this.#file, names } });
  }

  #guarded(item: JsonItem, work: () => void): void {
    try {
      work();
    } catch (error) {
      throw error instanceof JsonError ? this.#problemOf(error, item) : error;
    }
  }

  #problemOf({ at, kind }: JsonError, { text, line }: JsonItem): ReadProblem {
    const file = this.#file;
    const place = line + (text.slice(0, at).match(/\r\n|\r|\n/g)?.length ?? 0);
    if (kind === 'depth') return new ReadProblem('deepJson', { file, line: place, limit: DEPTH_LIMIT });
    if (kind === 'end' && text !== '') return new ReadProblem('cutOffJson', { file, line: place });
    return new ReadProblem('brokenJson', { file, line: place, found: text.slice(at, at + 20).trim() || ',' });
  }
}

/** A list of objects is a single cell: each object in it stands for a class. */
function kindOf(record: RawValue): RecordKind {
  if (isObject(record)) return 'object';
  if (!isList(record)) return 'cell';
  const elements = elementsOf(record);
  return elements.length > 0 && elements.every(isObject) ? 'cell' : 'list';
}

const cellsOfList = (record: RawValue): string[] => elementsOf(record).map(cellOf);
