/** What a sentence is given to say: a text of the file, a number, or names side by side, which every language parts by its own mark. */
export type SaidValue = string | number | readonly string[];

export type SaidValues = Readonly<Record<string, SaidValue>>;

/** The last of the names where some are left out. */
export type AndMore = '…';

const AND_MORE: AndMore = '…';

/** Names to be said in a row; the first few of many. */
export const listed = (names: readonly string[], most = 5): readonly string[] =>
  names.length > most ? [...names.slice(0, most), AND_MORE] : names;
