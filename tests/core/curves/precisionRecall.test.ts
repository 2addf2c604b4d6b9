import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildCuts } from '../../../src/core/curves/cuts.ts';
import { precisionRecallCurve, precisionRecallSteps } from '../../../src/core/curves/precisionRecall.ts';
import { rankingMetrics } from '../../../src/core/metrics/ranking.ts';
import { arbitraryRows } from '../arbitraryRows.ts';
import { isClose } from '../close.ts';
import { indexOf, rowsOf } from '../rows.ts';

const rows = rowsOf([1, 0, 1, 0, 0], [0.9, 0.5, 0.5, 0.2, 0.1]);

it('goes from the highest score down, without the end point, tail kept', () => {
  const { recall, precision, thresholds } = precisionRecallCurve(buildCuts(indexOf(rows)));
  expect([...thresholds]).toEqual([0.9, 0.5, 0.2, 0.1]);
  expect([...recall]).toEqual([0.5, 1, 1, 1]);
  expect([...precision]).toEqual([1, 2 / 3, 2 / 4, 2 / 5]);
});

it('is stepped so that each precision holds from the recall before', () => {
  const steps = precisionRecallSteps(precisionRecallCurve(buildCuts(indexOf(rows))));
  expect([...steps.recall]).toEqual([0, 0.5, 0.5, 1, 1, 1, 1, 1]);
  expect([...steps.precision]).toEqual([1, 1, 2 / 3, 2 / 3, 0.5, 0.5, 0.4, 0.4]);
});

it('has no recall without positives, and no vertex without rows', () => {
  const { recall, precision } = precisionRecallCurve(buildCuts(indexOf(rowsOf([0, 0], [0.1, 0.2]))));
  expect([...recall]).toEqual([NaN, NaN]);
  expect([...precision]).toEqual([0, 0]);
  const empty = precisionRecallCurve(buildCuts(indexOf(rowsOf([], []))));
  expect([empty.recall.length, empty.precision.length, empty.thresholds.length]).toEqual([0, 0, 0]);
  expect(precisionRecallSteps(empty).recall).toHaveLength(0);
});

it('covers the average precision', () => {
  fc.assert(
    fc.property(arbitraryRows(), (someRows) => {
      const index = indexOf(someRows);
      const { recall, precision } = precisionRecallSteps(precisionRecallCurve(buildCuts(index)));
      fc.pre(someRows.yTrue.some((label, row) => label === 1 && someRows.sampleWeight?.[row] !== 0));
      let area = 0;
      for (let i = 1; i < recall.length; i++) area += (recall[i] - recall[i - 1]) * precision[i];
      expect(isClose(area, rankingMetrics(index).averagePrecision)).toBe(true);
    }),
  );
});
