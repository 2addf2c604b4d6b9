import { spellsMissing } from './cell.ts';
import type { CategoryColumn, Column, Dataset, NumberColumn } from './dataset.ts';

/** What a column looks like, measured over all its rows: the evidence on which roles are inferred and the user's choice is checked. */
export interface ColumnProfile {
  readonly name: string;
  readonly kind: 'category' | 'number';
  readonly missing: number;
  /** Different cells that are not missing; exact for categories, for numbers "at least". */
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
  /** The most frequent values as written, with their counts; at most 12, most frequent first. Empty for number columns. */
  readonly topValues: readonly { readonly value: string; readonly count: number }[];
}

const TOP = 12;
/** What a number column has at least: it stayed a dictionary until then. */
const NUMBER_COLUMN_DISTINCT = 4097;

/** A profile of each column, in their order. O(cells). */
export function profileColumns(dataset: Dataset): ColumnProfile[] {
  return dataset.columns.map((column) =>
    column.kind === 'category' ? profileCategory(column) : profileNumber(column),
  );
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
    isRowNumber: distinct === codes.length && isCounting(column),
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
  for (const text of exceptions.values()) if (!spellsMissing(text)) unreadable++;
  return {
    name,
    kind,
    missing: values.length - numeric - unreadable,
    distinct: NUMBER_COLUMN_DISTINCT,
    numericShare: share(numeric, numeric + unreadable),
    ...range.summary(),
    isRowNumber: numeric === values.length && isCounting(column),
    topValues: [],
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

function isCounting(column: Column): boolean {
  const numberAt =
    column.kind === 'number' ? (row: number) => column.values[row] : (row: number) => column.numbers[column.codes[row]];
  const rows = column.kind === 'number' ? column.values.length : column.codes.length;
  const first = rows === 0 ? Number.NaN : numberAt(0);
  if (first !== 0 && first !== 1) return false;
  for (let row = 1; row < rows; row++) if (numberAt(row) !== first + row) return false;
  return true;
}
