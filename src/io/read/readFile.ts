import type { FileSummary, SourceFile } from '../io.ts';
import { ReadProblem } from '../readProblem.ts';
import { columnNames, hasHeader } from './header.ts';
import { isBlankRecord, parseRecords } from './parseRecords.ts';
import { type Piece, RecordCutter } from './recordCutter.ts';
import { firstRecords, sniffDialect } from './sniff.ts';
import { openSource } from './source.ts';
import type { Table } from './table.ts';

const COLUMN_LIMIT = 100_000;

/** Characters looked at first to find out how a file is written; more where its records are longer. */
const HEAD = 64 * 1024;

/** Others get their turn after so long. */
const BREATH_MS = 50;

/** How a file is written: what must be known before its first row can be read. */
interface Layout {
  readonly delimiter: string;
  readonly names: readonly string[];
  readonly hasHeader: boolean;
  /** Every record ends in a delimiter, so that it seems to have one field more than there are names. */
  readonly hasTrailingDelimiter: boolean;
}

/** Reads one file into the table. `onProgress` is told the bytes of the file read so far, after each piece. */
export async function readFile(
  signal: AbortSignal,
  file: SourceFile,
  table: Table,
  onProgress: (bytesRead: number) => void,
  isFallback: boolean,
): Promise<FileSummary> {
  let bytesRead = 0;
  const onBytes = (bytes: number) => {
    bytesRead = bytes;
  };
  const { encoding, pieces } = await openSource(signal, file, onBytes, isFallback);
  const { head, firstLine, layout } = await readLayout(file.name, pieces);
  const { delimiter } = layout;
  table.startFile(file.name, layout.names);

  const cutter = new RecordCutter(file.name, delimiter, firstLine);
  const intake = new Intake(file.name, layout, table);
  const take = (piece: Piece | null) => {
    if (piece !== null) intake.take(piece);
    onProgress(bytesRead);
  };
  take(cutter.push(head));
  let lastBreath = performance.now();
  for await (const text of pieces) {
    take(cutter.push(text));
    if (performance.now() - lastBreath < BREATH_MS) continue;
    await new Promise((resume) => setTimeout(resume));
    signal.throwIfAborted();
    lastBreath = performance.now();
  }
  take(cutter.end());
  table.endFile(file.name);
  if (intake.rows === 0) throw new ReadProblem('headerOnly', { file: file.name });

  if (isFallback) table.note({ code: 'fallbackEncoding', severity: 'note', values: { file: file.name, encoding } });
  if (!layout.hasHeader) table.note({ code: 'guessedNoHeader', severity: 'note', values: { file: file.name } });
  const { rows } = intake;
  return { name: file.name, bytes: file.blob.size, rows, delimiter, hasHeader: layout.hasHeader, encoding };
}

/** Reads until the first records are whole and tells from them how the file is written. `head`: the text read for it. */
async function readLayout(
  file: string,
  pieces: AsyncGenerator<string>,
): Promise<{ readonly head: string; readonly firstLine: number; readonly layout: Layout }> {
  let head = '';
  for (let wanted = HEAD; ; wanted *= 4) {
    let isWhole = false;
    while (head.length < wanted && !isWhole) {
      const next = await pieces.next();
      if (next.done) isWhole = true;
      else head += next.value;
    }
    isWhole &&= head.length <= wanted;
    const sample = head.slice(0, wanted);
    refuseOtherFormats(file, sample);
    const { delimiter, declaredBy } = sniffDialect(sample, isWhole);
    const firstLine = declaredBy > 0 ? 2 : 1;
    const records = firstRecords(sample.slice(declaredBy), delimiter, isWhole, file, firstLine);
    // A longer look helps as long as not even two records are whole; the cutter's own limits end this.
    if (records.length > 1 || isWhole) {
      return { head: head.slice(declaredBy), firstLine, layout: layoutOf(file, delimiter, records) };
    }
  }
}

function layoutOf(file: string, delimiter: string, records: readonly (readonly string[])[]): Layout {
  if (records.length === 0) throw new ReadProblem('emptyFile', { file });
  const isNamed = hasHeader(records);
  const body = isNamed ? records.slice(1) : records;
  const width = isNamed ? records[0].length : usualWidth(records);
  if (width > COLUMN_LIMIT) throw new ReadProblem('tooManyColumns', { file, count: width, limit: COLUMN_LIMIT });
  const names = columnNames(isNamed ? records[0] : new Array<string>(width).fill(''));
  const hasTrailingDelimiter =
    body.length > 0 && body.every((record) => record.length === width + 1 && record[width].trim() === '');
  return { delimiter, names, hasHeader: isNamed, hasTrailingDelimiter };
}

function usualWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

/** Text that is another format: it would read as a table, of nonsense. */
function refuseOtherFormats(file: string, head: string): void {
  const start = head.slice(0, 200).trimStart();
  const format = /^(?:<!doctype html|<html)/i.test(start) ? 'HTML' : /^(?:\{|\[\s*[[{])/.test(start) ? 'JSON' : null;
  if (format !== null) throw new ReadProblem('unsupportedFormat', { file, format });
}

/** Lets in the records that fit the columns, and counts the others. */
class Intake {
  /** Records that are neither blank nor the header. */
  rows = 0;
  readonly #file: string;
  readonly #layout: Layout;
  readonly #table: Table;
  #awaitsHeader: boolean;

  constructor(file: string, layout: Layout, table: Table) {
    this.#file = file;
    this.#layout = layout;
    this.#table = table;
    this.#awaitsHeader = layout.hasHeader;
  }

  take({ text, firstLine, lines }: Piece): void {
    const width = this.#layout.names.length;
    const records = parseRecords(text, this.#layout.delimiter);
    const fitting: string[][] = [];
    const fittingLines: number[] = [];
    for (let at = 0; at < records.length; at++) {
      const record = records[at];
      const line = lines === null ? firstLine + at : lines[at];
      if (width > 1 || this.#awaitsHeader ? isBlankRecord(record) : false) {
        this.#table.addBlankLine();
      } else if (this.#awaitsHeader) {
        this.#awaitsHeader = false;
      } else if (record.length === width || this.#endsInDelimiter(record, width)) {
        fitting.push(record);
        fittingLines.push(line);
      } else {
        this.#table.skip(record.length < width ? 'tooFewFields' : 'tooManyFields', this.#file, line);
        this.rows++;
      }
    }
    this.rows += fitting.length;
    this.#table.add(fitting, fittingLines);
  }

  #endsInDelimiter(record: readonly string[], width: number): boolean {
    return this.#layout.hasTrailingDelimiter && record.length === width + 1 && record[width].trim() === '';
  }
}
