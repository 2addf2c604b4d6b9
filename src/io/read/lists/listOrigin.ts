/** A column of a file whose cells hold several values, of which the reader made columns. */
export interface ListOrigin {
  readonly column: string;
  /** Some of its cells, as text. */
  readonly cells: readonly string[];
  /** Whether some cells are missing, or do not fit the others. */
  readonly isUneven: boolean;
}

/** The column of lists out of which a column was made; undefined for one that stands in the file. */
export function originOf(name: string, lists: readonly ListOrigin[]): ListOrigin | undefined {
  return lists.find(({ column }) => name.startsWith(`${column}.`) || name.startsWith(`${column}[`));
}

/** The column of the file in which a column stands: itself, or the lists that it was made of. */
export const columnInFile = (name: string, lists: readonly ListOrigin[]): string =>
  originOf(name, lists)?.column ?? name;

/** Characters of all the cells together that are kept of a column, and how many cells. */
const CHARACTERS = 20_000;
const CELLS = 20;

/** A few of many cells, from all over them; always one. */
export function fewCells(cells: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(cells.length / CELLS));
  const few = cells.filter((_, at) => at % step === 0).slice(0, CELLS);
  let characters = 0;
  return few.filter((cell, at) => {
    characters += cell.length;
    return at === 0 || characters <= CHARACTERS;
  });
}
