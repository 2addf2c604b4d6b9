import { ReadProblem } from '../readProblem.ts';

/** Whole records of a file: the text of each ends in "\n", whatever newline the file uses. */
export interface Piece {
  readonly text: string;
  /** The line of the file on which the first record starts, from 1. */
  readonly firstLine: number;
  /** The line of each record where quoted newlines make them differ from firstLine, firstLine + 1, …; else null. */
  readonly lines: readonly number[] | null;
}

/** A quoted field longer than this is taken for a quote that is never closed. */
export const FIELD_LIMIT = 1_000_000;
/** A record longer than this is no table. */
export const RECORD_LIMIT = 32_000_000;

const QUOTE = 34;
const LF = 10;
const CR = 13;
const BLANK = 32;

/**
 * Cuts a stream of text at record ends, knowing quotes: a newline inside a quoted field ends nothing. The rules are PapaParse's: a
 * quote opens only at the start of a field, and closes where a delimiter, a newline or the end follows (blanks between are ignored).
 * LF, CRLF and CR all end records, mixed or not. O(text) over all calls, however long a record is.
 */
export class RecordCutter {
  readonly #file: string;
  readonly #delimiter: number;
  readonly #allowsBlanksBeforeQuotes: boolean;
  #rest = '';
  #added = '';
  #line: number;

  /** `allowsBlanksBeforeQuotes`: a quote opens behind blanks too, which are dropped (`a, "b"`). */
  constructor(file: string, delimiter: string, firstLine = 1, allowsBlanksBeforeQuotes = false) {
    this.#file = file;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#line = firstLine;
    this.#allowsBlanksBeforeQuotes = allowsBlanksBeforeQuotes;
  }

  /** The whole records up to here, or null while the first one is incomplete. */
  push(text: string): Piece | null {
    this.#added += text;
    // A long incomplete record is looked at again only when as much has come behind it: else each piece would cost all of it.
    const isTooLong = this.#rest.length + this.#added.length > RECORD_LIMIT;
    return this.#added.length < this.#rest.length && !isTooLong ? null : this.#cutAll(false);
  }

  /** What is left, the last record included if the file does not end in a newline. */
  end(): Piece | null {
    return this.#cutAll(true);
  }

  #cutAll(isEnd: boolean): Piece | null {
    const text = this.#rest + this.#added;
    this.#added = '';
    return this.#cut(text, isEnd);
  }

  #cut(text: string, isEnd: boolean): Piece | null {
    if (text === '') return null;
    const piece = text.includes('"') ? this.#cutQuoted(text, isEnd) : this.#cutPlain(text, isEnd);
    if (this.#rest.length > RECORD_LIMIT) {
      throw new ReadProblem('recordTooLong', { file: this.#file, line: this.#line, limit: RECORD_LIMIT });
    }
    return piece;
  }

  #cutPlain(text: string, isEnd: boolean): Piece | null {
    // A CR that ends the text may be the first half of a CRLF.
    const hasCr = text.includes('\r');
    const lastCr = hasCr && text.length > 1 ? text.lastIndexOf('\r', text.length - 2) : -1;
    const end = isEnd ? text.length : Math.max(text.lastIndexOf('\n'), lastCr) + 1;
    this.#rest = text.slice(end);
    if (end === 0) return null;
    let whole = text.slice(0, end);
    if (hasCr) whole = whole.replace(/\r\n?/g, '\n');
    if (!whole.endsWith('\n')) whole += '\n';
    const firstLine = this.#line;
    this.#line += countOf(whole, '\n');
    return { text: whole, firstLine, lines: null };
  }

  #cutQuoted(text: string, isEnd: boolean): Piece | null {
    const parts: string[] = [];
    const lines: number[] = [];
    const firstLine = this.#line;
    const ends = new LineEnds(text);
    let recordStart = 0;
    let partsOfWhole = 0;
    let partStart = 0;
    let at = 0;
    let line = firstLine;
    let quote = text.indexOf('"');
    while (recordStart < text.length) {
      const end = ends.after(at);
      if (quote >= 0 && quote < end) {
        const fieldStart = this.#fieldStart(text, quote, recordStart);
        const close = fieldStart < 0 ? quote : this.#closingQuote(text, quote, end, isEnd, line);
        if (close < 0) break;
        if (fieldStart >= 0 && fieldStart < quote) {
          parts.push(text.slice(partStart, fieldStart));
          partStart = quote;
        }
        if (close > end) line += newlinesBetween(text, end, close);
        at = close + 1;
        quote = text.indexOf('"', at);
        continue;
      }
      // A CR that ends the text may be the first half of a CRLF.
      const isCutOff = end === Number.POSITIVE_INFINITY || (end === text.length - 1 && text.charCodeAt(end) === CR);
      if (isCutOff && !isEnd) break;
      partsOfWhole = parts.push(text.slice(partStart, end), '\n');
      lines.push(this.#line);
      const isPair = text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF;
      recordStart = isPair ? end + 2 : end + 1;
      at = recordStart;
      partStart = recordStart;
      line++;
      this.#line = line;
    }
    this.#rest = text.slice(recordStart);
    parts.length = partsOfWhole;
    return lines.length === 0 ? null : { text: parts.join(''), firstLine, lines };
  }

  /** Where the field starts that the quote at `quote` opens; -1 where it opens none. */
  #fieldStart(text: string, quote: number, recordStart: number): number {
    let start = quote;
    if (this.#allowsBlanksBeforeQuotes) while (start > recordStart && text.charCodeAt(start - 1) === BLANK) start--;
    return start === recordStart || text.charCodeAt(start - 1) === this.#delimiter ? start : -1;
  }

  /**
   * The place of the quote that closes the one at `open`; -1 where the text ends before it is found or certain. `lineEnd`: the next
   * line end after `open`.
   */
  #closingQuote(text: string, open: number, lineEnd: number, isEnd: boolean, line: number): number {
    for (let quote = text.indexOf('"', open + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
      if (text.charCodeAt(quote + 1) === QUOTE) {
        quote++;
        continue;
      }
      let after = quote + 1;
      while (after < text.length && this.#isBlank(text, after)) after++;
      if (after === text.length) return isEnd ? quote : -1;
      const code = text.charCodeAt(after);
      if (code === this.#delimiter || code === LF || code === CR) return quote;
      // It neither closes nor is doubled, and lines have ended since: the field should have been closed before.
      if (quote > lineEnd) throw this.#unclosed(line);
    }
    if (isEnd || text.length - open > FIELD_LIMIT) throw this.#unclosed(line);
    return -1;
  }

  #isBlank(text: string, at: number): boolean {
    const code = text.charCodeAt(at);
    if (code === this.#delimiter || code === LF || code === CR || code === QUOTE) return false;
    return code === 32 || text[at].trim() === '';
  }

  #unclosed(line: number): ReadProblem {
    return new ReadProblem('unclosedQuote', { file: this.#file, line });
  }
}

/** The line ends of a text, asked for from left to right. */
class LineEnds {
  readonly #text: string;
  #lf = -1;
  #cr = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** Place of the first LF or CR from `at` on, infinite without one. */
  after(at: number): number {
    if (this.#lf < at) this.#lf = placeOf(this.#text, '\n', at);
    if (this.#cr < at) this.#cr = placeOf(this.#text, '\r', at);
    return Math.min(this.#lf, this.#cr);
  }
}

function placeOf(text: string, char: string, from: number): number {
  const place = text.indexOf(char, from);
  return place < 0 ? Number.POSITIVE_INFINITY : place;
}

function newlinesBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) count++;
  }
  return count;
}

function countOf(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count++;
  return count;
}
