/** Without surrounding blanks, and without the quotes that a blank before them kept from being read as such (`a, "b"`). */
export function trimmed(cell: string): string {
  const text = cell.trim();
  const isQuotedLate = text.length > 1 && text !== cell && text.startsWith('"') && text.endsWith('"');
  return isQuotedLate ? text.slice(1, -1).trim() : text;
}

/** A copy that stands for itself. Engines make a long cell a view of the piece of the file it was cut from, and keep all of that. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}

/** Roughly what texts take in memory, their places in a list and a map included. */
export function textBytes(count: number, length: number): number {
  return 100 * count + 2 * length;
}
