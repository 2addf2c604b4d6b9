import { describe, expect, it } from 'vitest';
import { differenceInterval } from '../../../src/core/intervals/proportionDifference.ts';

const share = (successes: number, trials: number) => ({ successes, trials });

describe('the interval of a difference of proportions', () => {
  // Newcombe (1998), table II, method 10; the differences there are first minus second.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
    [5, 56, 0, 29, -0.0381, 0.1926],
  ])('%i of %i against %i of %i is the published one', (a, m, b, n, low, high) => {
    const interval = differenceInterval(share(b, n), share(a, m));
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
    expect(interval).toMatchObject({ method: 'newcombe', level: 0.95 });
  });

  it('turns its sign with the order', () => {
    const there = differenceInterval(share(48, 80), share(56, 70));
    const back = differenceInterval(share(56, 70), share(48, 80));
    expect(back.low).toBeCloseTo(-there.high, 14);
    expect(back.high).toBeCloseTo(-there.low, 14);
  });

  it('has no ends where there is nothing to compare', () => {
    expect(differenceInterval(share(0, 0), share(1, 2)).low).toBeNaN();
  });
});
