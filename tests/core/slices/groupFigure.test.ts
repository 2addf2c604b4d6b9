import { expect, it } from 'vitest';
import { groupFigure } from '../../../src/core/slices/groupFigure.ts';

const OF_SCORES = { scoreMetrics: {}, undefinedReasons: {}, aucInterval: null } as unknown as Parameters<
  typeof groupFigure
>[1];
const f1 = (tp: number, fp: number, fn: number, tn: number) =>
  groupFigure('f1', OF_SCORES, { tp, fp, fn, tn }, 0.5, { hasWeights: false, isDrawn: true });

it('claims no certainty about a group whose draws all agree', () => {
  expect(f1(0, 2, 3, 3)).toMatchObject({ value: 0, interval: null });
  expect(f1(4, 0, 0, 4)).toMatchObject({ value: 1, interval: null });
});

it('draws an interval as soon as the draws differ', () => {
  const { value, interval } = f1(1, 2, 2, 3);
  expect(value).toBeCloseTo(1 / 3, 12);
  expect(interval).toMatchObject({ low: 0 });
  expect(interval?.high).toBeGreaterThan(1 / 3);
});
