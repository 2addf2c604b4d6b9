import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scoreRanges } from '../../../src/core/classes/scoreRanges.ts';

const missing = Number.NaN;
const split = (...columns: (readonly number[] | null)[]) => ({
  yScore: columns.map((column) => column && Float64Array.from(column)),
});

it('gives the least and the greatest score of each class over all splits', () => {
  expect(scoreRanges([split([0.5, 0.25], [7]), split([0.75], [-1, 3, 9])])).toEqual([
    { low: 0.25, high: 0.75 },
    { low: -1, high: 9 },
  ]);
});

it('passes over missing scores, wherever they stand', () => {
  expect(scoreRanges([split([missing, 2, missing, 1, missing], [missing])])).toEqual([
    { low: 1, high: 2 },
    { low: missing, high: missing },
  ]);
});

it('has nothing to say of a class without scores, nor without splits', () => {
  expect(scoreRanges([split(null, [1])])).toEqual([
    { low: missing, high: missing },
    { low: 1, high: 1 },
  ]);
  expect(scoreRanges([split([])])).toEqual([{ low: missing, high: missing }]);
  expect(scoreRanges([])).toEqual([]);
});

it('is the least and the greatest of all that is there', () => {
  const score = fc.oneof(fc.constant(missing), fc.integer({ min: -3, max: 3 }));
  fc.assert(
    fc.property(fc.array(fc.array(score), { minLength: 1 }), (columns) => {
      const [range] = scoreRanges(columns.map((column) => split(column)));
      const present = columns.flat().filter((each) => !Number.isNaN(each));
      const isEmpty = present.length === 0;
      expect(range.low).toBe(isEmpty ? missing : Math.min(...present));
      expect(range.high).toBe(isEmpty ? missing : Math.max(...present));
    }),
  );
});
