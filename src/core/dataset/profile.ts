import { spellsMissing } from './cell.ts';
import {
  type CategoryColumn,
  type Column,
  type Dataset,
  type NumberColumn,
  numberAt,
  type TextColumn,
  textAt,
} from './dataset.ts';
import type { NumberSpelling } from './numberSpelling.ts';

/** What a column looks like, measured over all its rows: the evidence on which roles are inferred and the user's choice is checked. */
export interface ColumnProfile {
  readonly name: string;
  readonly kind: Column['kind'];
  readonly missing: number;
  /** Different cells that are not missing; exact for categories, else "at least". */
  readonly distinct: number;
  /** Share of the cells that are not missing and spell a number. */
  readonly numericShare: number;
  /** Over the cells that are finite numbers; NaN without any. */
  readonly low: number;
  readonly high: number;
  /** Every finite number in it is whole, and there is one. */
  readonly isInteger: boolean;
  /** 0..n-1 or 1..n in file order. */
  readonly isRowNumber: boolean;
  /** How its numbers were read. */
  readonly spelling: NumberSpelling;
  /**
   * The most frequent values as written, with their counts; at most 12, most frequent first. Empty for number columns; of text columns
   * those of the first rows.
   */
  readonly topValues: readonly { readonly value: string; readonly count: number }[];
}

const TOP = 12;
/** What a number column has at least: it stayed a dictionary until then. */
const NUMBER_COLUMN_DISTINCT = 4097;
/** What a text column has at least, for the same reason. */
const TEXT_COLUMN_DISTINCT = 65_537;
/** Rows of a text column whose values are counted, and read as numbers if they are some. */
const TEXT_SAMPLE = 50_000;

/** A profile of each column, in their order. O(cells). */
export function profileColumns(dataset: Dataset): ColumnProfile[] {
  return dataset.columns.map((column) => {
    if (column.kind === 'category') return profileCategory(column);
    return column.kind === 'number' ? profileNumber(column) : profileText(column, dataset.rowCount);
  });
}

function profileCategory(column: CategoryColumn): ColumnProfile {
  const { name, kind, codes, dictionary, numbers, missing } = column;
  const counts = new Uint32Array(dictionary.length);
  for (let row = 0; row < codes.length; row++) counts[codes[row]]++;
  let missingCount = 0;
  let numeric = 0;
  const present: number[] = [];
  const range = new NumberRange();
  for (let code = 0; code < dictionary.length; code++) {
    if (missing[code] === 1) {
      missingCount += counts[code];
      continue;
    }
    present.push(code);
    if (!Number.isNaN(numbers[code])) numeric += counts[code];
    range.add(numbers[code]);
  }
  const distinct = present.length;
  const top = present.sort((a, b) => counts[b] - counts[a]).slice(0, TOP);
  return {
    name,
    kind,
    missing: missingCount,
    distinct,
    numericShare: share(numeric, codes.length - missingCount),
    ...range.summary(),
    isRowNumber: isCounting(column),
    spelling: column.spelling,
    topValues: top.map((code) => ({ value: dictionary[code], count: counts[code] })),
  };
}

function profileNumber(column: NumberColumn): ColumnProfile {
  const { name, kind, values, exceptions } = column;
  let numeric = 0;
  const range = new NumberRange();
  for (let row = 0; row < values.length; row++) {
    if (!Number.isNaN(values[row])) numeric++;
    range.add(values[row]);
  }
  let unreadable = 0;
  const isUnreadable = exceptions.texts.map((text) => !spellsMissing(text));
  for (let at = 0; at < exceptions.rows.length; at++) if (isUnreadable[exceptions.codes[at]]) unreadable++;
  return {
    name,
    kind,
    missing: values.length - numeric - unreadable,
    distinct: NUMBER_COLUMN_DISTINCT,
    numericShare: share(numeric, numeric + unreadable),
    ...range.summary(),
    isRowNumber: isCounting(column),
    spelling: column.spelling,
    topValues: [],
  };
}

function profileText(column: TextColumn, rowCount: number): ColumnProfile {
  const { name, kind } = column;
  const counts = new Map<string, number>();
  const range = new NumberRange();
  let missing = 0;
  let numeric = 0;
  let sampled = 0;
  for (let row = 0; row < rowCount; row++) {
    const text = textAt(column, row);
    if (spellsMissing(text)) missing++;
    else if (row < TEXT_SAMPLE) {
      const number = numberAt(column, row);
      sampled++;
      if (!Number.isNaN(number)) numeric++;
      range.add(number);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  const top = [...counts].sort((a, b) => b[1] - a[1]).slice(0, TOP);
  return {
    name,
    kind,
    missing,
    distinct: TEXT_COLUMN_DISTINCT,
    numericShare: share(numeric, sampled),
    ...range.summary(),
    isRowNumber: false,
    spelling: 'plain',
    topValues: top.map(([value, count]) => ({ value, count })),
  };
}

class NumberRange {
  #low = Number.POSITIVE_INFINITY;
  #high = Number.NEGATIVE_INFINITY;
  #isInteger = true;

  add(value: number): void {
    if (!Number.isFinite(value)) return;
    if (value < this.#low) this.#low = value;
    if (value > this.#high) this.#high = value;
    if (this.#isInteger && !Number.isInteger(value)) this.#isInteger = false;
  }

  summary(): Pick<ColumnProfile, 'low' | 'high' | 'isInteger'> {
    const isEmpty = this.#low > this.#high;
    return {
      low: isEmpty ? Number.NaN : this.#low,
      high: isEmpty ? Number.NaN : this.#high,
      isInteger: !isEmpty && this.#isInteger,
    };
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function isCounting(column: CategoryColumn | NumberColumn): boolean {
  const rows = column.kind === 'number' ? column.values.length : column.codes.length;
  const first = numberAt(column, 0);
  if (first !== 0 && first !== 1) return false;
  for (let row = 1; row < rows; row++) if (numberAt(column, row) !== first + row) return false;
  return true;
}
