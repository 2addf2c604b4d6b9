import { spellsNumber } from '../../core/dataset/cell.ts';
import { ReadProblem } from '../readProblem.ts';
import { isBlankRecord, parseRecords } from './parseRecords.ts';
import { RecordCutter } from './recordCutter.ts';

/** The delimiters tried, the likelier first. */
const DELIMITERS = [',', '\t', ';', '|'];
/** Records looked at. */
const SAMPLE = 200;

const DECLARED = /^sep=([^\r\n"])(?:\r\n|\r|\n)/i;

export interface Dialect {
  readonly delimiter: string;
  /** Characters of the `sep=;` line that spreadsheets put first; 0 without one. */
  readonly declaredBy: number;
}

/**
 * The delimiter of a text, from its first records: the one that cuts nearly all of them into the same number of fields, more than
 * one; among several, the one whose fields are more often numbers, then the one that gives more fields. A comma if none does.
 */
export function sniffDialect(head: string, isWhole: boolean): Dialect {
  const declared = DECLARED.exec(head);
  if (declared !== null) return { delimiter: declared[1], declaredBy: declared[0].length };
  let best = { delimiter: ',', rank: 0 };
  for (const delimiter of DELIMITERS) {
    const rank = fitOf(head, delimiter, isWhole);
    if (rank > best.rank) best = { delimiter, rank };
  }
  return { delimiter: best.delimiter, declaredBy: 0 };
}

/** The first records of a text that are not blank; the file's name and the text's first line are for the problems it may have. */
export function firstRecords(
  head: string,
  delimiter: string,
  isWhole: boolean,
  file: string,
  firstLine: number,
): string[][] {
  const cutter = new RecordCutter(file, delimiter, firstLine);
  const pieces = [cutter.push(head), isWhole ? cutter.end() : null];
  const records = pieces.flatMap((piece) => (piece === null ? [] : parseRecords(piece.text, delimiter)));
  return records.filter((record) => !isBlankRecord(record)).slice(0, SAMPLE);
}

/** How well a delimiter fits, 0 where it does not. */
function fitOf(head: string, delimiter: string, isWhole: boolean): number {
  try {
    return rankOf(firstRecords(head, delimiter, isWhole, '', 1));
  } catch (error) {
    // A quote that only this delimiter leaves open speaks against it, no more.
    if (error instanceof ReadProblem) return 0;
    throw error;
  }
}

function rankOf(records: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const record of records) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  let width = 1;
  for (const [fields, count] of counts) if (count > (counts.get(width) ?? 0)) width = fields;
  if (width === 1) return 0;
  const regular = (counts.get(width) ?? 0) / records.length;
  const cells = records.flat();
  const numeric = cells.filter((cell) => spellsNumber(cell.trim())).length / cells.length;
  return regular * 100 + numeric + Math.min(width, 100) / 1000;
}
