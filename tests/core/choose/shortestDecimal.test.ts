import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortestDecimal } from '../../../src/core/choose/shortestDecimal.ts';

const isIn = (value: number, low: number, high: number, includes: 'low' | 'high') =>
  includes === 'high' ? value > low && value <= high : value >= low && value < high;

describe('shortestDecimal', () => {
  it.each([
    [0.5523, 0.6412, 0.5771, 0.6],
    [0.57, 0.5812, 0.5771, 0.58],
    [0.0139, 0.2984, 0.24103, 0.2],
    [0.24101, 0.24103, 0.24103, 0.24103],
    [-0.4, 0.3, 0.1, 0],
    [-7.3, -6.1, -6.4, -7],
    [612.3, 655.8, 640, 640],
    [0.00012, 0.00018, 0.00017, 0.00017],
  ])('between %d and %d near %d is %d', (low, high, near, expected) => {
    expect(shortestDecimal({ low, high }, 'high', near)).toBe(expected);
  });

  it('takes the end that belongs to it, not the other', () => {
    expect(shortestDecimal({ low: 0.5, high: 0.6 }, 'high', 0.55)).toBe(0.6);
    expect(shortestDecimal({ low: 0.5, high: 0.6 }, 'low', 0.55)).toBe(0.5);
  });

  it('is NaN where nothing lies between', () => {
    expect(shortestDecimal({ low: 1, high: 1 }, 'high', 1)).toBeNaN();
    expect(shortestDecimal({ low: 0, high: Infinity }, 'high', 1)).toBeNaN();
  });

  it('is the nearest of the coarsest decimals, tried one by one', () => {
    const bound = fc.integer({ min: -30_000, max: 30_000 });
    fc.assert(
      fc.property(
        bound,
        bound,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('low', 'high'),
        (a, b, share, includes) => {
          fc.pre(a !== b);
          const [low, high] = [Math.min(a, b) / 10_000, Math.max(a, b) / 10_000];
          const near = low + share * (high - low);
          const found = shortestDecimal({ low, high }, includes, near);
          for (const digits of [0, 1, 2, 3, 4]) {
            const inside: number[] = [];
            for (let i = -4 * 10 ** digits; i <= 4 * 10 ** digits; i++) {
              const value = Number(`${i}e-${digits}`);
              if (isIn(value, low, high, includes)) inside.push(value);
            }
            if (inside.length === 0) continue;
            const nearest = Math.min(...inside.map((value) => Math.abs(value - near)));
            expect(inside).toContain(found === 0 ? 0 : found);
            expect(Math.abs(found - near)).toBeCloseTo(nearest, 9);
            return;
          }
          expect.unreachable('One of the ends has four decimals.');
        },
      ),
      { numRuns: 60 },
    );
  });
});
