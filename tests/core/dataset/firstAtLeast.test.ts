import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstAtLeast } from '../../../src/core/dataset/firstAtLeast.ts';

it('firstAtLeast counts the numbers below', () => {
  const small = fc.integer({ min: -5, max: 5 });
  fc.assert(
    fc.property(fc.array(small), small, (numbers, least) => {
      const ascending = [...numbers].sort((a, b) => a - b);
      expect(firstAtLeast(ascending, least)).toBe(ascending.filter((number) => number < least).length);
    }),
  );
});
