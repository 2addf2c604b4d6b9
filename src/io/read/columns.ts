import { hasAmbiguousComma, numberIn, spellsMissing } from '../../core/dataset/cell.ts';
import type { CategoryColumn, Column } from '../../core/dataset/dataset.ts';
import type { Finding } from '../../core/dataset/finding.ts';
import { inferSpelling, numberSpelt, numbersSpelt } from '../../core/dataset/numberSpelling.ts';

/** A numeric column is kept as a dictionary up to this many different cells, as doubles beyond. */
const DICTIONARY_LIMIT = 4096;
/** The share of different cells that must be numbers before a column becomes doubles; the others are kept as exceptions. */
const NUMERIC_SHARE = 0.95;

/** Takes the cells of one column one by one and decides, by what they hold, how the column is kept. */
export class ColumnBuilder {
  readonly name: string;
  #codes = new Uint32Array(16);
  /** Cells as they stand in the file, surrounding blanks included, to codes: the trimming is done once per different cell. */
  #codeOf = new Map<string, number>();
  #dictionary: string[] = [];
  #switchAt = DICTIONARY_LIMIT;
  #isNumeric = false;
  #values = new Float64Array(0);
  readonly #exceptions = new Map<number, string>();

  constructor(name: string) {
    this.name = name;
  }

  /** Adds one field of each record; `firstRow` is the row of the first one. Rows come in order, without gaps. */
  pushField(firstRow: number, records: readonly (readonly string[])[], field: number): void {
    let at = 0;
    while (at < records.length && !this.#isNumeric) {
      this.#pushCode(firstRow + at, records[at][field]);
      at++;
    }
    for (; at < records.length; at++) this.#pushNumber(firstRow + at, records[at][field]);
  }

  #pushCode(row: number, cell: string): void {
    if (row >= this.#codes.length) this.#codes = grown(this.#codes);
    const code = this.#codeOf.get(cell) ?? this.#newCode(cell);
    this.#codes[row] = code;
    if (code === this.#switchAt) this.#becomeNumbers(row + 1);
  }

  #newCode(cell: string): number {
    const text = trimmed(cell);
    let code = this.#codeOf.get(text);
    if (code === undefined) {
      code = this.#dictionary.push(text) - 1;
      this.#codeOf.set(text, code);
    }
    if (text !== cell) this.#codeOf.set(cell, code);
    return code;
  }

  #becomeNumbers(rowCount: number): void {
    const numbers = Float64Array.from(this.#dictionary, numberIn);
    const wanted = this.#dictionary.reduce((count, text) => count + (spellsMissing(text) ? 0 : 1), 0);
    const found = numbers.reduce((count, number) => count + (Number.isNaN(number) ? 0 : 1), 0);
    if (found < NUMERIC_SHARE * wanted) {
      this.#switchAt = Number.POSITIVE_INFINITY;
      return;
    }
    const values = new Float64Array(this.#codes.length);
    for (let row = 0; row < rowCount; row++) {
      const code = this.#codes[row];
      values[row] = numbers[code];
      if (Number.isNaN(values[row])) this.#except(row, this.#dictionary[code]);
    }
    this.#isNumeric = true;
    this.#values = values;
    this.#codes = new Uint32Array(0);
    this.#codeOf = new Map();
    this.#dictionary = [];
  }

  #pushNumber(row: number, cell: string): void {
    if (row >= this.#values.length) this.#values = grown(this.#values);
    let value = numberIn(cell);
    if (Number.isNaN(value)) {
      const text = trimmed(cell);
      value = numberIn(text);
      if (Number.isNaN(value)) this.#except(row, text);
    }
    this.#values[row] = value;
  }

  #except(row: number, text: string): void {
    if (text !== '') this.#exceptions.set(row, text);
  }

  /** The finished column. */
  build(rowCount: number): Column {
    const name = this.name;
    if (this.#isNumeric) {
      return { kind: 'number', name, values: this.#values.slice(0, rowCount), exceptions: this.#exceptions };
    }
    const dictionary = this.#dictionary;
    const missing = Uint8Array.from(dictionary, (text) => (spellsMissing(text) ? 1 : 0));
    const { spelling, isAmbiguous } = inferSpelling(dictionary, missing);
    const numbers = numbersSpelt(dictionary, spelling);
    const codes = this.#codes.slice(0, rowCount);
    return { kind: 'category', name, codes, dictionary, numbers, missing, spelling, isAmbiguous };
  }
}

/** What is worth knowing about how a column spells its numbers; null where it spells them plainly. */
export function spellingFinding({ name: column, dictionary, spelling, isAmbiguous }: CategoryColumn): Finding | null {
  if (spelling === 'plain') return null;
  if (isAmbiguous) {
    const example = dictionary.find(hasAmbiguousComma) ?? '';
    const decimal = String(numberSpelt(example, 'decimalComma'));
    const thousands = String(numberSpelt(example, 'thousandsComma'));
    return { code: 'ambiguousComma', severity: 'warning', values: { column, example, decimal, thousands } };
  }
  if (spelling === 'percent' || spelling === 'percentComma') {
    return { code: 'percentColumn', severity: 'note', values: { column } };
  }
  if (spelling === 'decimalComma' && dictionary.some((cell) => cell.includes(','))) {
    return { code: 'decimalCommaColumn', severity: 'note', values: { column } };
  }
  const isGrouped = (cell: string) => Number.isNaN(numberIn(cell)) && !Number.isNaN(numberSpelt(cell, spelling));
  const example = dictionary.find(isGrouped) ?? '';
  const value = String(numberSpelt(example, spelling));
  return { code: 'thousandsColumn', severity: 'note', values: { column, example, value } };
}

/** Without surrounding blanks, and without the quotes that a blank before them kept from being read as such (`a, "b"`). */
function trimmed(cell: string): string {
  const text = cell.trim();
  const isQuotedLate = text.length > 1 && text !== cell && text.startsWith('"') && text.endsWith('"');
  return isQuotedLate ? text.slice(1, -1).trim() : text;
}

/** A copy twice as long. */
export function grown<T extends Uint32Array | Float64Array>(array: T): T {
  const larger = (
    array instanceof Uint32Array ? new Uint32Array(array.length * 2) : new Float64Array(array.length * 2)
  ) as T;
  larger.set(array);
  return larger;
}
