/** A string as a Python literal; JSON's escapes are Python's, but for the two line separators Python reads as they are. */
export const quoted = (text: string): string => JSON.stringify(text);

export const quotedList = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;

/** A column of the data frame. */
export const columnNamed = (name: string): string => `df[${quoted(name)}]`;

/** A double as a Python literal with every digit that tells it from its neighbours. */
export function pythonNumber(value: number): string {
  if (value === Infinity) return 'float("inf")';
  if (value === -Infinity) return 'float("-inf")';
  return Number.isInteger(value) && Math.abs(value) < 1e16 ? `${value}.0` : String(value);
}
