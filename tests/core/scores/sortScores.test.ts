import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortAscending, sortAscendingWithWeights } from '../../../src/core/scores/sortScores.ts';
import { seededRandom } from '../../bench/random.ts';

/** So many scores that the radix sort takes over. */
const MANY = 20_000;

/** The first place where the bits differ (0 and −0 do), -1 where none do. */
function firstDifference(actual: Float64Array, expected: Float64Array): number {
  if (actual.length !== expected.length) return Math.min(actual.length, expected.length);
  return actual.findIndex((value, i) => !Object.is(value, expected[i]));
}

function expectSorted(scores: Float64Array): void {
  const expected = Float64Array.from(scores).sort();
  sortAscending(scores);
  expect(firstDifference(scores, expected)).toBe(-1);
}

/** Finite doubles of every magnitude and sign. */
function randomBits(count: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: count }, () => {
    const words = Uint32Array.of(random() * 2 ** 32, random() * 2 ** 32);
    const [value] = new Float64Array(words.buffer);
    return Number.isFinite(value) ? value : 0;
  });
}

describe('sortAscending', () => {
  const random = seededRandom(7);
  it.each<[string, (i: number) => number]>([
    ['probabilities', () => random()],
    ['scores of both signs', () => random() - 0.5],
    ['negative scores only', () => -random()],
    ['one value', () => 0.25],
    ['one negative value', () => -0.25],
    ['negative scores of one magnitude', () => -1 - random() * 1e-9],
    ['both zeros', (i) => (i % 3 === 0 ? 0 : -0)],
    ['denormals of both signs', () => Math.round((random() - 0.5) * 100) * Number.MIN_VALUE],
    ['float32 values', () => Math.fround(random())],
    ['integers', () => Math.floor(random() * 1000) - 500],
    ['sorted ones', (i) => i],
    ['falling ones', (i) => -i],
  ])('sorts %s', (_, score) => {
    for (const count of [1, 2, 3, MANY - 1, MANY, MANY + 1])
      expectSorted(Float64Array.from({ length: count }, (_, i) => score(i)));
  });

  it('sorts any doubles, denormals and both zeros among them', () => {
    const scores = randomBits(MANY, 3);
    scores.set([0, -0, 5e-324, -5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, 2 ** -1022, -(2 ** -1022)], 100);
    expectSorted(scores);
  });

  it('stays within its part of a longer array', () => {
    const all = randomBits(MANY + 20, 4);
    const before = Float64Array.from(all);
    expectSorted(all.subarray(10, MANY + 10));
    expect(firstDifference(all.subarray(0, 10), before.subarray(0, 10))).toBe(-1);
    expect(firstDifference(all.subarray(MANY + 10), before.subarray(MANY + 10))).toBe(-1);
  });

  it('sorts nothing', () => {
    expectSorted(new Float64Array());
  });
});

describe('sortAscendingWithWeights', () => {
  it('sorts like sortAscending and keeps each weight beside its score', () => {
    const score = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(fc.oneof(score, fc.constantFrom(0, -0, 0.5, -0.5)), { maxLength: 60 }), (values) => {
        const scores = Float64Array.from(values);
        const weights = Float64Array.from(values, (_, i) => i);
        sortAscendingWithWeights(scores, weights);
        expect(firstDifference(scores, Float64Array.from(values).sort())).toBe(-1);
        expect(
          firstDifference(
            scores,
            weights.map((i) => values[i]),
          ),
        ).toBe(-1);
        expect([...weights].sort((a, b) => a - b)).toEqual(values.map((_, i) => i));
      }),
    );
  });
});
