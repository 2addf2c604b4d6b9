import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf } from '../../../src/core/cost/payoff.ts';
import { precisionByBaseRate, projectConfusion } from '../../../src/core/cost/projection.ts';
import { npv, precision, recall, specificity } from '../../../src/core/metrics/threshold.ts';

const counts = fc.integer({ min: 1, max: 5000 });
const confusion = fc.record({ tp: counts, fp: counts, fn: counts, tn: counts });
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

it('keeps the file as it is at its own share of positives and number of cases', () => {
  const file = { tp: 429, fp: 153, fn: 194, tn: 5224 };
  const same = projectConfusion(file, { baseRate: 623 / 6000, cases: 6000 });
  for (const cell of ['tp', 'fp', 'fn', 'tn'] as const) expect(same[cell]).toBeCloseTo(file[cell], 9);
});

it('by hand: recall 0.8, specificity 0.9, one positive in a hundred, 1,000 cases a day', () => {
  const day = projectConfusion({ tp: 80, fn: 20, fp: 10, tn: 90 }, { baseRate: 0.01, cases: 1000 });
  expect(day).toEqual({ tp: 8, fn: 2, fp: 99, tn: 891 });
  expect(costOf(day, { tp: 0, fp: 1, fn: 5, tn: 0 })).toBe(109);
});

it('holds recall and specificity, and gives precision and NPV by the rule of Bayes', () => {
  fc.assert(
    fc.property(confusion, share, counts, (file, baseRate, cases) => {
      const day = projectConfusion(file, { baseRate, cases });
      const [r, s] = [recall.of(file, 0), specificity.of(file, 0)];
      expect(day.tp + day.fp + day.fn + day.tn).toBeCloseTo(cases, 6);
      expect(recall.of(day, 0)).toBeCloseTo(r, 12);
      expect(specificity.of(day, 0)).toBeCloseTo(s, 12);
      expect(precision.of(day, 0)).toBeCloseTo((r * baseRate) / (r * baseRate + (1 - s) * (1 - baseRate)), 12);
      expect(npv.of(day, 0)).toBeCloseTo((s * (1 - baseRate)) / (s * (1 - baseRate) + (1 - r) * baseRate), 12);
    }),
  );
});

it('agrees with a file in which every negative stands so many times more often', () => {
  fc.assert(
    fc.property(confusion, fc.integer({ min: 1, max: 50 }), ({ tp, fp, fn, tn }, times) => {
      const real = { tp, fn, fp: fp * times, tn: tn * times };
      const cases = real.tp + real.fp + real.fn + real.tn;
      const day = projectConfusion({ tp, fp, fn, tn }, { baseRate: (tp + fn) / cases, cases });
      for (const cell of ['tp', 'fp', 'fn', 'tn'] as const) expect(day[cell] / real[cell]).toBeCloseTo(1, 9);
    }),
  );
});

describe('at the ends', () => {
  const file = { tp: 8, fn: 2, fp: 1, tn: 9 };

  it('without positives every flag is a false alarm', () => {
    const day = projectConfusion(file, { baseRate: 0, cases: 100 });
    expect(day).toEqual({ tp: 0, fn: 0, fp: 10, tn: 90 });
    expect(precision.of(day, 0)).toBe(0);
  });

  it('without negatives every flag is right', () => {
    const day = projectConfusion(file, { baseRate: 1, cases: 100 });
    expect(day).toEqual({ tp: 80, fn: 20, fp: 0, tn: 0 });
    expect(precision.of(day, 0)).toBe(1);
  });

  it('a class that the file has no rows of cannot be projected, unless there is none of it', () => {
    const noPositives = { tp: 0, fn: 0, fp: 1, tn: 9 };
    expect(projectConfusion(noPositives, { baseRate: 0.1, cases: 100 })).toEqual({ tp: NaN, fn: NaN, fp: 9, tn: 81 });
    expect(projectConfusion(noPositives, { baseRate: 0, cases: 100 })).toEqual({ tp: 0, fn: 0, fp: 10, tn: 90 });
  });
});

it('draws precision over the share of positives: 0 at none, 1 at all, rising in between', () => {
  fc.assert(
    fc.property(confusion, (file) => {
      const values = precisionByBaseRate(file, [0, 0.25, 0.5, 0.75, 1]);
      expect([values[0], values[4]]).toEqual([0, 1]);
      expect([...values]).toEqual([...values].sort((a, b) => a - b));
      // At one half it is recall against the false positive rate alone.
      const [r, f] = [recall.of(file, 0), 1 - specificity.of(file, 0)];
      expect(values[2]).toBeCloseTo(r / (r + f), 12);
    }),
  );
  expect(precisionByBaseRate({ tp: 0, fp: 0, fn: 3, tn: 4 }, [0.5])).toEqual([NaN]);
});
