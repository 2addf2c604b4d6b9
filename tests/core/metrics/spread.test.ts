import { expect, it } from 'vitest';
import { spreadOf } from '../../../src/core/metrics/spread.ts';

// numpy 1.24.2: numpy.mean and numpy.std(ddof=1) of [0.71, 0.64, 0.8, 0.75].
it('is mean and standard deviation as numpy has them, with the ends', () => {
  const spread = spreadOf([0.71, 0.64, 0.8, 0.75]);
  expect(spread).toMatchObject({ least: 0.64, greatest: 0.8, count: 4 });
  expect(spread.mean).toBeCloseTo(0.725, 14);
  expect(spread.standardDeviation).toBeCloseTo(0.06757711644237764, 14);
});

it('leaves out what is undefined, and says how many there were', () => {
  expect(spreadOf([0.5, Number.NaN, 0.7])).toMatchObject({ mean: 0.6, count: 2 });
  expect(spreadOf([0.5])).toEqual({ mean: 0.5, standardDeviation: Number.NaN, least: 0.5, greatest: 0.5, count: 1 });
  expect(spreadOf([Number.NaN])).toEqual({
    mean: Number.NaN,
    standardDeviation: Number.NaN,
    least: Number.NaN,
    greatest: Number.NaN,
    count: 0,
  });
});
