import { spellsMissing } from '../dataset/cell.ts';
import { type CategoryColumn, type Column, isMissingAt, numberAt, textAt } from '../dataset/dataset.ts';
import type { GroupBy, GroupValue } from './grouping.ts';

/** The group of each row by one column. */
export interface GroupCodes {
  /** One a row asked for, below `count`. */
  readonly codes: Int32Array;
  /** Of different codes; some may stand for a value that no row has. */
  readonly count: number;
  /** What the rows of a code share. */
  valueOf(code: number): GroupValue;
  /** Below 0 where people look for the value of `a` before that of `b`. The codes themselves are in no such order: of very many few are ever shown. */
  compare(a: number, b: number): number;
}

const MISSING: GroupValue = { kind: 'missing' };
const NO_NUMBER: GroupValue = { kind: 'noNumber' };

/**
 * The group of each of `rows` in one column. Values ascend (numbers in them by size), what is no number and what is missing come last. −0 is 0.
 * O(rows), by value O(rows + values), in ranges O(rows · log edges); yields now and then.
 */
export function* groupCodes(
  column: Column,
  rows: Uint32Array,
  { edges }: Pick<GroupBy, 'edges'>,
): Generator<void, GroupCodes> {
  if (edges !== null) return codesByRange(column, rows, edges);
  return column.kind === 'category' ? codesOfCategories(column, rows) : yield* codesByText(column, rows);
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
  return { codes, count: values.length, valueOf: (code) => values[code], compare: (a, b) => a - b };
}

function codesOfCategories({ codes: cells, dictionary, missing }: CategoryColumn, rows: Uint32Array): GroupCodes {
  const codes = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const cell = cells[rows[at]];
    codes[at] = missing[cell] === 1 ? dictionary.length : cell;
  }
  return textCodes(codes, dictionary);
}

/** Rows worked on before others may have their turn. */
const STRETCH = 20_000;

function* codesByText(column: Column, rows: Uint32Array): Generator<void, GroupCodes> {
  const found = new Map<string, number>();
  const codes = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    if (at % STRETCH === STRETCH - 1) yield;
    const written = textAt(column, rows[at]);
    const text = written === '-0' ? '0' : written;
    const code = found.get(text) ?? found.size;
    if (code === found.size) found.set(text, code);
    codes[at] = code;
  }
  const texts = [...found.keys()];
  const isMissing = Uint8Array.from(texts, (text) => (spellsMissing(text) ? 1 : 0));
  for (let at = 0; at < codes.length; at++) if (isMissing[codes[at]] === 1) codes[at] = texts.length;
  return textCodes(codes, texts);
}

/** Codes of texts; the one behind the last text stands for what is missing. */
function textCodes(codes: Int32Array, texts: readonly string[]): GroupCodes {
  const byText = textOrder(texts);
  return {
    codes,
    count: texts.length + 1,
    valueOf: (code) => (code < texts.length ? { kind: 'value', text: texts[code] } : MISSING),
    compare: (a, b) => (a === texts.length || b === texts.length ? a - b : byText(a, b)),
  };
}

const collator = new Intl.Collator('en', { numeric: true });

/** Numbers first, by size; then texts by the alphabet, and by their characters where that does not tell them apart. */
function textOrder(texts: readonly string[]): (a: number, b: number) => number {
  let numbers: Float64Array | null = null;
  return (a, b) => {
    numbers ??= Float64Array.from(texts, numberOrNaN);
    if (numbers[a] < numbers[b]) return -1;
    if (numbers[a] > numbers[b]) return 1;
    if (Number.isNaN(numbers[a]) !== Number.isNaN(numbers[b])) return Number.isNaN(numbers[a]) ? 1 : -1;
    const [first, second] = [texts[a], texts[b]];
    return collator.compare(first, second) || (first < second ? -1 : first > second ? 1 : 0);
  };
}

const numberOrNaN = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
