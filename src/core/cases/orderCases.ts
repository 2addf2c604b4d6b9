import { type Column, type Dataset, isMissingAt, numberAt, textAt } from '../dataset/dataset.ts';
import type { KeptRows } from '../rows/keptRows.ts';
import { type RowDecision, thresholdAt } from '../scores/rowDecision.ts';
import { sortAscendingWithWeights } from '../scores/sortScores.ts';

/** The order of a list of rows. A column is named; numbers come before text in it, and what is missing last, whichever way it goes. */
export type CaseOrder =
  | 'file'
  | 'distance'
  | 'scoreDescending'
  | 'scoreAscending'
  | { readonly column: string; readonly isDescending: boolean };

/** Rows worked on before others may have their turn. */
const STRETCH = 20_000;

/**
 * Places among the kept rows in an order; equal ones stay in the order of the file. `distance`: how far the score lies from the
 * threshold that decides about its row, on either side. `places` ascend, and are not changed. O(n) by numbers, O(n log n) by text; yields now and then.
 */
export function* orderCases(
  dataset: Dataset,
  kept: Pick<KeptRows, 'rows' | 'yScore'>,
  places: Uint32Array,
  order: CaseOrder,
  decision: Omit<RowDecision, 'rule'>,
): Generator<void, Uint32Array> {
  if (order === 'file') return places;
  if (typeof order === 'string')
    return byNumber(places, (place) => scoreKey(kept.yScore[place], order, decision, place));
  const column = dataset.columns.find(({ name }) => name === order.column);
  if (column === undefined) return places;
  yield;
  return yield* byCell(column, kept.rows, places, order.isDescending);
}

function scoreKey(
  score: number,
  order: 'distance' | 'scoreDescending' | 'scoreAscending',
  decision: Omit<RowDecision, 'rule'>,
  place: number,
): number {
  if (order === 'scoreAscending') return score;
  if (order === 'scoreDescending') return -score;
  const threshold = thresholdAt(decision, place);
  if (Number.isFinite(threshold)) return Math.abs(score - threshold);
  // Where other rows have a finite threshold, those at ±∞ are the farthest away.
  if (decision.thresholds) return Number.POSITIVE_INFINITY;
  // At a threshold of ±∞ every row is as far away as the next; the score still tells which is nearer.
  return threshold > 0 ? -score : score;
}

function byNumber(places: Uint32Array, keyOf: (place: number) => number): Uint32Array {
  // −0 and 0 are one score.
  return sortedBy(
    places,
    Float64Array.from(places, (place) => keyOf(place) + 0),
  );
}

/** Sorted by keys that are no NaN; equal ones in the order of their places. */
function sortedBy(places: Uint32Array, keys: Float64Array): Uint32Array {
  const moved = Float64Array.from(places);
  sortAscendingWithWeights(keys, moved);
  const sorted = Uint32Array.from(moved);
  for (let from = 0, at = 1; at <= keys.length; at++) {
    if (at < keys.length && keys[at] === keys[from]) continue;
    if (at - from > 1) sorted.subarray(from, at).sort();
    from = at;
  }
  return sorted;
}

/** Numbers first by their size, then texts by the alphabet, then missing cells. */
function* byCell(
  column: Column,
  rows: Uint32Array,
  places: Uint32Array,
  isDescending: boolean,
): Generator<void, Uint32Array> {
  const numbers: number[] = [];
  const texts: number[] = [];
  const missing: number[] = [];
  for (let at = 0; at < places.length; at++) {
    if (at % STRETCH === STRETCH - 1) yield;
    const place = places[at];
    if (!Number.isNaN(numberAt(column, rows[place]))) numbers.push(place);
    else if (isMissingAt(column, rows[place])) missing.push(place);
    else texts.push(place);
  }
  const sign = isDescending ? -1 : 1;
  const byNumbers = byNumber(Uint32Array.from(numbers), (place) => sign * numberAt(column, rows[place]));
  yield;
  const ranks = yield* ranksOf(
    Uint32Array.from(texts, (place) => rows[place]),
    column,
  );
  const byText = sortedBy(
    Uint32Array.from(texts),
    ranks.map((rank) => sign * rank + 0),
  );
  return Uint32Array.from([...byNumbers, ...byText, ...missing]);
}

/** The place of each row's text among all different ones in alphabetical order. */
function* ranksOf(rows: Uint32Array, column: Column): Generator<void, Float64Array> {
  const different = new Set<string>();
  for (let at = 0; at < rows.length; at++) {
    if (at % STRETCH === STRETCH - 1) yield;
    different.add(textAt(column, rows[at]));
  }
  const sorted = [...different].sort();
  yield;
  const rankOf = new Map(sorted.map((text, rank) => [text, rank]));
  return Float64Array.from(rows, (row) => rankOf.get(textAt(column, row)) ?? 0);
}
