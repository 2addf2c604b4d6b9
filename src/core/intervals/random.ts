/** The seed of everything that is drawn: the same file gives the same intervals on every run and every machine. */
export const SEED = 1;

/**
 * A seeded source of random numbers: xoshiro128** (Blackman and Vigna, 2018), started from one number by SplitMix32. The same seed gives
 * the same numbers everywhere; its period is 2^128 − 1.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(seed: number) {
    let state = seed | 0;
    const split = () => {
      state = (state + 0x9e3779b9) | 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      return mixed ^ (mixed >>> 15);
    };
    [this.#a, this.#b, this.#c, this.#d] = [split(), split(), split(), split()];
  }

  /** A whole number from 0 to 2^32 − 1, all equally likely. O(1). */
  bits(): number {
    const scrambled = Math.imul(this.#b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result >>> 0;
  }

  /** A number in (0, 1): the middle of one of 2^52 equal parts, all equally likely. O(1). */
  uniform(): number {
    return ((this.bits() >>> 6) * 2 ** 26 + (this.bits() >>> 6) + 0.5) / 2 ** 52;
  }
}
