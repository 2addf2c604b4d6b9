import { spellsMissing } from '../../../core/dataset/cell.ts';
import { type CategoryColumn, type Column, type TextColumn, textAt } from '../../../core/dataset/dataset.ts';
import type { Finding } from '../../../core/roles/finding.ts';
import { type BuiltColumn, ColumnBuilder } from '../columns.ts';
import { fewCells, type ListOrigin } from './listOrigin.ts';
import { type ListShape, listShapes, type Part, partsOf } from './listParts.ts';
import { parseList } from './parseList.ts';

/** Cells looked at, from all over a column, to tell whether it holds lists. */
const SAMPLE = 400;
/** The share of them that must be some. */
const LIST_SHARE = 0.95;
/** Columns that one column of lists may become; with more values inside it is left as text. */
export const PART_LIMIT = 1000;
/** Cells that the new columns may have together. */
const CELL_LIMIT = 1_000_000_000;
/** Characters of a cell that are quoted. */
const EXAMPLE = 60;

/** What became of a column of lists: the columns inside it, and what there is to say. */
export interface ListColumns {
  readonly columns: readonly BuiltColumn[];
  readonly origin: ListOrigin;
  readonly findings: readonly Finding[];
}

/**
 * The columns inside a column whose cells hold lists or objects: `<column>.<key>`, `<column>.<class>`, `<column>.<name>` with 1 and 0
 * for names that are listed, and `<column>[<i>]` for vectors of one length. Null where the column holds none. O(characters).
 */
export function listColumns(column: Column, rowCount: number): ListColumns | null {
  if (column.kind === 'number') return null;
  const sample = sampleOf(column, rowCount);
  const nodes = sample.map(parseList);
  const lists = nodes.filter((node) => node !== null);
  if (lists.length === 0 || lists.length < LIST_SHARE * sample.length) return null;
  const cells = fewCells(sample.filter((_, at) => nodes[at] !== null));
  const taken = new Parts(column.name, listShapes(lists), cells);
  const cellAt = column.kind === 'category' ? partsByCode(column, taken) : partsByRow(column, taken);
  for (let row = 0; row < rowCount; row++) {
    taken.add(cellAt(row));
    if (taken.isTooWide) return null;
  }
  return taken.build();
}

/** The different cells of a dictionary, or some of all; the missing ones left out. */
function sampleOf(column: CategoryColumn | TextColumn, rowCount: number): string[] {
  const count = column.kind === 'category' ? column.dictionary.length : rowCount;
  const step = Math.max(1, Math.floor(count / SAMPLE));
  const cells: string[] = [];
  for (let at = 0; at < count; at += step) {
    const cell = column.kind === 'category' ? column.dictionary[at] : textAt(column, at);
    if (!spellsMissing(cell)) cells.push(cell);
    // Most columns hold none: a few cells are enough to know.
    if (cells.length === 20 && !cells.some((each) => parseList(each) !== null)) return [];
  }
  return cells;
}

type CellParts = readonly Part[] | null;

/** Each different cell is parsed once. */
function partsByCode({ dictionary, codes }: CategoryColumn, taken: Parts): (row: number) => CellParts {
  const parts = new Array<CellParts | undefined>(dictionary.length);
  return (row) => {
    const code = codes[row];
    let known = parts[code];
    if (known === undefined) {
      known = taken.partsIn(dictionary[code]);
      parts[code] = known;
    } else if (known === null) taken.noteMisfit(dictionary[code]);
    return known;
  };
}

function partsByRow(column: TextColumn, taken: Parts): (row: number) => CellParts {
  return (row) => taken.partsIn(textAt(column, row));
}

interface PartColumn {
  readonly builder: ColumnBuilder;
  readonly isName: boolean;
  /** Rows it has so far. */
  rows: number;
  /** Place of the next empty row. */
  nextEmpty: number;
}

/** The columns inside, on their way. */
class Parts {
  readonly #name: string;
  readonly #shapes: ReadonlyMap<string, ListShape>;
  readonly #cells: readonly string[];
  readonly #columns = new Map<string, PartColumn>();
  /** Rows whose cell is missing or does not fit. */
  readonly #empty: number[] = [];
  #rows = 0;
  #misfits = 0;
  #example = '';

  /** `cells`: some of the column's. */
  constructor(name: string, shapes: ReadonlyMap<string, ListShape>, cells: readonly string[]) {
    this.#name = name;
    this.#shapes = shapes;
    this.#cells = cells;
  }

  get isTooWide(): boolean {
    return this.#columns.size > PART_LIMIT || this.#columns.size * this.#rows > CELL_LIMIT;
  }

  /** The values in a cell; null where it does not fit the others. */
  partsIn(cell: string): CellParts {
    if (spellsMissing(cell)) return NOTHING;
    const node = parseList(cell);
    const parts = node === null ? null : partsOf(node, this.#shapes);
    if (parts === null) this.noteMisfit(cell);
    return parts;
  }

  noteMisfit(cell: string): void {
    if (this.#misfits++ === 0) this.#example = cell.length > EXAMPLE ? `${cell.slice(0, EXAMPLE)}…` : cell;
  }

  add(parts: CellParts): void {
    if (parts === null || parts === NOTHING) this.#empty.push(this.#rows);
    for (const { path, text, isName } of parts ?? NOTHING) {
      const column = this.#columns.get(path) ?? this.#newColumn(path, isName);
      this.#fill(column);
      // Of a key that comes twice in a cell, the first one counts.
      if (column.rows > this.#rows) continue;
      column.builder.pushCell(text);
      column.rows++;
    }
    this.#rows++;
  }

  build(): ListColumns | null {
    if (this.#columns.size === 0) return null;
    const columns = [...this.#columns.values()].map((column) => {
      this.#fill(column);
      return column.builder.build();
    });
    const column = this.#name;
    const names = columns.map((each) => each.column.name);
    const values = { column, count: columns.length, first: names[0], last: names.at(-1) ?? '' };
    const findings: Finding[] = [{ code: 'listColumn', severity: 'note', values }];
    if (this.#misfits > 0) {
      const misfits = { column, count: this.#misfits, example: this.#example };
      findings.push({ code: 'unevenLists', severity: 'warning', values: misfits });
    }
    return { columns, findings, origin: { column, cells: this.#cells, isUneven: this.#empty.length > 0 } };
  }

  #newColumn(path: string, isName: boolean): PartColumn {
    const column = { builder: new ColumnBuilder(`${this.#name}${path}`), isName, rows: 0, nextEmpty: 0 };
    this.#columns.set(path, column);
    return column;
  }

  /** The rows up to here that said nothing of a column: it is missing there, or a name that is not listed. */
  #fill(column: PartColumn): void {
    for (; column.rows < this.#rows; column.rows++) {
      while (this.#empty[column.nextEmpty] < column.rows) column.nextEmpty++;
      const isEmpty = !column.isName || this.#empty[column.nextEmpty] === column.rows;
      column.builder.pushCell(isEmpty ? '' : '0');
    }
  }
}

const NOTHING: readonly Part[] = [];
