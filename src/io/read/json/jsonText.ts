/** Lists and objects inside each other beyond this are no table; the parser calls itself once a level. */
export const DEPTH_LIMIT = 200;

/** Text that is no JSON: where, and whether it only ends too early or nests too deep. */
export class JsonError extends Error {
  readonly at: number;
  readonly kind: 'unexpected' | 'end' | 'depth';

  constructor(at: number, kind: JsonError['kind']) {
    super(`${kind} at ${at}`);
    this.at = at;
    this.kind = kind;
  }
}

const TAB = 9;
const LF = 10;
const CR = 13;
const BLANK = 32;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** A number as JSON has it, and the words it has; `NaN` and the infinities are Python's. */
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null|NaN|-?Infinity)(?!\w)/y;

/** A value as it stands in the text, without blanks around it. */
export type RawValue = string;

export const isList = (raw: RawValue): boolean => raw.charCodeAt(0) === OPEN_LIST;
export const isObject = (raw: RawValue): boolean => raw.charCodeAt(0) === OPEN_OBJECT;
export const isScalar = (raw: RawValue): boolean => !isList(raw) && !isObject(raw);

/**
 * The members of an object in their order, their values unread; of a key that comes again, the last value stands in the first
 * place. Everything inside is checked. Throws `JsonError`. O(length).
 */
export function membersOf(text: string): Map<string, RawValue> {
  const members = new Map<string, RawValue>();
  const visit = (start: number, end: number, key: string) => members.set(key, text.slice(start, end));
  expectEnd(text, endOfObject(text, skipBlanks(text, 0), 0, visit));
  return members;
}

/** The elements of a list, unread. Everything inside is checked. Throws `JsonError`. O(length). */
export function elementsOf(text: string): RawValue[] {
  const elements: RawValue[] = [];
  const visit = (start: number, end: number) => elements.push(text.slice(start, end));
  expectEnd(text, endOfList(text, skipBlanks(text, 0), 0, visit));
  return elements;
}

/** The value that is the whole text. Throws `JsonError` where it is none, or more than one. O(length). */
export function wholeValue(text: string): RawValue {
  const start = skipBlanks(text, 0);
  const end = endOfValue(text, start, 0);
  expectEnd(text, end);
  return text.slice(start, end);
}

/** What stands in the cell of a table for a value: strings as they read, nothing for `null`, lists and objects as written. */
export function cellOf(raw: RawValue): string {
  if (raw.charCodeAt(0) === QUOTE) return stringOf(raw);
  return raw === 'null' ? '' : raw;
}

/** The place behind the value that begins at `at`. */
function endOfValue(text: string, at: number, depth: number): number {
  const code = text.charCodeAt(at);
  if (code === QUOTE) return endOfString(text, at);
  if (code === OPEN_OBJECT) return endOfObject(text, at, depth);
  if (code === OPEN_LIST) return endOfList(text, at, depth);
  SCALAR.lastIndex = at;
  if (!SCALAR.test(text)) throw new JsonError(at, isCutOff(text, at) ? 'end' : 'unexpected');
  return SCALAR.lastIndex;
}

/** Whether the text ends within what begins here. */
function isCutOff(text: string, at: number): boolean {
  return at >= text.length || /^[\w.+-]*$/.test(text.slice(at, at + 40));
}

type Visit = (start: number, end: number, key: string) => void;

function endOfObject(text: string, start: number, depth: number, visit?: Visit): number {
  expect(text, start, OPEN_OBJECT);
  if (depth >= DEPTH_LIMIT) throw new JsonError(start, 'depth');
  let at = skipBlanks(text, start + 1);
  if (text.charCodeAt(at) === CLOSE_OBJECT) return at + 1;
  for (;;) {
    expect(text, at, QUOTE);
    const keyEnd = endOfString(text, at);
    const colon = skipBlanks(text, keyEnd);
    expect(text, colon, COLON);
    const valueStart = skipBlanks(text, colon + 1);
    const valueEnd = endOfValue(text, valueStart, depth + 1);
    visit?.(valueStart, valueEnd, stringOf(text.slice(at, keyEnd)));
    at = skipBlanks(text, valueEnd);
    if (text.charCodeAt(at) === CLOSE_OBJECT) return at + 1;
    expect(text, at, COMMA);
    at = skipBlanks(text, at + 1);
  }
}

function endOfList(text: string, start: number, depth: number, visit?: Visit): number {
  expect(text, start, OPEN_LIST);
  if (depth >= DEPTH_LIMIT) throw new JsonError(start, 'depth');
  let at = skipBlanks(text, start + 1);
  if (text.charCodeAt(at) === CLOSE_LIST) return at + 1;
  for (;;) {
    const end = endOfValue(text, at, depth + 1);
    visit?.(at, end, '');
    at = skipBlanks(text, end);
    if (text.charCodeAt(at) === CLOSE_LIST) return at + 1;
    expect(text, at, COMMA);
    at = skipBlanks(text, at + 1);
  }
}

function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let escapes = 0;
    while (text.charCodeAt(quote - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return quote + 1;
  }
  throw new JsonError(text.length, 'end');
}

/** The text of a quoted string. Line ends and tabs inside, which JSON forbids, are taken as they are. */
function stringOf(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return JSON.parse(quoted.replace(/\p{Cc}/gu, escaped)) as string;
  } catch {
    throw new JsonError(0, 'unexpected');
  }
}

const escaped = (control: string): string => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;

export function skipBlanks(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== BLANK && code !== LF && code !== CR && code !== TAB) break;
  }
  return at;
}

function expect(text: string, at: number, code: number): void {
  if (text.charCodeAt(at) !== code) throw new JsonError(at, at >= text.length ? 'end' : 'unexpected');
}

function expectEnd(text: string, end: number): void {
  const at = skipBlanks(text, end);
  if (at < text.length) throw new JsonError(at, 'unexpected');
}
