import { columnNamed, type Dataset } from '../dataset/dataset.ts';
import type { KeptRows } from '../rows/keptRows.ts';
import { type GroupCodes, groupCodes } from './groupCodes.ts';
import type { Grouping, GroupValue } from './grouping.ts';

export interface Group {
  /** One for each column of the grouping. */
  readonly values: readonly GroupValue[];
  /** Rows (never weights), in all splits. */
  readonly rows: number;
}

export interface GroupedRows {
  readonly groups: readonly Group[];
  /** The group of each kept row, −1 where it is in none. */
  readonly groupOf: Int32Array;
}

/** Rows sorted into groups. `leftOut`: how many smaller groups are in none of them. */
export interface LargestGroups {
  readonly grouped: GroupedRows;
  readonly leftOut: number;
}

/**
 * Sorts the kept rows into the groups that occur, ordered by their first column, then by the next. Every row is in exactly one: what is missing is
 * a group of its own. Without columns all rows are one group. Throws a RangeError for a column that is not there.
 * O(rows · columns + groups · log groups), and what `groupCodes` costs.
 */
export function groupRows(dataset: Dataset, kept: Pick<KeptRows, 'rows'>, grouping: Grouping): GroupedRows {
  const steps = largestGroups(dataset, kept, grouping, Number.POSITIVE_INFINITY);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.grouped;
  }
}

/**
 * The `most` of those groups with the most rows, in the same order; of equal ones the first. The rows of all others are in none (−1). Only groups
 * that may be kept are put in order: O(rows · columns + groups + most · log most), and what `groupCodes` costs; yields now and then.
 */
export function* largestGroups(
  dataset: Dataset,
  { rows }: Pick<KeptRows, 'rows'>,
  { by }: Grouping,
  most: number,
): Generator<void, LargestGroups> {
  const columns: GroupCodes[] = [];
  let found: FoundGroups = { groupOf: new Int32Array(rows.length), codes: [], count: 1 };
  for (const each of by) {
    const column = columnNamed(dataset, each.column);
    if (column === null) throw new RangeError(`No column "${each.column}".`);
    const codes = yield* groupCodes(column, rows, each);
    yield;
    found = intersected(found, codes);
    columns.push(codes);
    yield;
  }
  const { groupOf, codes, count } = found;
  const sizes = new Uint32Array(count);
  for (let at = 0; at < groupOf.length; at++) sizes[groupOf[at]]++;
  const compare = (a: number, b: number): number => {
    for (let at = 0; at < columns.length; at++) {
      const order = columns[at].compare(codes[at][a], codes[at][b]);
      if (order !== 0) return order;
    }
    return a - b;
  };
  const kept = (yield* largest(sizes, most, compare)).sort(compare);
  const placeOf = new Int32Array(count).fill(-1);
  for (const [place, group] of kept.entries()) placeOf[group] = place;
  const groups = kept.map((group) => ({
    values: columns.map((column, at) => column.valueOf(codes[at][group])),
    rows: sizes[group],
  }));
  return { grouped: { groups, groupOf: groupOf.map((group) => placeOf[group]) }, leftOut: count - kept.length };
}

/** The `most` of the largest sizes; of equal ones those that come first by an order. In no order. */
function* largest(
  sizes: Uint32Array,
  most: number,
  compare: (a: number, b: number) => number,
): Generator<void, number[]> {
  const all = Array.from(sizes.keys());
  if (sizes.length <= most) return all;
  const least = sizes.slice().sort()[sizes.length - most];
  const larger = all.filter((group) => sizes[group] > least);
  const equal = all.filter((group) => sizes[group] === least);
  return [...larger, ...(yield* firstOf(equal, most - larger.length, compare))];
}

/** Items looked at before others may have their turn. */
const STRETCH = 20_000;

/** The first `most` items by an order. Goes through them in leaps, so that items that descend cost no more than others. O(items) comparisons as a rule. */
function* firstOf(
  items: readonly number[],
  most: number,
  compare: (a: number, b: number) => number,
): Generator<void, number[]> {
  let first: number[] = [];
  let last: number | null = null;
  const tidy = () => {
    first = first.sort(compare).slice(0, most);
    last = first.length < most ? null : first[most - 1];
  };
  const leap = leapThrough(items.length);
  for (let i = 0, at = 0; i < items.length; i++, at = (at + leap) % items.length) {
    if (i % STRETCH === STRETCH - 1) yield;
    if (last !== null && compare(items[at], last) >= 0) continue;
    first.push(items[at]);
    if (first.length >= 2 * most) tidy();
  }
  tidy();
  return first;
}

/** A leap near the golden section that comes by every one of so many places once. */
function leapThrough(count: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let leap = Math.max(1, Math.floor(count * 0.618));
  while (divisor(count, leap) !== 1) leap++;
  return leap;
}

/** The groups that occur, in no order, and the code of each in every column. */
interface FoundGroups {
  readonly groupOf: Int32Array<ArrayBuffer>;
  readonly codes: readonly Int32Array[];
  readonly count: number;
}

/** More combinations than this are looked up in a map instead of counted. */
const COUNTED = 2 ** 22;

/** The groups of two sortings together, those that no row has left out. O(rows + groups). */
function intersected(first: FoundGroups, { codes, count }: GroupCodes): FoundGroups {
  const pairAt = (at: number) => first.groupOf[at] * count + codes[at];
  const placeOf = placesOfPairs(codes.length, pairAt, first.count * count);
  const groupOf = new Int32Array(codes.length);
  for (let at = 0; at < groupOf.length; at++) groupOf[at] = placeOf.at(pairAt(at));
  const { pairs } = placeOf;
  const before = Int32Array.from(pairs, (pair) => Math.floor(pair / count));
  return {
    groupOf,
    codes: [
      ...first.codes.map((known) => before.map((group) => known[group])),
      Int32Array.from(pairs, (pair) => pair % count),
    ],
    count: pairs.length,
  };
}

/** The pairs that occur, and the place of each among them. */
function placesOfPairs(count: number, pairAt: (at: number) => number, possible: number) {
  const pairs: number[] = [];
  if (possible > COUNTED) {
    const found = new Map<number, number>();
    for (let at = 0; at < count; at++) {
      const pair = pairAt(at);
      if (!found.has(pair)) found.set(pair, pairs.push(pair) - 1);
    }
    return { pairs, at: (pair: number) => found.get(pair) ?? -1 };
  }
  const places = new Int32Array(possible).fill(-1);
  for (let at = 0; at < count; at++) {
    const pair = pairAt(at);
    if (places[pair] < 0) places[pair] = pairs.push(pair) - 1;
  }
  return { pairs, at: (pair: number) => places[pair] };
}
