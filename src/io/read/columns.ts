import { spellsMissing } from '../../core/dataset/cell.ts';
import type { Column } from '../../core/dataset/dataset.ts';
import { type InferredSpelling, inferSpelling, numbersSpelt } from '../../core/dataset/numberSpelling.ts';
import { detached, textBytes, trimmed } from './cellText.ts';
import { bytes, Growing, makerFor } from './growing.ts';
import { NumberCells } from './numberCells.ts';
import type { PlainFields } from './plainFields.ts';
import { RecentCells } from './recentCells.ts';
import { TextCells } from './textCells.ts';

/** A numeric column is kept as a dictionary up to this many different cells, as numbers beyond. */
export const NUMBER_LIMIT = 4096;
/** Any column is kept as a dictionary up to this many different cells, as numbers or one long text beyond. */
export const TEXT_LIMIT = 65_536;
/** The share of different cells that must be numbers before a column becomes numbers; the others are kept as exceptions. */
const NUMERIC_SHARE = 0.95;
/** Spellings of cells, blanks around them included, whose codes are remembered. */
const REMEMBERED = 2 * TEXT_LIMIT;

/** A finished column, and cells that show how its numbers are spelt. */
export interface BuiltColumn {
  readonly column: Column;
  readonly examples: readonly string[];
}

/** Takes the cells of one column one by one and decides, by what they hold, how the column is kept. */
export class ColumnBuilder {
  readonly name: string;
  #codes = new Growing(bytes);
  /** Cells as they stand in the file, surrounding blanks included, to codes: the trimming is done once per different cell. */
  #codeOf = new Map<string, number>();
  readonly #recent = new RecentCells();
  /** Codes of numbers that came as such. */
  readonly #codeOfNumber = new Map<number, number>();
  #dictionary: string[] = [];
  /** Characters of all entries. */
  #dictionaryLength = 0;
  #switchAt = NUMBER_LIMIT;
  #numbers: NumberCells | null = null;
  #text: TextCells | null = null;

  readonly #isText: boolean;

  /** `isText`: its cells stay text however many there are, also where they are numbers. */
  constructor(name: string, isText = false) {
    this.name = name;
    this.#isText = isText;
  }

