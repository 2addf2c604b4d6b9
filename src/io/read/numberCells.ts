import { numberIn } from '../../core/dataset/cell.ts';
import type { NumberColumn, Numbers } from '../../core/dataset/dataset.ts';
import {
  type InferredSpelling,
  MARKS,
  type NumberSpelling,
  numberSpelt,
  turnedToComma,
} from '../../core/dataset/numberSpelling.ts';
import { detached, textBytes, trimmed } from './cellText.ts';
import { bytes, doubles, Growing, shorts, words } from './growing.ts';
import { plainDecimal } from './plainDecimal.ts';

/** Different texts among the numbers before the column is taken for text after all. */
const EXCEPTION_LIMIT = 4096;

/**
 * Takes the cells of a column that is known to hold numbers, one a row. Which mark is the decimal one may still be open: whole numbers,
 * 1,234 and 1.234 fit both readings. Such cells are kept as read with a decimal point, together with their marks, until one comes that
 * has a single reading; if that is the one with a decimal comma, they are converted, exactly. The result depends on the order of
 * the rows, and on nothing else.
 */
export class NumberCells {
  readonly #values = new Growing(doubles);
  readonly #exceptionRows = new Growing(words);
  readonly #exceptionCodes = new Growing(shorts);
  readonly #codeOfException = new Map<string, number>();
  #exceptionLength = 0;
  #spelling: NumberSpelling;
  /** The other reading, while it is possible. */
  #rival: NumberSpelling | null;
  /** One a row, from the first mark on for all rows. */
  #marks: Growing | null = null;
  #mark: number = MARKS.none;
  #firstSpelt = '';
  #firstWithComma = '';

  constructor({ spelling, isOpen }: InferredSpelling) {
    this.#spelling = spelling;
    this.#rival = isOpen ? (spelling === 'percent' ? 'percentComma' : 'decimalComma') : null;
  }

