/** A string as a Python literal; JSON's escapes are Python's, but for the two line separators Python reads as they are. */
export const quoted = (text: string): string => JSON.stringify(text);

export const quotedList = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;

/** A column of the data frame. */
export const columnNamed = (name: string): string => `df[${quoted(name)}]`;
