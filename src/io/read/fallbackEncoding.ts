/** What a file that is not valid UTF-8 is read as. windows-1252 gives every byte a meaning, so it cannot fail. */
export type FallbackEncoding = 'GB18030' | 'windows-1252';

/** Letters beyond ASCII looked at before the decision. */
const ENOUGH = 20_000;

/**
 * Counts what speaks for Chinese text (GB18030, which contains GBK and GB2312) and against it, in the bytes beyond ASCII of a file
 * that is not UTF-8. Chinese text is made of pairs of high bytes, nearly all of the 3,755 commonest characters or its punctuation;
 * the other alphabets have single high bytes amid ASCII letters, and leave the second byte of a pair to a blank or a comma sooner or
 * later, which GB18030 does not allow. O(bytes).
 */
export class EncodingEvidence {
  #common = 0;
  #rare = 0;
  #impossible = 0;
  #lead = -1;
  #beforeLead = 0;
  #previous = 0;
  /** The pair last seen, if ASCII letters stand before it: two accented letters inside a word look alike. */
  #isInsideWord = false;
  #needed = 0;
  #bytes = 0;
  #lastHigh = -1;
  #firstHigh = -1;

  get isEnough(): boolean {
    return this.#impossible > 0 || this.#common + this.#rare > ENOUGH;
  }

  /** Whether all bytes beyond ASCII are the last ones of what was given, at most three. */
  get isOnlyAtEnd(): boolean {
    return this.#firstHigh >= this.#bytes - 3 && this.#lastHigh === this.#bytes - 1;
  }

  add(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte >= 0x80) {
        this.#lastHigh = this.#bytes;
        if (this.#firstHigh < 0) this.#firstHigh = this.#bytes;
      }
      this.#bytes++;
      if (byte >= 0x80 || this.#lead >= 0 || this.#needed > 0 || this.#isInsideWord) this.#take(byte);
      this.#previous = byte;
    }
  }

  /** A letter that the end of the file cuts off speaks for nothing. */
  decide(): FallbackEncoding {
    return this.#impossible === 0 && this.#common > this.#rare ? 'GB18030' : 'windows-1252';
  }

  #take(byte: number): void {
    if (this.#needed > 0) {
      this.#takeOfFour(byte);
      return;
    }
    if (this.#lead < 0) {
      if (this.#isInsideWord && isLetter(byte)) {
        this.#common--;
        this.#rare++;
      }
      this.#isInsideWord = false;
      if (byte < 0x80) return;
      if (byte === 0x80) this.#rare++;
      else if (byte === 0xff) this.#impossible++;
      else {
        this.#lead = byte;
        this.#beforeLead = this.#previous;
      }
      return;
    }
    const lead = this.#lead;
    this.#lead = -1;
    if (byte >= 0x30 && byte <= 0x39) this.#needed = 2;
    else if (byte < 0x40 || byte === 0x7f || byte === 0xff) this.#impossible++;
    else if (byte >= 0xa1 && isCommonLead(lead)) {
      this.#common++;
      this.#isInsideWord = isLetter(this.#beforeLead);
    } else this.#rare++;
  }

  /** The third and fourth byte of a letter of four. */
  #takeOfFour(byte: number): void {
    this.#needed--;
    const isFitting = this.#needed === 1 ? byte >= 0x81 && byte <= 0xfe : byte >= 0x30 && byte <= 0x39;
    if (!isFitting) {
      this.#impossible++;
      this.#needed = 0;
    } else if (this.#needed === 0) this.#rare++;
  }
}

/** Punctuation, full-width letters, and the commonest characters. */
const isCommonLead = (lead: number) => (lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7);

const isLetter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
