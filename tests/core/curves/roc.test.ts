import { expect, it } from 'vitest';
import { buildCuts } from '../../../src/core/curves/cuts.ts';
import { rocCurve } from '../../../src/core/curves/roc.ts';
import { indexOf, rowsOf } from '../rows.ts';

const rocOf = (yTrue: number[], yScore: number[]) => rocCurve(buildCuts(indexOf(rowsOf(yTrue, yScore))));

// From the test suite of scikit-learn 1.2.1 (BSD-3-Clause), sklearn/metrics/tests/test_ranking.py: test_roc_curve_toydata.
it.each<[number[], number[], number[], number[]]>([
  [
    [0, 1],
    [0, 1],
    [0, 0, 1],
    [0, 1, 1],
  ],
  [
    [0, 1],
    [1, 0],
    [0, 1, 1],
    [0, 0, 1],
  ],
  [
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 1],
  ],
  [
    [1, 0],
    [0.5, 0.5],
    [0, 1],
    [0, 1],
  ],
])('labels %j, scores %j', (yTrue, yScore, fpr, tpr) => {
  const curve = rocOf(yTrue, yScore);
  expect([...curve.fpr]).toEqual(fpr);
  expect([...curve.tpr]).toEqual(tpr);
  expect(curve.thresholds[0]).toBe(Infinity);
});

it('has no rate for a class that is absent', () => {
  const onlyNegatives = rocOf([0, 0], [0, 1]);
  expect([...onlyNegatives.tpr]).toEqual([NaN, NaN, NaN]);
  expect([...onlyNegatives.fpr]).toEqual([0, 0.5, 1]);
  const onlyPositives = rocOf([1, 1], [0, 1]);
  expect([...onlyPositives.fpr]).toEqual([NaN, NaN, NaN]);
  expect([...onlyPositives.tpr]).toEqual([0, 0.5, 1]);
});
