import type { FileSummary, SourceFile } from '../io.ts';
import { ReadProblem } from '../readProblem.ts';
import { inferLayout, type Layout } from './layout.ts';
import { isBlankRecord, parseRecords } from './parseRecords.ts';
import { PlainFields } from './plainFields.ts';
import { type Piece, RecordCutter } from './recordCutter.ts';
import { type NotInEncoding, openSource } from './source.ts';
import type { Table } from './table.ts';

/** Characters looked at first to find out how a file is written; more where its records are longer. */
const HEAD = 64 * 1024;

/** Others get their turn after so long. */
const BREATH_MS = 50;

/** Reads one file into the table. `onProgress` is told the bytes of the file read so far, after each piece. */
export async function readFile(
  signal: AbortSignal,
  file: SourceFile,
  table: Table,
  onProgress: (bytesRead: number) => void,
  failure: NotInEncoding | null,
): Promise<FileSummary> {
  let bytesRead = 0;
  const onBytes = (bytes: number) => {
    bytesRead = bytes;
  };
  const { encoding, pieces } = await openSource(signal, file, onBytes, failure);
  const { head, layout } = await readLayout(file.name, pieces);
  const { delimiter, firstLine, above } = layout;
  table.startFile(file.name, layout.names);
  for (let line = 0; line < layout.blankLines; line++) table.addBlankLine();

  const cutter = new RecordCutter(file.name, delimiter, firstLine, layout.allowsBlanksBeforeQuotes);
  const intake = new Intake(file.name, layout, table);
  const take = (piece: Piece | null) => {
    if (piece !== null) intake.take(piece);
    onProgress(bytesRead);
  };
  take(cutter.push(head.slice(layout.start)));
  let lastBreath = performance.now();
  for await (const text of pieces) {
    take(cutter.push(text));
    if (performance.now() - lastBreath < BREATH_MS) continue;
    await breath();
    signal.throwIfAborted();
    lastBreath = performance.now();
  }
  take(cutter.end());
  table.endFile(file.name);
  if (intake.rows === 0) throw new ReadProblem('headerOnly', { file: file.name });

  if (failure !== null)
    table.note({ code: 'fallbackEncoding', severity: 'note', values: { file: file.name, encoding } });
  if (above.count > 0) {
    table.note({ code: 'linesAboveTable', severity: 'note', values: { file: file.name, ...above } });
  }
  if (!layout.hasHeader) table.note({ code: 'guessedNoHeader', severity: 'note', values: { file: file.name } });
  const { rows } = intake;
  return { name: file.name, bytes: file.blob.size, rows, delimiter, firstLine, hasHeader: layout.hasHeader, encoding };
}

/** Lets others have their turn. Timers would wait some milliseconds more each time. */
function breath(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resume) => {
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });
}

/** Reads until it can be told how the file is written. `head`: the text read for it. */
async function readLayout(
  file: string,
  pieces: AsyncGenerator<string>,
): Promise<{ readonly head: string; readonly layout: Layout }> {
  let head = '';
  for (let wanted = HEAD; ; wanted *= 4) {
    let isWhole = false;
    while (head.length < wanted && !isWhole) {
      const next = await pieces.next();
      if (next.done) isWhole = true;
      else head += next.value;
    }
    isWhole &&= head.length <= wanted;
    // A longer look helps as long as not even two records are whole; the cutter's own limits end this.
    const layout = inferLayout(file, head.slice(0, wanted), isWhole);
    if (layout !== null) return { head, layout };
  }
}

/** Lets in the records that fit the columns, and counts the others. */
class Intake {
  /** Records that are neither blank nor the header. */
  rows = 0;
  readonly #file: string;
  readonly #layout: Layout;
  readonly #table: Table;
  /** Records that are still to come before the first row. */
  #awaited: number;
  readonly #plain: PlainFields;

  constructor(file: string, layout: Layout, table: Table) {
    this.#file = file;
    this.#layout = layout;
    this.#table = table;
    this.#awaited = layout.titleRecords + (layout.hasHeader ? 1 : 0);
    this.#plain = new PlainFields(layout.names.length, layout.delimiter);
  }

  take(piece: Piece): void {
    if (this.#awaited === 0 && this.#layout.delimiter !== ' ' && this.#plain.divide(piece.text)) {
      this.rows += this.#plain.records;
      this.#table.addPlain(this.#plain, piece.firstLine);
    } else this.#takeParsed(piece);
  }

  #takeParsed({ text, firstLine, lines }: Piece): void {
    const width = this.#layout.names.length;
    const records = parseRecords(text, this.#layout.delimiter);
    const fitting: string[][] = [];
    const fittingLines: number[] = [];
    for (let at = 0; at < records.length; at++) {
      const record = records[at];
      const line = lines === null ? firstLine + at : lines[at];
      if (width > 1 || this.#awaited > 0 ? isBlankRecord(record) : false) {
        this.#table.addBlankLine();
      } else if (this.#awaited > 0) {
        this.#awaited--;
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
