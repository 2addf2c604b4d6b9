import { describe, expect, it } from 'vitest';
import { simulate, simulateBounds } from '../../simulation/simulate.ts';

/** `npm run coverage:intervals` does the same with thousands of data sets. */
describe('95 % intervals', () => {
  it('mostly take in what is true of the populations that the data sets are drawn from', () => {
    for (const { what, covered, of } of simulate({ sets: 96, seed: 3, replicates: 100 })) {
      // Of 20 or more at 95 %, fewer than 80 % are right by chance in less than one of a hundred.
      if (of >= 20) expect([what, covered / of > 0.8]).toEqual([what, true]);
    }
  });

  it('hold under bounds: the range of thresholds drawn where the bound binds, the safe range where it does not', () => {
    const found = simulateBounds({ sets: 96, seed: 3, replicates: 100 });
    for (const what of [
      'Middle 95 % of the best thresholds drawn under a bound that binds',
      'Safe range under a bound far off',
    ]) {
      const { covered, of } = found.find((each) => each.what === what) ?? { covered: 0, of: 0 };
      expect(of).toBe(48);
      expect(covered / of).toBeGreaterThan(0.8);
    }
  });
});
