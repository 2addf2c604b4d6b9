import { spellsNumber } from '../../core/dataset/cell.ts';
import { ReadProblem } from '../readProblem.ts';
import { isBlankRecord, parseRecords } from './parseRecords.ts';
import { type Piece, RecordCutter } from './recordCutter.ts';

/** The delimiters tried, the likelier first. Blanks are tried after all of them: they also stand inside cells. */
const DELIMITERS = [',', '\t', ';', '|'];
const BLANKS = ' ';
/** Blanks delimit where this share of the records has the same number of fields, and this share of the cells is numbers. */
const BLANKS_REGULAR = 0.9;
const BLANKS_NUMERIC = 0.25;
/** A delimiter that fits too gives way to blanks if they make more cells numbers, by this share (`1 0,25`). */
const BLANKS_ADVANTAGE = 0.3;
/** Records looked at. */
const SAMPLE = 200;
/** Characters cut into records at a time. */
const STEP = 16 * 1024;

const DECLARED = /^sep=([^\r\n"])(?:\r\n|\r|\n)/i;

/** How records are cut into fields. */
export interface Dialect {
  /** A blank stands for one or more of them. */
  readonly delimiter: string;
  readonly allowsBlanksBeforeQuotes: boolean;
}

/** How well a dialect fits a text. */
interface Fit extends Dialect {
  /** The usual number of fields; with 1, the delimiter does not fit. */
  readonly width: number;
  /** The share of records that have as many. */
  readonly regular: number;
  /** The same share, and that of cells that spell a number, both without the first record. */
  readonly regularBelow: number;
  readonly numeric: number;
  /** Some cells are lists with blanks between their items, as NumPy prints them. */
  readonly hasLists: boolean;
}

/**
 * The dialect of a text, from its first records: the delimiter that cuts nearly all of them into the same number of fields, more
 * than one; among several, the one whose fields are more often numbers, then the one that gives more fields. A comma if none does.
 * `declaredBy`: characters of the `sep=;` line that spreadsheets put first; 0 without one.
 */
export function sniffDialect(head: string, isWhole: boolean): Dialect & { readonly declaredBy: number } {
  const declared = DECLARED.exec(head);
  const declaredBy = declared === null ? 0 : declared[0].length;
  const delimiters = declared === null ? DELIMITERS : [declared[1]];
  let best = NO_FIT;
  for (const delimiter of delimiters) {
    const fit = fitOf(head.slice(declaredBy), delimiter, isWhole);
    if (rankOf(fit) > rankOf(best)) best = fit;
  }
  if (declared !== null) {
    return { delimiter: declared[1], allowsBlanksBeforeQuotes: best.allowsBlanksBeforeQuotes, declaredBy };
  }
  if (best.numeric < 1 - BLANKS_ADVANTAGE) {
    const fit = fitOf(head, BLANKS, isWhole);
    const isClear =
      fit.width > 1 && !best.hasLists && fit.regularBelow >= BLANKS_REGULAR && fit.numeric >= BLANKS_NUMERIC;
    if (isClear && (best.width === 1 || fit.numeric > best.numeric + BLANKS_ADVANTAGE)) best = fit;
  }
  return { delimiter: best.delimiter, allowsBlanksBeforeQuotes: best.allowsBlanksBeforeQuotes, declaredBy };
}

const NO_FIT: Fit = {
  delimiter: ',',
  allowsBlanksBeforeQuotes: false,
  width: 1,
  regular: 0,
  regularBelow: 0,
  numeric: 0,
  hasLists: false,
};

const LIST_WITH_BLANKS = /^[[(][^[\](),]*\s[^[\](),]*[\])]$/;

/** The first records of a text that are not blank; the file's name and the text's first line are for the problems it may have. */
export function firstRecords(
  head: string,
  { delimiter, allowsBlanksBeforeQuotes }: Dialect,
  isWhole: boolean,
  file: string,
  firstLine: number,
): string[][] {
  const cutter = new RecordCutter(file, delimiter, firstLine, allowsBlanksBeforeQuotes);
  const records: string[][] = [];
  const add = (piece: Piece | null) => {
    if (piece === null) return;
    for (const record of parseRecords(piece.text, delimiter)) if (!isBlankRecord(record)) records.push(record);
  };
  // No further than needed: short records fill a long head with very many.
  for (let at = 0; at < head.length && records.length < SAMPLE; at += STEP) add(cutter.push(head.slice(at, at + STEP)));
  if (isWhole && records.length < SAMPLE) add(cutter.end());
  return records.slice(0, SAMPLE);
}

function fitOf(head: string, delimiter: string, isWhole: boolean): Fit {
  const strict = fitOfDialect(head, { delimiter, allowsBlanksBeforeQuotes: false }, isWhole);
  if (delimiter === BLANKS || !head.includes(' "')) return strict;
  const loose = fitOfDialect(head, { delimiter, allowsBlanksBeforeQuotes: true }, isWhole);
  return rankOf(loose) > 0 && loose.regular >= strict.regular ? loose : strict;
}

function fitOfDialect(head: string, dialect: Dialect, isWhole: boolean): Fit {
  try {
    const records = firstRecords(head, dialect, isWhole, '', 1);
    const width = usualWidth(records);
    const below = records.length > 1 ? records.slice(1) : records;
    const isRegular = ({ length }: readonly string[]) => length === width;
    return {
      ...dialect,
      width,
      regular: shareOf(records, isRegular),
      regularBelow: shareOf(below, isRegular),
      numeric: shareOf(below.flat(), (cell) => spellsNumber(cell.trim())),
      hasLists: width > 1 && below.some((record) => record.some((cell) => LIST_WITH_BLANKS.test(cell.trim()))),
    };
  } catch (error) {
    // A quote that only this dialect leaves open speaks against it, no more.
    if (error instanceof ReadProblem) return { ...NO_FIT, ...dialect };
    throw error;
  }
}

const shareOf = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / all.length;

function rankOf({ width, regular, numeric }: Fit): number {
  return width === 1 ? 0 : regular * 100 + numeric + Math.min(width, 100) / 1000;
}

/** The number of fields that most records have; 1 without records. */
export function usualWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map([[1, 0]]);
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}
