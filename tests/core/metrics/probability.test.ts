import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areProbabilities, brierScore, logLoss } from '../../../src/core/metrics/probability.ts';
import { seededRandom } from '../../bench/random.ts';
import { arbitraryRows, unitScore } from '../arbitraryRows.ts';
import { isClose } from '../close.ts';
import { indexOf, type Rows, rowsOf } from '../rows.ts';

const indexed = (yTrue: number[], yScore: number[], sampleWeight?: number[]) =>
  indexOf(rowsOf(yTrue, yScore, sampleWeight));

/** The weighted mean of a loss, row by row in file order. */
function meanOver({ yTrue, yScore, sampleWeight }: Rows, loss: (label: number, score: number) => number): number {
  let sum = 0;
  let total = 0;
  for (const row of yTrue.keys()) {
    const weight = sampleWeight === null ? 1 : sampleWeight[row];
    if (weight === 0) continue;
    sum += weight * loss(yTrue[row], yScore[row]);
    total += weight;
  }
  return sum / total;
}

// From the test suite of scikit-learn 1.2.1 (BSD-3-Clause), sklearn/metrics/tests/test_classification.py.
describe('the cases of scikit-learn', () => {
  it('Brier score', () => {
    const index = indexed([0, 1, 1, 0, 1, 1], [0.1, 0.8, 0.9, 0.3, 1, 0.95]);
    expect(brierScore(index)).toBeCloseTo(0.1525 / 6, 15);
  });

  it('log loss', () => {
    expect(logLoss(indexed([0, 0, 0, 1, 1, 1], [0.5, 0.9, 0.99, 0.1, 0.25, 0.999]))).toBeCloseTo(1.8817971, 7);
  });
});

describe('logLoss', () => {
  it('keeps scores away from 0 and 1 by the epsilon of a double', () => {
    expect(logLoss(indexed([1], [0]))).toBeCloseTo(-Math.log(2.220446049250313e-16), 12);
    expect(logLoss(indexed([0], [1]))).toBeCloseTo(-Math.log(2.220446049250313e-16), 12);
    expect(logLoss(indexed([1], [1]))).toBeCloseTo(2.220446049250313e-16, 30);
    expect(logLoss(indexed([0], [0]))).toBeCloseTo(2.220446049250313e-16, 30);
  });
});

it('mean losses equal a sum over the rows in file order, weighted or not', () => {
  const clip = (score: number) => Math.min(Math.max(score, 2.220446049250313e-16), 1 - 2.220446049250313e-16);
  fc.assert(
    fc.property(arbitraryRows({ score: fc.oneof(unitScore, fc.double({ min: 0, max: 1, noNaN: true })) }), (rows) => {
      const index = indexOf(rows);
      expect(
        isClose(
          brierScore(index),
          meanOver(rows, (y, s) => (y - s) ** 2),
        ),
      ).toBe(true);
      const byRows = meanOver(rows, (y, s) => -(y === 1 ? Math.log(clip(s)) : Math.log(1 - clip(s))));
      expect(isClose(logLoss(index), byRows)).toBe(true);
    }),
  );
});

it('mean losses equal a sum over many rows too, weighted or not', () => {
  const random = seededRandom(4);
  const yScore = Array.from({ length: 5000 }, random);
  const yTrue = yScore.map((score) => (random() < score ? 1 : 0));
  const weights = yScore.map(() => Math.floor(random() * 4));
  for (const rows of [rowsOf(yTrue, yScore), rowsOf(yTrue, yScore, weights)]) {
    const brier = meanOver(rows, (y, s) => (y - s) ** 2);
    const log = meanOver(rows, (y, s) => -Math.log(y === 1 ? s : 1 - s));
    expect(isClose(brierScore(indexOf(rows)), brier)).toBe(true);
    expect(isClose(logLoss(indexOf(rows)), log)).toBe(true);
  }
});

it.each<[string, number[], number[]]>([
  ['a score is below 0', [1, 0], [-1e-9, 0.5]],
  ['a score is above 1', [1, 0], [0.5, 1.0000001]],
  ['there are no rows', [], []],
])('none has a value where %s', (_, yTrue, yScore) => {
  const index = indexed(yTrue, yScore);
  expect(areProbabilities(index)).toBe(false);
  expect([brierScore(index), logLoss(index)]).toEqual([NaN, NaN]);
});

it('scores of exactly 0 and 1 are probabilities', () => {
  expect(areProbabilities(indexed([1, 0], [0, 1]))).toBe(true);
});
