import { spellsMissing } from '../dataset/cell.ts';
import { type Column, isMissingAt, numberAt, textAt } from '../dataset/dataset.ts';
import { roundEdges } from './roundEdges.ts';

/** Cells of a column that are looked at together. */
export type ColumnGroupKey =
  | { readonly kind: 'value'; readonly text: string }
  /** [low, high); null: without an end on that side. */
  | { readonly kind: 'range'; readonly low: number | null; readonly high: number | null }
  /** Values rarer than those named; `count`: how many different ones. */
  | { readonly kind: 'others'; readonly count: number }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'missing' };

/** A column's cells in a few groups. */
export interface GroupedCells {
  readonly holds: 'numbers' | 'text' | 'nothing';
  /** Different cells that are not missing. */
  readonly distinct: number;
  /** There are more than `distinct`; nobody counted on. */
  readonly isAtLeast: boolean;
  /** Of numbers; NaN otherwise. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly keys: readonly ColumnGroupKey[];
  /** The place in `keys` of each of the rows asked for. */
  readonly groupOf: Uint8Array;
}

/** Values that have a group each. */
const MOST_VALUES = 8;
/** Numbers that have a group each; more are gathered in ranges. */
const MOST_NUMBERS = 10;
const PARTS = 8;
/** Different texts that are told apart. */
const MOST_TEXTS = 100_000;

/**
 * Groups the cells of a column in some rows: few different values each by itself, the rarer of many together, numbers in ranges of
 * equal width between round edges that hold all but the outermost hundredth on either side, missing cells apart. Ranges and numbers
 * ascend, other values come by how many rows they have, most first. O(rows log rows) for numbers, O(rows) for the rest.
 */
export function groupCells(column: Column, rows: Uint32Array): GroupedCells {
  const isNumeric =
    column.kind === 'number' || (column.kind === 'category' && isMostlyNumbers(column.dictionary, column.numbers));
  const numbers = isNumeric ? Float64Array.from(rows, (row) => numberAt(column, row)) : null;
  if (numbers !== null) {
    const sorted = numbers.filter(Number.isFinite).sort();
    const distinct = countDistinct(sorted);
    if (distinct > MOST_NUMBERS) return inRanges(column, rows, numbers, sorted, distinct);
    if (column.kind === 'number') return byValue(column, rows, sorted);
  }
  return byValue(column, rows, numbers?.filter(Number.isFinite).sort() ?? null);
}

/** Whether nearly all present cells spell a number. */
function isMostlyNumbers(dictionary: readonly string[], numbers: Float64Array): boolean {
  let readable = 0;
  let present = 0;
  for (let code = 0; code < dictionary.length; code++) {
    if (spellsMissing(dictionary[code])) continue;
    present++;
    if (!Number.isNaN(numbers[code])) readable++;
  }
  return present > 0 && readable >= 0.9 * present;
}

function countDistinct(sorted: Float64Array): number {
  let distinct = sorted.length > 0 ? 1 : 0;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) distinct++;
  return distinct;
}

function inRanges(
  column: Column,
  rows: Uint32Array,
  numbers: Float64Array,
  sorted: Float64Array,
  distinct: number,
): GroupedCells {
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))];
  const isInteger = sorted.every(Number.isInteger);
  const edges = roundEdges(at(0.01), at(0.99), PARTS, isInteger);
  const low = sorted[0];
  const high = sorted[sorted.length - 1];
  const inner = edges.slice(1).map((edge, i): ColumnGroupKey => ({ kind: 'range', low: edges[i], high: edge }));
  const keys: ColumnGroupKey[] = [
    { kind: 'range', low: null, high: edges[0] },
    ...inner,
    { kind: 'range', low: edges[edges.length - 1], high: null },
    { kind: 'unreadable' },
    { kind: 'missing' },
  ];
  const unreadable = keys.length - 2;
  const groupOf = Uint8Array.from(rows, (row, i) => {
    const number = numbers[i];
    if (Number.isNaN(number)) return isMissingAt(column, row) ? unreadable + 1 : unreadable;
    let group = 0;
    while (group < edges.length && number >= edges[group]) group++;
    return group;
  });
  return {
    holds: 'numbers',
    distinct,
    isAtLeast: false,
    low,
    median: medianOf(sorted),
    high,
    ...withoutEmpty(keys, groupOf),
  };
}

function byValue(column: Column, rows: Uint32Array, sorted: Float64Array | null): GroupedCells {
  const counts = new Map<string, number>();
  let isAtLeast = false;
  let missing = 0;
  const textOf = (row: number) => (isMissingAt(column, row) ? null : textAt(column, row));
  for (const row of rows) {
    const text = textOf(row);
    if (text === null) missing++;
    else if (counts.size < MOST_TEXTS || counts.has(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
    else isAtLeast = true;
  }
  const isNumbers = sorted !== null && sorted.length > 0;
  const most = isNumbers ? MOST_NUMBERS + 1 : MOST_VALUES;
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
  // One value more takes no more room than "one other".
  const named = byCount.slice(0, byCount.length === most + 1 ? most + 1 : most);
  if (isNumbers && column.kind === 'category') {
    const { dictionary, numbers } = column;
    const numberOf = new Map(dictionary.map((text, code) => [text, numbers[code]]));
    named.sort((a, b) => (numberOf.get(a) ?? 0) - (numberOf.get(b) ?? 0));
  } else if (isNumbers) named.sort((a, b) => Number(a) - Number(b));
  const others = byCount.length - named.length;
  const keys: ColumnGroupKey[] = [
    ...named.map((text): ColumnGroupKey => ({ kind: 'value', text })),
    { kind: 'others', count: others },
    { kind: 'missing' },
  ];
  const place = new Map(named.map((text, at) => [text, at]));
  const groupOf = Uint8Array.from(rows, (row) => {
    const text = textOf(row);
    return text === null ? named.length + 1 : (place.get(text) ?? named.length);
  });
  const holds = isNumbers ? 'numbers' : missing < rows.length ? 'text' : 'nothing';
  return {
    holds,
    distinct: counts.size,
    isAtLeast,
    low: isNumbers ? sorted[0] : Number.NaN,
    median: isNumbers ? medianOf(sorted) : Number.NaN,
    high: isNumbers ? sorted[sorted.length - 1] : Number.NaN,
    ...withoutEmpty(keys, groupOf),
  };
}

function medianOf(sorted: Float64Array): number {
  const middle = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  return Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)];
}

function withoutEmpty(keys: readonly ColumnGroupKey[], groupOf: Uint8Array): Pick<GroupedCells, 'keys' | 'groupOf'> {
  const rows = new Uint32Array(keys.length);
  for (const group of groupOf) rows[group]++;
  const present = keys.flatMap((_, group) => (rows[group] > 0 ? [group] : []));
  const place = Uint8Array.from(keys, (_, group) => Math.max(0, present.indexOf(group)));
  return { keys: present.map((group) => keys[group]), groupOf: groupOf.map((group) => place[group]) };
}
