import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../../src/core/intervals/proportion.ts';
import { isClose } from '../close.ts';

describe('wilsonInterval', () => {
  // Of R 4.2's prop.test(k, n, correct = FALSE); more in the golden files.
  it.each([
    [178, 250, 0.6529932925866828, 0.7645901884272486],
    [26, 49, 0.3938086398366191, 0.6629649630682485],
  ])('of %d in %d', (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials);
    expect(isClose(interval.low, low) && isClose(interval.high, high)).toBe(true);
    expect([interval.method, interval.level]).toEqual(['wilson', 0.95]);
  });

  it('solves |p̂ − p| = z √(p(1 − p)/n) at both ends', () => {
    for (const [successes, trials, level, z] of [
      [3, 10, 0.95, 1.959963984540054],
      [7, 8, 0.99, 2.5758293035489004],
      [500, 1000, 0.9, 1.6448536269514722],
    ]) {
      const { low, high, level: named } = wilsonInterval(successes, trials, level);
      expect(named).toBe(level);
      for (const p of [low, high]) {
        expect(Math.abs(successes / trials - p)).toBeCloseTo(z * Math.sqrt((p * (1 - p)) / trials), 13);
      }
      expect(low).toBeLessThan(successes / trials);
      expect(high).toBeGreaterThan(successes / trials);
    }
  });

  it('stays within 0 and 1, and ends there exactly', () => {
    const z2 = 1.959963984540054 ** 2;
    for (const trials of [1, 3, 10, 97, 1e6]) {
      expect(wilsonInterval(0, trials).low).toBe(0);
      expect(isClose(wilsonInterval(0, trials).high, z2 / (trials + z2))).toBe(true);
      expect(wilsonInterval(trials, trials).high).toBe(1);
      expect(isClose(wilsonInterval(trials, trials).low, trials / (trials + z2))).toBe(true);
    }
  });

  it('ends exactly, whatever rounding does to the formula', () => {
    const trials = Array.from({ length: 2000 }, (_, i) => i + 1);
    expect(trials.filter((n) => wilsonInterval(n, n).high !== 1 || wilsonInterval(0, n).low !== 0)).toEqual([]);
  });

  it('has no ends without trials', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: NaN, high: NaN, method: 'wilson', level: 0.95 });
  });

  it.each([
    [2, 1, 0.95],
    [-1, 1, 0.95],
    [NaN, 1, 0.95],
    [1, 2, 0],
    [1, 2, 1],
    [1, 2, 95],
  ])('refuses %d of %d at %d', (successes, trials, level) => {
    expect(() => wilsonInterval(successes, trials, level)).toThrow(RangeError);
  });
});
