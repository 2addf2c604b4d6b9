import { ReadProblem } from '../../readProblem.ts';
import { RECORD_LIMIT } from '../recordCutter.ts';
import { DEPTH_LIMIT } from './jsonText.ts';

/**
 * What a text is cut into: its `lines`, each a value; the `elements` of the one list it is; or the `values` that follow each other in
 * it, of which there may be a single one.
 */
export type JsonCut = 'lines' | 'elements' | 'values';

/** A value as text, and the line of the file on which it begins, from 1. A blank line is the text ''. */
export interface JsonItem {
  readonly text: string;
  readonly line: number;
}

/** One value that is the whole file may be as long; it is held in memory at once. */
export const DOCUMENT_LIMIT = 256_000_000;

/** Cuts a stream of text into JSON values without reading them. */
export interface JsonCutter {
  push(text: string): JsonItem[];
  /** What is left, perhaps only the beginning of a value. */
  end(): JsonItem[];
}

export function jsonCutter(file: string, cut: JsonCut): JsonCutter {
  return cut === 'lines' ? new LineCutter(file) : new NestedCutter(file, cut === 'elements');
}

class LineCutter implements JsonCutter {
  readonly #file: string;
  #rest = '';
  #line = 0;

  constructor(file: string) {
    this.#file = file;
  }

  push(text: string): JsonItem[] {
    const whole = this.#rest + text;
    // A CR that ends the text may be the first half of a CRLF.
    const held = whole.endsWith('\r') ? '\r' : '';
    const lines = (held === '' ? whole : whole.slice(0, -1)).split(/\r\n|\r|\n/);
    this.#rest = `${lines.pop() ?? ''}${held}`;
    refuseTooLong(this.#file, this.#line + 1, this.#rest.length, RECORD_LIMIT);
    return lines.map((line) => this.#item(line));
  }

  end(): JsonItem[] {
    const rest = this.#rest.trim();
    return rest === '' ? [] : [this.#item(rest)];
  }

  #item(line: string): JsonItem {
    this.#line++;
    return { text: line.trim(), line: this.#line };
  }
}

const LF = 10;
const BLANK = 32;
const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Every character is looked at once, however the text comes in pieces. */
class NestedCutter implements JsonCutter {
  readonly #file: string;
  readonly #isList: boolean;
  #held: string[] = [];
  #heldLength = 0;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #line = 1;
  /** The line on which the value begins that is being cut; 0 between values. */
  #itemLine = 0;
  #isFirst = true;
  /** The list itself has ended. */
  #hasEnded = false;

  constructor(file: string, isList: boolean) {
    this.#file = file;
    this.#isList = isList;
  }

  push(text: string): JsonItem[] {
    const items: JsonItem[] = [];
    const base = this.#isList ? 1 : 0;
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#isInString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (code === BACKSLASH) this.#isEscaped = true;
        else if (code === QUOTE) this.#isInString = false;
        if (code === LF) this.#line++;
        continue;
      }
      if (code === LF) this.#line++;
      if (code <= BLANK) continue;
      if (this.#hasEnded) throw this.#unexpected(text[at]);
      const isEdge = this.#isList && this.#depth === 0;
      if (code === COMMA && this.#depth === base) {
        // Between values that only follow each other, commas mean nothing.
        if (this.#isList) items.push(this.#cut(text.slice(start, at)));
        start = at + 1;
        continue;
      }
      if (!isEdge && this.#itemLine === 0 && !(code === CLOSE_LIST && this.#depth === base))
        this.#itemLine = this.#line;
      if (code === QUOTE) this.#isInString = true;
      else if (code === OPEN_LIST || code === OPEN_OBJECT) {
        this.#depth++;
        if (isEdge) start = at + 1;
        if (this.#depth > DEPTH_LIMIT + base) {
          throw new ReadProblem('deepJson', { file: this.#file, line: this.#line, limit: DEPTH_LIMIT });
        }
      } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
        this.#depth--;
        if (this.#depth > 0) continue;
        if (this.#depth < 0 || (this.#isList && code === CLOSE_OBJECT)) throw this.#unexpected(text[at]);
        if (this.#isList) {
          const last = this.#cut(text.slice(start, at));
          if (last.text !== '' || !this.#isFirst) items.push(last);
          this.#hasEnded = true;
        } else items.push(this.#cut(text.slice(start, at + 1)));
        start = at + 1;
      }
    }
    this.#hold(text.slice(start));
    return items;
  }

  end(): JsonItem[] {
    if (this.#isList && !this.#hasEnded) throw new ReadProblem('cutOffJson', { file: this.#file, line: this.#line });
    return this.#itemLine === 0 ? [] : [this.#cut('')];
  }

  #unexpected(found: string): ReadProblem {
    return new ReadProblem('brokenJson', { file: this.#file, line: this.#line, found });
  }

  #hold(text: string): void {
    if (this.#itemLine === 0) return;
    this.#held.push(text);
    this.#heldLength += text.length;
    const limit = this.#isFirst && !this.#isList ? DOCUMENT_LIMIT : RECORD_LIMIT;
    refuseTooLong(this.#file, this.#itemLine, this.#heldLength, limit);
  }

  #cut(last: string): JsonItem {
    const text = (this.#held.length === 0 ? last : this.#held.join('') + last).trim();
    const item = { text, line: this.#itemLine === 0 ? this.#line : this.#itemLine };
    if (text !== '') this.#isFirst = false;
    this.#held = [];
    this.#heldLength = 0;
    this.#itemLine = 0;
    return item;
  }
}

function refuseTooLong(file: string, line: number, length: number, limit: number): void {
  if (length > limit) throw new ReadProblem('recordTooLong', { file, line, limit });
}
