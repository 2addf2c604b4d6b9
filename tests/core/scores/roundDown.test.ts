import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confusionAt } from '../../../src/core/scores/confusion.ts';
import { roundedDown, roundIndexDown, tiesOf } from '../../../src/core/scores/roundDown.ts';
import { arbitraryRows } from '../arbitraryRows.ts';
import { indexOf, rowsOf } from '../rows.ts';

const perUnit = fc.constantFrom(1, 10, 100, 1000, 10_000);
const unitScore = fc.double({ min: 0, max: 1, noNaN: true });
/** Multiples and their neighbours, where a product that is off by one rounding would go wrong. */
const closeScore = fc
  .tuple(fc.integer({ min: -20_000, max: 20_000 }), perUnit, fc.constantFrom(-1, 0, 1))
  .map(([units, each, step]) => (units / each) * (1 + step * Number.EPSILON));

describe('roundedDown', () => {
  it('is the greatest multiple that does not exceed the score', () => {
    fc.assert(
      fc.property(fc.oneof(unitScore, closeScore), perUnit, (score, each) => {
        const rounded = roundedDown(score, each);
        const units = Math.round(rounded * each);
        expect(rounded).toBe(units / each);
        expect(rounded).toBeLessThanOrEqual(score);
        expect((units + 1) / each).toBeGreaterThan(score);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [0.29, 100],
    [0.57, 100],
    [0.58, 100],
    [1.1, 10],
    [4.35, 100],
  ])('leaves %f, a multiple of 1 / %i, as it is, though its product is not whole', (score, each) => {
    expect(roundedDown(score, each)).toBe(score);
  });
});

describe('roundIndexDown', () => {
  it('leaves the confusion at every multiple as it was', () => {
    fc.assert(
      fc.property(
        arbitraryRows({ score: unitScore }),
        fc.constantFrom(10, 100),
        fc.integer({ min: -1, max: 101 }),
        (rows, each, units) => {
          const index = indexOf(rows);
          const threshold = units / each;
          expect(confusionAt(roundIndexDown(index, each), threshold, '>=')).toEqual(
            confusionAt(index, threshold, '>='),
          );
        },
      ),
    );
  });
});

describe('tiesOf', () => {
  it('lists the distinct scores, descending, with what shares them and what lies above', () => {
    const index = indexOf(rowsOf([1, 0, 0, 1, 0], [0.5, 0.5, 0.5, 0.9, 0.1]));
    expect(tiesOf(index)).toEqual([
      { score: 0.9, positives: 1, negatives: 0, positivesAbove: 0, negativesAbove: 0 },
      { score: 0.5, positives: 1, negatives: 2, positivesAbove: 1, negativesAbove: 0 },
      { score: 0.1, positives: 0, negatives: 1, positivesAbove: 2, negativesAbove: 2 },
    ]);
  });
});
