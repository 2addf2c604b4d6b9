import { describe, expect, it } from 'vitest';
import { averagesOf, meanOver, pooled } from '../../../src/core/metrics/averaging.ts';

describe('averages over classes', () => {
  it('leave out classes without a value, and count them', () => {
    expect(meanOver([0.5, Number.NaN, 1], null)).toEqual({ value: 0.75, leftOut: 1 });
    expect(meanOver([0.5, Number.NaN, 1], [3, 5, 1])).toEqual({ value: 0.625, leftOut: 1 });
    expect(meanOver([Number.NaN], null)).toEqual({ value: Number.NaN, leftOut: 1 });
  });

  // scikit-learn 1.4: precision_recall_fscore_support([0, 0, 1, 1, 2], [0, 0, 0, 1, 1], zero_division=numpy.nan)
  it('have no precision for a class that is never decided', () => {
    const { macro, micro, weighted } = averagesOf([
      { tp: 2, fp: 1, fn: 0, tn: 2 },
      { tp: 1, fp: 1, fn: 1, tn: 2 },
      { tp: 0, fp: 0, fn: 1, tn: 4 },
    ]);
    expect(macro.precision).toEqual({ value: (2 / 3 + 1 / 2) / 2, leftOut: 1 });
    expect(macro.recall).toEqual({ value: 0.5, leftOut: 0 });
    expect(macro.f1.value).toBeCloseTo((0.8 + 0.5 + 0) / 3, 14);
    expect(micro.f1.value).toBe(0.6);
    expect(weighted.recall.value).toBe(0.6);
  });

  it('pool every count', () => {
    const one = { tp: 2, fp: 1, fn: 5, tn: 7 };
    expect(pooled([one, { tp: 10, fp: 20, fn: 30, tn: 40 }])).toEqual({ tp: 12, fp: 21, fn: 35, tn: 47 });
    expect(pooled([one])).toEqual(one);
  });
});
