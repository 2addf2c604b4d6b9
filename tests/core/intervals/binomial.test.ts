import { describe, expect, it } from 'vitest';
import { drawBinomial } from '../../../src/core/intervals/binomial.ts';
import { Random } from '../../../src/core/intervals/random.ts';

/** The probabilities of 0, 1, … trials successes, by Pascal's recurrence. */
function probabilities(trials: number, p: number): Float64Array {
  let row = Float64Array.of(1);
  for (let n = 1; n <= trials; n++) {
    row = Float64Array.from({ length: n + 1 }, (_, k) => (row[k] ?? 0) * (1 - p) + (row[k - 1] ?? 0) * p);
  }
  return row;
}

describe('drawBinomial', () => {
  it.each([
    [1, 0.3],
    [5, 0.5],
    [12, 0.05],
    [40, 0.2],
    [40, 0.9],
    [100, 0.099],
    [100, 0.11],
    [100, 0.5],
    [300, 0.97],
    [2000, 0.013],
    [2000, 0.4],
  ])('is binomial for %d trials at %d', (trials, p) => {
    const draws = 40_000;
    const random = new Random(11);
    const counts = new Float64Array(trials + 1);
    for (let i = 0; i < draws; i++) counts[drawBinomial(random, trials, p)]++;
    let [chiSquare, freedom, expected, counted] = [0, -1, 0, 0];
    probabilities(trials, p).forEach((probability, k) => {
      expected += draws * probability;
      counted += counts[k];
      if (expected < 8 && k < trials) return;
      chiSquare += expected > 0 ? (counted - expected) ** 2 / expected : 0;
      freedom++;
      [expected, counted] = [0, 0];
    });
    // About the 99.9 % quantile of chi-square (Wilson and Hilferty).
    const limit = freedom * (1 - 2 / (9 * freedom) + 3.1 * Math.sqrt(2 / (9 * freedom))) ** 3;
    expect(chiSquare).toBeLessThan(Math.max(11, limit));
  });

  it('keeps mean and variance where counts are large', () => {
    const random = new Random(5);
    const [trials, p, draws] = [3_000_000_000, 0.2, 20_000];
    const drawn = Array.from({ length: draws }, () => drawBinomial(random, trials, p));
    const deviation = Math.sqrt(trials * p * (1 - p));
    const scaled = drawn.map((value) => (value - trials * p) / deviation);
    const mean = scaled.reduce((sum, value) => sum + value, 0) / draws;
    const variance = scaled.reduce((sum, value) => sum + value * value, 0) / draws;
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(draws));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
  });

  it('is certain where nothing is left to chance', () => {
    const random = new Random(1);
    expect([0, -1, NaN].map((p) => drawBinomial(random, 10, p))).toEqual([0, 0, 0]);
    expect([1, 1.1].map((p) => drawBinomial(random, 10, p))).toEqual([10, 10]);
    expect(drawBinomial(random, 0, 0.5)).toBe(0);
  });
});
