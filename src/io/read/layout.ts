import type { Phrase } from '../../i18n/translate.ts';
import { ReadProblem } from '../readProblem.ts';
import { columnNames, hasHeader, headerEvidence } from './header.ts';
import { parseRecords } from './parseRecords.ts';
import { type Dialect, firstRecords, sniffDialect, usualWidth } from './sniff.ts';

/** Records above a table that can be told from it. */
const TITLE_LIMIT = 20;
/** The share of records that must have the table's width for others to be told from it. */
const REGULAR_SHARE = 0.9;
/** Comments beyond this many characters are taken for a table. */
const COMMENT_LIMIT = 1_000_000;
/** Characters of the first line above the table that are quoted. */
const EXAMPLE = 40;

/** How a file is written: what must be known before its first row can be read. */
export interface Layout extends Dialect {
  readonly names: readonly string[];
  readonly hasHeader: boolean;
  /** Every record ends in a delimiter, so that it seems to have one field more than there are names. */
  readonly hasTrailingDelimiter: boolean;
  /** Characters before the first record: comments, a line that declares the delimiter. */
  readonly start: number;
  /** The line on which the first record stands, from 1. */
  readonly firstLine: number;
  /** Blank lines before `start`. */
  readonly blankLines: number;
  /** Records from `start` on that stand above the table, such as a title. */
  readonly titleRecords: number;
  /** Lines above the table, comments and titles together, and the first of them. */
  readonly above: { readonly count: number; readonly example: string };
}

/** Tells from the first text of a file how it is written. Null: the text is too short to tell, and there is more (not `isWhole`). */
export function inferLayout(file: string, head: string, isWhole: boolean): Layout | null {
  refuseOtherFormats(file, head);
  const marked = markedLines(head);
  const afterMarked = marked.at(-1)?.end ?? 0;
  const { declaredBy, ...dialect } = sniffDialect(head.slice(afterMarked), isWhole);
  const below = head.slice(afterMarked + declaredBy);
  const firstLine = lineAt(head, afterMarked + declaredBy);
  let records = firstRecords(below, dialect, isWhole, file, firstLine);
  if (records.length < 2 && !isWhole) return null;

  const fitting = declaredBy > 0 ? 0 : fittingLines(marked, records, dialect.delimiter);
  const comments = marked.slice(0, marked.length - fitting);
  const start = fitting === 0 ? afterMarked + declaredBy : marked[comments.length].start;
  if (fitting > 0) records = firstRecords(head.slice(start), dialect, isWhole, file, 1);
  if (records.length === 0) throw new ReadProblem('emptyFile', { file });

  const titleRecords = titlesAbove(records);
  const titles = records.slice(0, titleRecords).map((record) => record.join(dialect.delimiter));
  const aside = [...comments.map(({ text }) => text), ...titles];
  const isDeclared = declaredBy > 0 ? 1 : 0;
  const line = lineAt(head, start);
  return {
    ...dialect,
    ...columnsOf(records.slice(titleRecords), dialect.delimiter),
    start,
    firstLine: line,
    blankLines: line - 1 - isDeclared - comments.length,
    titleRecords,
    above: { count: aside.length, example: (aside[0] ?? '').trim().slice(0, EXAMPLE) },
  };
}

function columnsOf(records: readonly (readonly string[])[], delimiter: string) {
  const isNamed = hasHeader(records);
  const body = isNamed ? records.slice(1) : records;
  let header = isNamed ? records[0] : new Array<string>(usualWidth(records)).fill('');
  if (isNamed && hasUnnamedRowNames(header, body, delimiter)) header = ['', ...header];
  const width = header.length;
  const hasTrailingDelimiter =
    body.length > 0 && body.every((record) => record.length === width + 1 && record[width].trim() === '');
  return { names: columnNames(header), hasHeader: isNamed, hasTrailingDelimiter };
}

/** R writes the names of rows first, without a name above them: rows then have one field more than there are names. */
function hasUnnamedRowNames(
  header: readonly string[],
  body: readonly (readonly string[])[],
  delimiter: string,
): boolean {
  if (body.length === 0 || !body.every(({ length }) => length === header.length + 1)) return false;
  const rowNames = body.map(([first]) => first.trim());
  const isNumbering = rowNames.every((name, at) => name === String(at + 1));
  return isNumbering || (delimiter === ' ' && new Set(rowNames).size === rowNames.length);
}

