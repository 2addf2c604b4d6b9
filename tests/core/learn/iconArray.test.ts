import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apportion, ICON_QUESTIONS, iconArray } from '../../../src/core/learn/iconArray.ts';

const count = fc.oneof(fc.nat(1_000_000), fc.constantFrom(0, 1, 2.5, 1e15));
const confusion = fc.record({ tp: count, fp: count, fn: count, tn: count });

it('shares out by the largest remainder', () => {
  expect(apportion([429, 153], 100)).toEqual([74, 26]);
  expect(apportion([1, 1, 1], 100)).toEqual([34, 33, 33]);
  expect(apportion([1, 999], 100)).toEqual([0, 100]);
  // Hamilton's own example, the seats of 1791 in small: quotas 2.6, 1.3 and 1.1.
  expect(apportion([26, 13, 11], 5)).toEqual([3, 1, 1]);
});

it('gives whole numbers that add up, each less than one away from its quota, and more to more', () => {
  fc.assert(
    fc.property(fc.array(count, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 200 }), (amounts, total) => {
      const sum = amounts.reduce((all, amount) => all + amount, 0);
      fc.pre(sum > 0);
      const given = apportion(amounts, total);
      expect(given.reduce((all, each) => all + each, 0)).toBe(total);
      given.forEach((each, i) => {
        expect(Number.isInteger(each)).toBe(true);
        expect(Math.abs(each - (amounts[i] / sum) * total)).toBeLessThan(1 + 1e-9);
        given.forEach((other, j) => {
          if (amounts[i] > amounts[j]) expect(each).toBeGreaterThanOrEqual(other);
        });
      });
    }),
  );
});

it('refuses what cannot be shared out', () => {
  for (const amounts of [[0, 0], [], [-1, 2], [Number.NaN, 1], [Infinity, 1]])
    expect(() => apportion(amounts, 100)).toThrow(RangeError);
});

it('asks about the rows that the question names, and about no others', () => {
  const demo = { tp: 429, fp: 153, fn: 194, tn: 5224 };
  expect(iconArray(demo, 'flagged')).toEqual({
    icons: { tp: 74, fp: 26, fn: 0, tn: 0 },
    counts: { tp: 429, fp: 153, fn: 0, tn: 0 },
    whole: 582,
    right: 429,
  });
  expect(iconArray(demo, 'positives')?.icons).toEqual({ tp: 69, fp: 0, fn: 31, tn: 0 });
  expect(iconArray(demo, 'all')?.icons).toEqual({ tp: 7, fp: 3, fn: 3, tn: 87 });
  expect(iconArray({ tp: 0, fp: 0, fn: 3, tn: 4 }, 'flagged')).toBeNull();
  expect(iconArray({ tp: 0, fp: 2, fn: 0, tn: 4 }, 'positives')).toBeNull();
  expect(iconArray({ tp: 0, fp: 0, fn: 0, tn: 0 }, 'all')).toBeNull();
});

it('has a hundred symbols for any matrix, none for what there is none of', () => {
  fc.assert(
    fc.property(confusion, fc.constantFrom(...ICON_QUESTIONS), (counts, question) => {
      const array = iconArray(counts, question);
      if (array === null) return;
      const { icons } = array;
      expect(icons.tp + icons.fp + icons.fn + icons.tn).toBe(100);
      for (const outcome of ['tp', 'fp', 'fn', 'tn'] as const)
        if (array.counts[outcome] === 0) expect(icons[outcome]).toBe(0);
    }),
  );
});
