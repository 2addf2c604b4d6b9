import { columnNamed, type Dataset } from '../dataset/dataset.ts';
import type { KeptRows } from '../dataset/keptRows.ts';
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

/**
 * Sorts the kept rows into the groups that occur, ordered by their first column, then by the next. Every row is in exactly one: what is missing is
 * a group of its own. Without columns all rows are one group. Throws a RangeError for a column that is not there.
 * O(rows · columns), and what `groupCodes` costs.
 */
export function groupRows(dataset: Dataset, { rows }: Pick<KeptRows, 'rows'>, { by }: Grouping): GroupedRows {
  let groupOf = new Int32Array(rows.length);
  let groups: readonly (readonly GroupValue[])[] = [[]];
  for (const each of by) {
    const column = columnNamed(dataset, each.column);
    if (column === null) throw new RangeError(`No column "${each.column}".`);
    ({ groupOf, groups } = intersected(groupOf, groups, groupCodes(column, rows, each)));
  }
  const counts = new Uint32Array(groups.length);
  for (let at = 0; at < groupOf.length; at++) counts[groupOf[at]]++;
  return { groups: groups.map((values, at) => ({ values, rows: counts[at] })), groupOf };
}

/**
 * Keeps the `most` groups with the most rows, in their order; of equal ones the first. The rows of all others are in none (−1). O(rows + groups ·
 * log groups).
 */
export function largestGroups({ groups, groupOf }: GroupedRows, most: number): GroupedRows {
  if (groups.length <= most) return { groups, groupOf };
  const bySize = groups.map((_, place) => place).sort((a, b) => groups[b].rows - groups[a].rows || a - b);
  const kept = bySize.slice(0, most).sort((a, b) => a - b);
  const placeOf = new Int32Array(groups.length).fill(-1);
  for (const [place, group] of kept.entries()) placeOf[group] = place;
  return { groups: kept.map((group) => groups[group]), groupOf: groupOf.map((group) => placeOf[group]) };
}

/** More combinations than this are looked up in a map instead of counted. */
const COUNTED = 2 ** 22;

/** The groups of two sortings together, those that no row has left out. O(rows + groups). */
function intersected(
  first: Int32Array,
  groups: readonly (readonly GroupValue[])[],
  { codes, values }: GroupCodes,
): { groupOf: Int32Array<ArrayBuffer>; groups: readonly (readonly GroupValue[])[] } {
  const pairAt = (at: number) => first[at] * values.length + codes[at];
  const placeOf = placesOfPairs(first.length, pairAt, groups.length * values.length);
  const groupOf = new Int32Array(first.length);
  for (let at = 0; at < groupOf.length; at++) groupOf[at] = placeOf.at(pairAt(at));
  return {
    groupOf,
    groups: placeOf.pairs.map((pair) => [...groups[Math.floor(pair / values.length)], values[pair % values.length]]),
  };
}

/** The pairs that occur, ascending, and the place of each among them. */
function placesOfPairs(count: number, pairAt: (at: number) => number, possible: number) {
  if (possible > COUNTED) {
    const found = new Set<number>();
    for (let at = 0; at < count; at++) found.add(pairAt(at));
    const pairs = [...found].sort((a, b) => a - b);
    const places = new Map(pairs.map((pair, place) => [pair, place]));
    return { pairs, at: (pair: number) => places.get(pair) ?? -1 };
  }
  const places = new Int32Array(possible).fill(-1);
  for (let at = 0; at < count; at++) places[pairAt(at)] = 0;
  const pairs: number[] = [];
  for (let pair = 0; pair < possible; pair++) if (places[pair] === 0) places[pair] = pairs.push(pair) - 1;
  return { pairs, at: (pair: number) => places[pair] };
}