  get byteLength(): number {
    const texts = textBytes(this.#codeOfException.size, this.#exceptionLength);
    const exceptions = this.#exceptionRows.byteLength + this.#exceptionCodes.byteLength + texts;
    return this.#values.byteLength + exceptions + (this.#marks?.byteLength ?? 0);
  }

  /** There are so many different texts among the numbers that this is no column of numbers. */
  get isOverfull(): boolean {
    return this.#codeOfException.size > EXCEPTION_LIMIT;
  }

  /** Cells that show how the column spells its numbers: the first one that is not spelt plainly, and the first one with a comma. */
  get examples(): readonly string[] {
    return [this.#firstSpelt, this.#firstWithComma].filter((cell) => cell !== '');
  }

  push(cell: string): void {
    this.#mark = MARKS.none;
    let value = this.#rival === null ? numberSpelt(cell, this.#spelling) : this.#openValue(cell, this.#rival);
    if (Number.isNaN(value)) value = this.#oddValue(trimmed(cell));
    else if (this.#spelling !== 'plain' && this.#firstWithComma === '') this.#noteExample(cell);
    this.#values.push(value);
    this.#marks?.push(this.#mark);
  }

  /** The same for a cell that is still bytes; false where it must be pushed as text. */
  pushPlain(cells: Uint8Array, start: number, end: number): boolean {
    if (this.#spelling !== 'plain') return false;
    // While a rival is left, a point may tell which of the two is right.
    const value = plainDecimal(cells, start, end, this.#rival === null);
    if (Number.isNaN(value)) return false;
    this.#values.push(value);
    this.#marks?.push(MARKS.none);
    return true;
  }

  /** The same for a number that came as such; false where it must be pushed as text. */
  pushValue(value: number): boolean {
    if (this.#spelling !== 'plain' || !Number.isFinite(value)) return false;
    // −0 would be written as 0.
    this.#values.push(value + 0);
    this.#marks?.push(MARKS.none);
    return true;
  }

  /** Cells as numbers or exceptions, in order. */
  forEach(visit: (cell: string) => void): void {
    const texts = [...this.#codeOfException.keys()];
    const codes = this.#exceptionCodes.moveTo(new Uint16Array(this.#exceptionCodes.length));
    const rows = this.#exceptionRows.moveTo(new Uint32Array(this.#exceptionRows.length));
    let next = 0;
    this.#values.forEach((value, row) => {
      const isException = rows[next] === row;
      visit(isException ? texts[codes[next]] : Number.isNaN(value) ? '' : String(value));
      if (isException) next++;
    });
  }

  build(name: string): NumberColumn {
    const isAmbiguous = this.#rival !== null && this.#spelling === 'thousandsComma';
    const marks = isAmbiguous ? this.#marks : null;
    return {
      kind: 'number',
      name,
      values: narrowed(this.#values),
      exceptions: {
        rows: this.#exceptionRows.moveTo(new Uint32Array(this.#exceptionRows.length)),
        codes: this.#exceptionCodes.moveTo(new Uint16Array(this.#exceptionCodes.length)),
        texts: [...this.#codeOfException.keys()],
      },
      spelling: this.#spelling,
      isAmbiguous,
      marks: marks?.moveTo(new Uint8Array(marks.length)) ?? null,
    };
  }

  #openValue(cell: string, rival: NumberSpelling): number {
    if (isBare(cell)) return numberSpelt(cell, this.#spelling);
    const point = this.#pointValue(cell);
    const comma = numberSpelt(cell, rival);
    if (Number.isNaN(point) === Number.isNaN(comma)) {
      if (point !== comma && !Number.isNaN(point)) this.#setMark(cell.includes(',') ? MARKS.comma : MARKS.point);
      return point;
    }
    this.#rival = null;
    if (Number.isNaN(point)) this.#readWithComma(rival);
    this.#marks = null;
    return Number.isNaN(point) ? comma : point;
  }

  /** The value with a decimal point. A first mark between thousands is no contradiction to plain numbers. */
  #pointValue(cell: string): number {
    const value = numberSpelt(cell, this.#spelling);
    if (!Number.isNaN(value) || this.#spelling !== 'plain') return value;
    for (const wider of ['thousandsComma', 'thousandsGap'] as const) {
      const grouped = numberSpelt(cell, wider);
      if (Number.isNaN(grouped)) continue;
      this.#spelling = wider;
      return grouped;
    }
    return Number.NaN;
  }

  #setMark(mark: number): void {
    this.#mark = mark;
    if (this.#marks !== null) return;
    this.#marks = new Growing(bytes);
    for (let row = 0; row < this.#values.length; row++) this.#marks.push(MARKS.none);
  }

  /** Everything so far turns out to be written with a decimal comma. */
  #readWithComma(spelling: NumberSpelling): void {
    this.#spelling = spelling;
    if (this.#marks === null) return;
    const marks = this.#marks.moveTo(new Uint8Array(this.#marks.length));
    const values = this.#values.moveTo(new Float64Array(this.#values.length));
    for (const [row, value] of values.entries()) this.#values.push(turnedToComma(value, marks[row]));
  }

  #oddValue(text: string): number {
    const value = this.#rival === null ? this.#pointValue(text) : this.#openValue(text, this.#rival);
    if (!Number.isNaN(value)) {
      this.#noteExample(text);
      return value;
    }
    if (text !== '') {
      this.#exceptionRows.push(this.#values.length);
      this.#exceptionCodes.push(this.#codeOfException.get(text) ?? this.#newException(text));
    }
    return Number.NaN;
  }

  #newException(text: string): number {
    const code = this.#codeOfException.size;
    this.#codeOfException.set(detached(text), code);
    this.#exceptionLength += text.length;
    return code;
  }

  #noteExample(cell: string): void {
    if (this.#firstSpelt === '' && Number.isNaN(numberIn(cell))) this.#firstSpelt = detached(cell);
    if (this.#firstWithComma === '' && cell.includes(',')) this.#firstWithComma = detached(cell);
  }
}

const ZERO = 48;
const NINE = 57;
const MINUS = 45;

/** Digits and a sign at most. */
function isBare(cell: string): boolean {
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    if ((code < ZERO || code > NINE) && code !== MINUS) return false;
  }
  return true;
}

/** As integers where that loses nothing. */
function narrowed(values: Growing): Numbers {
  let low = 0;
  let high = 0;
  let isWhole = true;
  values.forEach((value) => {
    isWhole &&= Number.isInteger(value);
    if (value < low) low = value;
    if (value > high) high = value;
  });
  const { length } = values;
  if (isWhole && low >= -(2 ** 15) && high < 2 ** 15) return values.moveTo(new Int16Array(length));
  if (isWhole && low >= -(2 ** 31) && high < 2 ** 31) return values.moveTo(new Int32Array(length));
  return values.moveTo(new Float64Array(length));
}