  /** Bytes in use, roughly. */
  get byteLength(): number {
    return (
      (this.#numbers ?? this.#text)?.byteLength ??
      this.#codes.byteLength + textBytes(this.#dictionary.length, this.#dictionaryLength)
    );
  }

  /** Bytes that each further row will take, as far as the rows so far tell. O(different cells). */
  bytesPerRow(rows: number): number {
    const outgrown = this.#numbers ?? this.#text;
    if (outgrown !== null) return outgrown.byteLength / rows;
    const { length } = this.#dictionary;
    // Where every fourth row still brings a new cell, this will not stay a dictionary.
    if (length < rows / 4) return length < 2 ** 8 ? 1 : 2;
    return this.#inferNumbers() === null ? 2 + this.#dictionaryLength / length : Float64Array.BYTES_PER_ELEMENT;
  }

  /** Adds one field of each record. Rows come in order, without gaps. */
  pushField(records: readonly (readonly string[])[], field: number): void {
    for (const record of records) this.#push(record[field]);
  }

  /** Adds empty cells. */
  pushEmpty(count: number): void {
    for (let row = 0; row < count; row++) this.#push('');
  }

  pushCell(cell: string): void {
    this.#push(cell);
  }

  /** Adds a number that is exact, not spelt. */
  pushNumber(value: number): void {
    if (this.#numbers?.pushValue(value)) return;
    const isCode = this.#numbers === null && this.#text === null;
    const known = isCode ? this.#codeOfNumber.get(value) : undefined;
    if (known !== undefined) {
      this.#codes.push(known);
      return;
    }
    const code = this.#push(numberText(value));
    if (code >= 0 && this.#codeOfNumber.size < NUMBER_LIMIT) this.#codeOfNumber.set(value, code);
  }

  /** The same for records whose fields are still places in their bytes. */
  pushPlainField(fields: PlainFields, field: number): void {
    const { bytes, ends, width, records } = fields;
    for (let place = field; place < records * width; place += width) {
      const start = fields.startOf(place);
      const end = ends[place];
      if (this.#numbers?.pushPlain(bytes, start, end)) continue;
      const isCode = this.#numbers === null && this.#text === null;
      const known = isCode ? this.#recent.codeOf(bytes, start, end) : -1;
      if (known >= 0) {
        this.#codes.push(known);
        continue;
      }
      const code = this.#push(fields.cellBetween(start, end));
      if (code >= 0) this.#recent.remember(bytes, start, end, code);
    }
  }

  /** Adds a cell; its code where it has one, else −1. */
  #push(cell: string): number {
    if (this.#numbers !== null) this.#pushNumber(this.#numbers, cell);
    else if (this.#text !== null) this.#text.push(cell);
    else return this.#pushCode(cell);
    return -1;
  }

  #pushNumber(numbers: NumberCells, cell: string): void {
    numbers.push(cell);
    if (!numbers.isOverfull) return;
    this.#text = new TextCells();
    numbers.forEach(this.#text.push.bind(this.#text));
    this.#numbers = null;
  }

  #pushCode(cell: string): number {
    const code = this.#codeOf.get(cell) ?? this.#newCode(cell);
    this.#codes.push(code);
    if (code === this.#switchAt) this.#reconsider();
    return code;
  }

  #newCode(cell: string): number {
    const text = trimmed(cell);
    let code = this.#codeOf.get(text);
    if (code === undefined) {
      const copy = detached(text);
      code = this.#dictionary.push(copy) - 1;
      this.#dictionaryLength += copy.length;
      if (makerFor(code) !== makerFor(code - 1)) this.#codes.widen(makerFor(code));
      this.#codeOf.set(copy, code);
    }
    if (text !== cell && this.#codeOf.size < REMEMBERED) this.#codeOf.set(detached(cell), code);
    return code;
  }

  /** There are too many different cells for a dictionary of numbers, or for any. */
  #reconsider(): void {
    const inferred = this.#isText ? null : this.#inferNumbers();
    if (inferred === null && this.#switchAt < TEXT_LIMIT) {
      this.#switchAt = TEXT_LIMIT;
      return;
    }
    if (inferred === null) this.#text = new TextCells();
    else this.#numbers = new NumberCells(inferred);
    const dictionary = this.#dictionary;
    const codes = this.#codes;
    codes.forEach((code) => {
      (this.#numbers ?? this.#text)?.push(dictionary[code]);
    });
    this.#codes = new Growing(bytes);
    this.#codeOf = new Map();
    this.#dictionary = [];
  }

  /** How the column spells its numbers; null where too few of its cells are some. */
  #inferNumbers(): InferredSpelling | null {
    const missing = missingOf(this.#dictionary);
    const inferred = inferSpelling(this.#dictionary, missing);
    const present = missing.reduce((count, isMissing) => count + 1 - isMissing, 0);
    return inferred.count >= NUMERIC_SHARE * present ? inferred : null;
  }

  /** The finished column; the builder is empty thereafter. */
  build(): BuiltColumn {
    const { name } = this;
    if (this.#numbers !== null) return { column: this.#numbers.build(name), examples: this.#numbers.examples };
    if (this.#text !== null) return { column: this.#text.build(name), examples: [] };
    const dictionary = this.#dictionary;
    const missing = missingOf(dictionary);
    const { spelling, isAmbiguous } = inferSpelling(dictionary, missing);
    const numbers = numbersSpelt(dictionary, spelling);
    const codes = this.#codes.moveTo(makerFor(dictionary.length - 1)(this.#codes.length));
    this.#codeOf = new Map();
    const column = { kind: 'category', name, codes, dictionary, numbers, missing, spelling, isAmbiguous } as const;
    return { column, examples: dictionary };
  }
}

/** The shortest text that reads as the number. Whole numbers that long are taken for identifiers if all their digits are there. */
function numberText(value: number): string {
  return Math.abs(value) > Number.MAX_SAFE_INTEGER && Number.isFinite(value) ? value.toExponential() : String(value);
}

function missingOf(dictionary: readonly string[]): Uint8Array {
  return Uint8Array.from(dictionary, (text) => (spellsMissing(text) ? 1 : 0));
}
