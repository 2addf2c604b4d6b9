import type { JsonCut } from './jsonCutter.ts';
import { isObject, JsonError, skipBlanks, wholeValue } from './jsonText.ts';

/** How JSON begins: an object, or a list of something that JSON has. Sections (`[a]`) and sets of Python begin otherwise. */
const START = /^(?:\{\s*(?:"|\}|$)|\[\s*(?:[[{"\]]|-?\d|true\b|false\b|null\b|NaN\b|-?Infinity\b|$))/;
/** A list that holds no other, and an object that holds none: either may be the first cell of a table. */
const LIST = /^\[[^[\]{}"]*\]/;
const CELL = /^(?:\[[^[\]{}]*\]|\{[^{}]*\})[ \t]*[,;|\t][ \t]*[^\s{[]/;

/** How the JSON is cut that a text begins with, or null where the text is no JSON. O(first line). */
export function sniffJson(head: string): JsonCut | null {
  const start = head.slice(skipBlanks(head, 0));
  if (!START.test(start) || CELL.test(start)) return null;
  const list = LIST.exec(start)?.[0];
  // As NumPy writes a list: `[0.1 0.9]`.
  if (list !== undefined && valueIn(list) === null) return null;
  const [firstLine, ...others] = start.split(/\r\n|\r|\n/);
  const first = valueIn(firstLine);
  const nested = start.startsWith('[') ? 'elements' : 'values';
  const second = others.find((line) => line.trim() !== '');
  if (first === null || second === undefined) return nested;
  if (isObject(first) || /^\s*\[/.test(second)) return 'lines';
  return list === firstLine ? null : 'elements';
}

function valueIn(line: string): string | null {
  try {
    return wholeValue(line);
  } catch (error) {
    if (error instanceof JsonError) return null;
    throw error;
  }
}
