import { type Column, isMissingAt, numberAt, textAt } from '../dataset/dataset.ts';
import { firstAtLeast } from '../dataset/firstAtLeast.ts';
import type { KeptRows } from './keptRows.ts';

/** Ids that come more than once; an example is the one whose second row comes first. */
export interface RepeatedIds {
  readonly count: number;
  readonly example: string;
  /** Those among them that stand in more than one split: then the splits are not independent. Null where there are none. */
  readonly crossing: { readonly count: number; readonly example: string } | null;
}

/** Ids that come more than once among the kept rows; null where each comes once. O(n log n), 16 bytes a row at most. */
export function repeatedIds(column: Column, { rows, splitOf }: Pick<KeptRows, 'rows' | 'splitOf'>): RepeatedIds | null {
  const keyOf = (row: number) => (isMissingAt(column, row) ? Number.NaN : keyAt(column, row));
  const keys = keysThatRepeat(Float64Array.from(rows, keyOf));
  if (keys.length === 0) return null;

  const firstRow = new Float64Array(keys.length).fill(-1);
  const firstSplit = new Float64Array(keys.length);
  /** How often each id was counted: 0, once as repeated, or once more as crossing. */
  const counted = new Uint8Array(keys.length);
  const inAll = { count: 0, example: '' };
  const crossing = { count: 0, example: '' };
  for (let i = 0; i < rows.length; i++) {
    const key = keyOf(rows[i]);
    const place = firstAtLeast(keys, key);
    if (keys[place] !== key) continue;
    const split = splitOf === null ? 0 : splitOf[i];
    if (firstRow[place] < 0) {
      firstRow[place] = rows[i];
      firstSplit[place] = split;
      continue;
    }
    if (counted[place] === 2 || !isSameId(column, firstRow[place], rows[i])) continue;
    const id = textAt(column, rows[i]);
    if (counted[place] === 0) {
      counted[place] = 1;
      if (inAll.count++ === 0) inAll.example = id;
    }
    if (split !== firstSplit[place]) {
      counted[place] = 2;
      if (crossing.count++ === 0) crossing.example = id;
    }
  }
  if (inAll.count === 0) return null;
  return { ...inAll, crossing: crossing.count === 0 ? null : crossing };
}

/** A number that equal ids share, and different ones hardly ever; NaN where a number column has none. */
function keyAt(column: Column, row: number): number {
  if (column.kind === 'category') return column.codes[row];
  return column.kind === 'number' ? numberAt(column, row) : hashOf(textAt(column, row));
}

function isSameId(column: Column, a: number, b: number): boolean {
  return column.kind !== 'text' || textAt(column, a) === textAt(column, b);
}

/** 53 bits of a text (two multiplicative hashes side by side). */
function hashOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b) ^ (high >>> 13);
  }
  return (low >>> 0) * 2 ** 21 + (high >>> 11);
}

/** The different numbers that come more than once, ascending. */
function keysThatRepeat(keys: Float64Array): Float64Array {
  if (isAscending(keys)) return keys.slice(0, 0);
  keys.sort();
  let count = 0;
  for (let i = 1; i < keys.length; i++) {
    if (keys[i] === keys[i - 1] && (count === 0 || keys[count - 1] !== keys[i])) keys[count++] = keys[i];
  }
  return keys.slice(0, count);
}

/** Whether each number is greater than the one before, as those of numbered rows are. */
function isAscending(numbers: Float64Array): boolean {
  for (let i = 1; i < numbers.length; i++) if (!(numbers[i] > numbers[i - 1])) return false;
  return true;
}
