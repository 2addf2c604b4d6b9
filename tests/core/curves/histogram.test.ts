import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scoreHistogram } from '../../../src/core/curves/histogram.ts';
import { arbitraryRows, unitScore } from '../arbitraryRows.ts';
import { indexOf, rowsOf } from '../rows.ts';

const histogramOf = (yScore: number[], low: number, high: number, bins: number, weights?: number[]) => [
  ...scoreHistogram(indexOf(rowsOf(Array(yScore.length).fill(1), yScore, weights)).positives, low, high, bins),
];

it('puts an edge into the bin above it, and the last edge into the last bin', () => {
  expect(histogramOf([0, 0.25, 0.5, 0.5, 0.75, 1], 0, 1, 4)).toEqual([1, 1, 2, 2]);
  expect(histogramOf([0, 0.24, 0.99, 1], 0, 1, 4)).toEqual([2, 0, 0, 2]);
});

it('sums weights', () => {
  expect(histogramOf([0.1, 0.2, 0.9], 0, 1, 2, [0.5, 2, 4])).toEqual([2.5, 4]);
});

it('leaves out what lies outside', () => {
  expect(histogramOf([-1, 0, 1, 2, 3], 0, 2, 2)).toEqual([1, 2]);
});

it('has one full bin where all scores are equal, and empty ones without rows', () => {
  expect(histogramOf([5, 5, 5], 5, 5, 3)).toEqual([0, 0, 3]);
  expect(histogramOf([], 0, 1, 3)).toEqual([0, 0, 0]);
});

it('agrees with sorting every row into its bin', () => {
  const bins = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(arbitraryRows({ score: unitScore }), bins, (rows, count) => {
      const { negatives } = indexOf(rows);
      const expected = Array<number>(count).fill(0);
      rows.yScore.forEach((score, row) => {
        if (rows.yTrue[row] === 1) return;
        let bin = count - 1;
        while (bin > 0 && score < bin / count) bin--;
        expected[bin] += rows.sampleWeight?.[row] ?? 1;
      });
      expect([...scoreHistogram(negatives, 0, 1, count)]).toEqual(expected);
    }),
  );
});
