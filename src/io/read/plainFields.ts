const LF = 10;
const FIRST_LENGTH = 4096;
/** Longer texts are left to the parser: each takes an array of three bytes a character. */
const LONGEST = 2 ** 21;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The fields of records that hold no quote, as places in their bytes: most files have no others, and making a string of each field
 * takes longer than everything done with it.
 */
export class PlainFields {
  records = 0;
  /** The records in UTF-8; valid up to the last end. */
  bytes: Uint8Array = new Uint8Array(0);
  /** Where each field ends, record by record; the next one starts one place behind. */
  ends = new Uint32Array(FIRST_LENGTH);
  readonly width: number;
  readonly #delimiter: number;
  /** The records again where each of their characters is one byte, else empty. */
  #ascii = '';

  constructor(width: number, delimiter: string) {
    this.width = width;
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /**
   * Divides a text of whole records, each of which ends in "\n". False where one of them has not exactly `width` fields and where there
   * is a quote: then a parser must look at it. O(length).
   */
  divide(text: string): boolean {
    if (text.length > LONGEST || text.includes('"')) return false;
    if (this.bytes.length < 3 * text.length) this.bytes = new Uint8Array(3 * text.length);
    const { bytes } = this;
    const { written } = encoder.encodeInto(text, bytes);
    this.#ascii = written === text.length ? text : '';
    let count = 0;
    let expected = this.width;
    for (let at = 0; at < written; at++) {
      const byte = bytes[at];
      if (byte !== this.#delimiter && byte !== LF) continue;
      const isRecordEnd = byte === LF;
      if (count === this.ends.length) this.#lengthen();
      this.ends[count++] = at;
      if (isRecordEnd !== (count === expected)) return false;
      if (isRecordEnd) expected += this.width;
    }
    this.records = count / this.width;
    return true;
  }

  /** Where a field starts, given its place among all fields. O(1). */
  startOf(place: number): number {
    return place === 0 ? 0 : this.ends[place - 1] + 1;
  }

  /** A field as text. O(length). */
  cellBetween(start: number, end: number): string {
    return this.#ascii === '' ? decoder.decode(this.bytes.subarray(start, end)) : this.#ascii.slice(start, end);
  }

  #lengthen(): void {
    const longer = new Uint32Array(2 * this.ends.length);
    longer.set(this.ends);
    this.ends = longer;
  }
}