/** A line that begins with a mark of comments. `start`: where its text begins if it is no comment. */
interface MarkedLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const MARKED = /[ \t]*(?:#|%|\/\/)[^\r\n]*(?:\r\n|\r|\n|$)/y;
const EMPTY = /[ \t]*(?:\r\n|\r|\n)/y;
/** A mark and blanks behind it are put before names by NumPy; a mark alone belongs to the name. */
const MARK = /^[ \t]*(?:(?:#|%|\/\/)+[ \t]+)?/;

/** The lines at the start of a text that look like comments. */
function markedLines(head: string): readonly MarkedLine[] {
  const lines: MarkedLine[] = [];
  for (let at = 0; at < Math.min(head.length, COMMENT_LIMIT); ) {
    MARKED.lastIndex = at;
    const text = MARKED.exec(head)?.[0];
    if (text !== undefined) {
      lines.push({ text, start: at + (MARK.exec(text)?.[0].length ?? 0), end: at + text.length });
      at += text.length;
      continue;
    }
    EMPTY.lastIndex = at;
    const empty = EMPTY.exec(head)?.[0];
    if (empty === undefined) break;
    at += empty.length;
  }
  return lines;
}

/** How many of the last marked lines are no comments, because they have as many fields as the records below, which lack names. */
function fittingLines(
  lines: readonly MarkedLine[],
  records: readonly (readonly string[])[],
  delimiter: string,
): number {
  if (lines.length === 0) return 0;
  if (records.length === 0) return 1;
  const width = usualWidth(records);
  // Words in a row fit a table of one column, or of blanks, by accident: only one line may be its header.
  const most = width === 1 || delimiter === ' ' ? 1 : lines.length;
  let below = records;
  for (let count = 0; count < most; count++) {
    const line = lines[lines.length - 1 - count];
    // A quote that is never closed leaves no record.
    const [record = []] = parseRecords(`${line.text.replace(MARK, '').trimEnd()}\n`, delimiter);
    if (headerEvidence(below) > 0 || record.length !== width) return count;
    below = [record, ...below];
  }
  return most;
}

/**
 * How many of the first records stand above the table: those of another width than nearly all the others, with one filled cell at
 * most or with certain names below them.
 */
function titlesAbove(records: readonly (readonly string[])[]): number {
  const width = usualWidth(records);
  let count = 0;
  while (count < Math.min(TITLE_LIMIT, records.length - 2) && isTitle(records, count, width)) count++;
  const rest = records.slice(count);
  const regular = rest.filter(({ length }) => length === width).length;
  return width > 1 && regular >= REGULAR_SHARE * (rest.length - 1) ? count : 0;
}

function isTitle(records: readonly (readonly string[])[], at: number, width: number): boolean {
  const record = records[at];
  const filled = record.filter((cell) => cell.trim() !== '').length;
  if (record.length < width && filled <= 1 && width > 2) return true;
  if (record.length === width && (filled > 1 || width < 3)) return false;
  const table = records.findIndex(({ length }, place) => place > at && length === width);
  return table > 0 && headerEvidence(records.slice(table)) > 0;
}

function lineAt(text: string, place: number): number {
  return 1 + (text.slice(0, place).match(/\r\n|\r|\n/g)?.length ?? 0);
}

const FORMATS: readonly (readonly [format: string | Phrase, start: RegExp])[] = [
  ['HTML', /^(?:<!doctype html|<(?:html|head|body|script|meta|table|div)\b|<!--|<\?xml[^>]*>\s*<!doctype html)/i],
  ['XML', /^<\?xml/i],
  ['ARFF', /^(?:%.*\s+)*@relation\s/i],
  [{ key: 'fileKind.gitLfs' }, /^version https:\/\/git-lfs/],
];

/** Text that is another format: it would read as a table, of nonsense. */
function refuseOtherFormats(file: string, head: string): void {
  const start = head.slice(0, 2000).trimStart();
  const format = FORMATS.find(([, pattern]) => pattern.test(start))?.[0];
  if (format !== undefined) throw new ReadProblem('unsupportedFormat', { file, format });
}
