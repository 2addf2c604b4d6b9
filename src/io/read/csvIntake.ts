import type { Intake } from './intake.ts';
import type { Layout } from './layout.ts';
import { isBlankRecord, parseRecords } from './parseRecords.ts';
import { PlainFields } from './plainFields.ts';
import { type Piece, RecordCutter } from './recordCutter.ts';
import type { Table } from './table.ts';

/** Lets in the records that fit the columns, and counts the others. */
export class CsvIntake implements Intake {
  /** Records that are neither blank nor the header. */
  rows = 0;
  readonly #file: string;
  readonly #layout: Layout;
  readonly #table: Table;
  /** Records that are still to come before the first row. */
  #awaited: number;
  readonly #plain: PlainFields;
  readonly #cutter: RecordCutter;

  constructor(file: string, layout: Layout, table: Table) {
    this.#file = file;
    this.#layout = layout;
    this.#table = table;
    this.#awaited = layout.titleRecords + (layout.hasHeader ? 1 : 0);
    this.#plain = new PlainFields(layout.names.length, layout.delimiter);
    const { delimiter, firstLine, allowsBlanksBeforeQuotes } = layout;
    this.#cutter = new RecordCutter(file, delimiter, firstLine, allowsBlanksBeforeQuotes);
    table.startFile(file, layout.names);
    for (let line = 0; line < layout.blankLines; line++) table.addBlankLine();
  }

  get firstLine(): number {
    return this.#layout.firstLine;
  }

  get hasHeader(): boolean {
    return this.#layout.hasHeader;
  }

  take(text: string): void {
    this.#takePiece(this.#cutter.push(text));
  }

  end(): void {
    this.#takePiece(this.#cutter.end());
    const file = this.#file;
    const { above, hasHeader } = this.#layout;
    if (this.rows === 0) return;
    if (above.count > 0) this.#table.note({ code: 'linesAboveTable', severity: 'note', values: { file, ...above } });
    if (!hasHeader) this.#table.note({ code: 'guessedNoHeader', severity: 'note', values: { file } });
  }

  #takePiece(piece: Piece | null): void {
    if (piece === null) return;
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
