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

/**
 * Cuts a stream of text at record ends, knowing quotes: a newline inside a quoted field ends nothing. The rules are PapaParse's: a
 * quote opens only at the start of a field, and closes where a delimiter, a newline or the end follows (blanks between are ignored).
 * LF, CRLF and CR all end records, mixed or not. Each call costs O(text + what was left over from the calls before).
 */
export class RecordCutter {
  readonly #file: string;
  readonly #delimiter: number;
  #rest = '';
  #line: number;

  constructor(file: string, delimiter: string, firstLine = 1) {
    this.#file = file;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#line = firstLine;
  }

  /** The whole records up to here, or null while the first one is incomplete. */
  push(text: string): Piece | null {
    return this.#cut(this.#rest + text, false);
  }

  /** The last record, if the file does not end in a newline. */
  end(): Piece | null {
    return this.#cut(this.#rest, true);
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
    const end = isEnd ? text.length : Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r', text.length - 2)) + 1;
    this.#rest = text.slice(end);
    if (end === 0) return null;
    let whole = text.slice(0, end);
    if (whole.includes('\r')) whole = whole.replace(/\r\n?/g, '\n');
    if (!whole.endsWith('\n')) whole += '\n';
    const firstLine = this.#line;
    this.#line += countOf(whole, '\n');
    return { text: whole, firstLine, lines: null };
  }

  #cutQuoted(text: string, isEnd: boolean): Piece | null {
    const parts: string[] = [];
    const lines: number[] = [];
    let line = this.#line;
    let copied = 0;
    let recordStart = 0;
    let recordLine = line;
    let at = 0;
    let isFieldStart = true;
    const closeRecord = (from: number, next: number) => {
      parts.push(text.slice(copied, from), '\n');
      lines.push(recordLine);
      copied = next;
      recordStart = next;
      at = next;
      line++;
      recordLine = line;
      isFieldStart = true;
    };

    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (isFieldStart && code === QUOTE) {
        const field = closingQuote(text, at, this.#delimiter, isEnd);
        if (field.isMisplaced || (field.end < 0 && (isEnd || text.length - at > FIELD_LIMIT))) {
          throw new ReadProblem('unclosedQuote', { file: this.#file, line });
        }
        if (field.end < 0) break;
        line += field.newlines;
        at = field.end + 1;
        isFieldStart = false;
      } else if (code === LF) {
        closeRecord(at, at + 1);
      } else if (code === CR) {
        if (at === text.length - 1 && !isEnd) break;
        closeRecord(at, text.charCodeAt(at + 1) === LF ? at + 2 : at + 1);
      } else {
        isFieldStart = code === this.#delimiter;
        at++;
      }
    }
    if (isEnd && recordStart < text.length) closeRecord(text.length, text.length);
    this.#rest = text.slice(recordStart);
    const firstLine = this.#line;
    this.#line = recordLine;
    return lines.length === 0 ? null : { text: parts.join(''), firstLine, lines };
  }
}

interface QuotedField {
  /** Place of the closing quote; -1 where the text ends before it is found or certain. */
  readonly end: number;
  readonly newlines: number;
  /** A quote that neither closes nor is doubled, after a newline: the field should have ended lines before. */
  readonly isMisplaced: boolean;
}

function closingQuote(text: string, open: number, delimiter: number, isEnd: boolean): QuotedField {
  let newlines = 0;
  let counted = open + 1;
  for (let quote = text.indexOf('"', open + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    if (text.charCodeAt(quote + 1) === QUOTE) {
      quote++;
      continue;
    }
    newlines += newlinesBetween(text, counted, quote);
    counted = quote;
    let after = quote + 1;
    while (after < text.length && isBlank(text, after, delimiter)) after++;
    if (after === text.length) return { end: isEnd ? quote : -1, newlines, isMisplaced: false };
    const code = text.charCodeAt(after);
    if (code === delimiter || code === LF || code === CR) return { end: quote, newlines, isMisplaced: false };
    if (newlines > 0) return { end: -1, newlines, isMisplaced: true };
  }
  return { end: -1, newlines, isMisplaced: false };
}

function isBlank(text: string, at: number, delimiter: number): boolean {
  const code = text.charCodeAt(at);
  return (
    code !== delimiter && code !== LF && code !== CR && (code === 32 || (code !== QUOTE && text[at].trim() === ''))
  );
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
