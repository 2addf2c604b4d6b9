import { spellsMissing } from '../dataset/cell.ts';
import { type CategoryColumn, type Column, isMissingAt, numberAt, textAt } from '../dataset/dataset.ts';
import type { GroupBy, GroupValue } from './grouping.ts';

/** The group of each row by one column. */
export interface GroupCodes {
  /** One a row asked for, an index into `values`. */
  readonly codes: Int32Array;
  /** In the order in which people look for them; values that no row has may be among them. */
  readonly values: readonly GroupValue[];
}

const MISSING: GroupValue = { kind: 'missing' };
const NO_NUMBER: GroupValue = { kind: 'noNumber' };

/**
 * The group of each of `rows` in one column. Values ascend (numbers in them by size), what is no number and what is missing come last. −0 is 0.
 * O(rows), by value O(rows + values · log values), in ranges O(rows · log edges).
 */
export function groupCodes(column: Column, rows: Uint32Array, { edges }: Pick<GroupBy, 'edges'>): GroupCodes {
  if (edges !== null) return codesByRange(column, rows, edges);
  return column.kind === 'category' ? codesOfCategories(column, rows) : codesByText(column, rows);
}

/** The place of the range in which a number lies: how many edges are at or below it. O(log edges). */
export function rangeAt(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function codesByRange(column: Column, rows: Uint32Array, edges: readonly number[]): GroupCodes {
  const ends = [Number.NEGATIVE_INFINITY, ...edges, Number.POSITIVE_INFINITY];
  const ranges = ends.slice(1).map((high, at): GroupValue => ({ kind: 'range', low: ends[at], high }));
  const values = [...ranges, NO_NUMBER, MISSING];
  const codeOf = (value: number, isMissing: () => boolean) => {
    if (!Number.isNaN(value)) return rangeAt(edges, value);
    return ranges.length + (isMissing() ? 1 : 0);
  };
  const codes = new Int32Array(rows.length);
  if (column.kind === 'category') {
    const { numbers, missing } = column;
    const ofCell = Int32Array.from(numbers, (value, code) => codeOf(value, () => missing[code] === 1));
    for (let at = 0; at < rows.length; at++) codes[at] = ofCell[column.codes[rows[at]]];
  } else {
    for (let at = 0; at < rows.length; at++) {
      codes[at] = codeOf(numberAt(column, rows[at]), () => isMissingAt(column, rows[at]));
    }
  }
  return { codes, values };
}

function codesOfCategories({ codes: cells, dictionary, missing }: CategoryColumn, rows: Uint32Array): GroupCodes {
  const present = dictionary.flatMap((text, code) => (missing[code] === 1 ? [] : [{ text, code }]));
  const ordered = present.sort((a, b) => byText(a.text, b.text));
  const ofCell = new Int32Array(dictionary.length).fill(ordered.length);
  for (const [place, { code }] of ordered.entries()) ofCell[code] = place;
  const codes = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) codes[at] = ofCell[cells[rows[at]]];
  return { codes, values: [...ordered.map(({ text }): GroupValue => ({ kind: 'value', text })), MISSING] };
}

function codesByText(column: Column, rows: Uint32Array): GroupCodes {
  const found = new Map<string, number>();
  const first = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const written = textAt(column, rows[at]);
    const text = written === '-0' ? '0' : written;
    const code = found.get(text) ?? found.size;
    if (code === found.size) found.set(text, code);
    first[at] = code;
  }
  const texts = [...found.keys()];
  const present = texts.flatMap((text, code) => (spellsMissing(text) ? [] : [{ text, code }]));
  present.sort((a, b) => byText(a.text, b.text));
  const ofCell = new Int32Array(texts.length).fill(present.length);
  for (const [place, { code }] of present.entries()) ofCell[code] = place;
  return {
    codes: first.map((code) => ofCell[code]),
    values: [...present.map(({ text }): GroupValue => ({ kind: 'value', text })), MISSING],
  };
}

const collator = new Intl.Collator('en', { numeric: true });

/** Numbers first, by size; then texts by the alphabet, and by their characters where that does not tell them apart. */
function byText(a: string, b: string): number {
  const [first, second] = [numberOrNaN(a), numberOrNaN(b)];
  if (first < second) return -1;
  if (first > second) return 1;
  if (Number.isNaN(first) !== Number.isNaN(second)) return Number.isNaN(first) ? 1 : -1;
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

const numberOrNaN = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
