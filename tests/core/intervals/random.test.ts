import { describe, expect, it } from 'vitest';
import { Random } from '../../../src/core/intervals/random.ts';

const MASK = (1n << 32n) - 1n;
const rotated = (value: bigint, by: bigint) => ((value << by) | (value >> (32n - by))) & MASK;

/** The same generator written once more, with whole numbers of any size. */
function* reference(seed: number): Generator<number> {
  let split = BigInt.asUintN(32, BigInt(seed));
  const state = [0, 0, 0, 0].map(() => {
    split = (split + 0x9e3779b9n) & MASK;
    let mixed = ((split ^ (split >> 16n)) * 0x21f0aaadn) & MASK;
    mixed = ((mixed ^ (mixed >> 15n)) * 0x735a2d97n) & MASK;
    return mixed ^ (mixed >> 15n);
  });
  for (;;) {
    yield Number((rotated((state[1] * 5n) & MASK, 7n) * 9n) & MASK);
    const shifted = (state[1] << 9n) & MASK;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = rotated(state[3], 11n);
  }
}

describe('Random', () => {
  it.each([0, 1, 42, -7])('is xoshiro128** from seed %d', (seed) => {
    const random = new Random(seed);
    const expected = reference(seed);
    for (let i = 0; i < 200; i++) expect(random.bits()).toBe(expected.next().value);
  });

  it('gives the same numbers again, and others for another seed', () => {
    const drawn = (seed: number) => {
      const random = new Random(seed);
      return Array.from({ length: 5 }, () => random.uniform());
    };
    expect(drawn(3)).toEqual(drawn(3));
    expect(drawn(3)).not.toEqual(drawn(4));
  });

  it('stays strictly between 0 and 1, evenly', () => {
    const random = new Random(1);
    const counts = new Float64Array(64);
    for (let i = 0; i < 64_000; i++) {
      const value = random.uniform();
      expect(value > 0 && value < 1).toBe(true);
      counts[Math.floor(64 * value)]++;
    }
    // 63 degrees of freedom: beyond 104 in one of a thousand.
    expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(104);
  });
});
