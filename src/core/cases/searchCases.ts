import { type Column, textAt } from '../dataset/dataset.ts';

/** Rows looked at before others may have their turn. */
const STRETCH = 5_000;

/**
 * Those of `places` whose row has all words of a text in some of its cells, whatever their case; the places stay in their order.
 * `rows`: the place in the dataset of each. Each word of a dictionary is read once. O(places · columns · words); yields now and then.
 */
export function* searchCases(
  columns: readonly Column[],
  rows: Uint32Array,
  places: Uint32Array,
  text: string,
): Generator<void, Uint32Array> {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return places;
  const testsOf = words.map((word) => columns.map((column) => cellHas(column, word)));
  const found = new Uint32Array(places.length);
  let count = 0;
  for (let at = 0; at < places.length; at++) {
    if (at % STRETCH === STRETCH - 1) yield;
    const row = rows[places[at]];
    if (testsOf.every((tests) => tests.some((has) => has(row)))) found[count++] = places[at];
  }
  return found.slice(0, count);
}

/** Whether a cell of the column has the word in it. */
function cellHas(column: Column, word: string): (row: number) => boolean {
  if (column.kind === 'category') {
    const { codes, dictionary } = column;
    const isIn = Uint8Array.from(dictionary, (cell) => (cell.toLowerCase().includes(word) ? 1 : 0));
    return (row) => isIn[codes[row]] === 1;
  }
  return (row) => textAt(column, row).toLowerCase().includes(word);
}
