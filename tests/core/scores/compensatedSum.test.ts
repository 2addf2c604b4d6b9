import { expect, it } from 'vitest';
import { CompensatedSum } from '../../../src/core/scores/compensatedSum.ts';

function sumOf(terms: readonly number[]): number {
  const sum = new CompensatedSum();
  for (const term of terms) sum.add(term);
  return sum.total;
}

function sumAtOnce(terms: readonly number[]): number {
  const sum = new CompensatedSum();
  const half = terms.length >> 1;
  sum.addAll(Float64Array.from(terms), half);
  sum.addAll(Float64Array.from(terms.slice(half)), terms.length - half);
  return sum.total;
}

it.each([
  [[], 0],
  [[1, 2, 3], 6],
  [Array(10).fill(0.1), 1],
  [[1e16, 1, -1e16], 1],
  [[1, 1e100, 1, -1e100], 2],
  [[0.1, 1e16, -1e16], 0.1],
])('sums %j without losing digits', (terms, expected) => {
  expect(sumOf(terms)).toBe(expected);
  expect(sumAtOnce(terms)).toBe(expected);
});

it('is right to the last digit over a million terms, where plain addition is not', () => {
  const terms = Array<number>(1_000_000).fill(0.1);
  expect(sumOf(terms)).toBe(100_000);
  expect(sumAtOnce(terms)).toBe(100_000);
  expect(terms.reduce((a, b) => a + b, 0)).not.toBe(100_000);
});
