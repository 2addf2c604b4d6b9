import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStop, sliderScale, stopAt, stopNear } from '../../../src/core/choose/stops.ts';

const allStops = (scale: ReturnType<typeof sliderScale>) =>
  Array.from({ length: scale.stops + 1 }, (_, i) => stopAt(scale, i));

describe('sliderScale', () => {
  it.each([
    [0.2, 0.9],
    [0, 0.5],
    [0.5, 1],
    [0, 1],
    [0.5, 0.5],
    [Number.NaN, Number.NaN],
  ])('has a hundred steps from 0 to 1 for scores from %d to %d', (low, high) => {
    const scale = sliderScale(low, high);
    expect(scale).toEqual({ low: 0, high: 1, step: 0.01, stops: 100 });
    expect(allStops(scale)).toEqual(Array.from({ length: 101 }, (_, i) => Number((i / 100).toFixed(2))));
  });

  it.each([
    [-3, 2.25, 0.05],
    [450, 800, 5],
    [1, 10, 0.1],
    [0, 1.0000001, 0.01],
    [-1e-9, 0.5, 0.005],
    [-2000, -1000, 10],
    [0, 3e9, 2e7],
    [-4e-5, 1e-5, 5e-7],
  ])('from %d to %d goes by %d', (low, high, step) => {
    expect(sliderScale(low, high)).toMatchObject({ low, high, step });
  });

  it('goes by the double nearest to 1, 2 or 5 times any power of ten', () => {
    for (let exponent = -20; exponent <= 20; exponent++) {
      for (const digit of [1, 2, 5]) {
        const step = Number(`${digit}e${exponent}`);
        expect(sliderScale(-50 * step, 50 * step).step).toBe(step);
      }
    }
  });

  it('has a single stop where all scores are equal and no probability', () => {
    const scale = sliderScale(5, 5);
    expect(allStops(scale)).toEqual([5]);
    expect([nextStop(scale, 5, 1), nextStop(scale, 5, -1)]).toEqual([5, 5]);
  });
});

describe('stopAt', () => {
  it.each([
    [-5e-324, 5e-324],
    [-1e-308, 1e-308],
    [-3e-310, 0],
  ])('has the two ends alone where no double divides what lies between (%d to %d)', (low, high) => {
    const scale = sliderScale(low, high);
    expect(scale.stops).toBe(1);
    expect([0, 1].map((i) => stopAt(scale, i))).toEqual([low, high]);
    expect(nextStop(scale, low, 1)).toBe(high);
    expect(nextStop(scale, high, -1)).toBe(low);
  });

  it('has stops in order and within its ends for any two scores that there are', () => {
    const score = fc.double({ noNaN: true, noDefaultInfinity: true });
    const inOrder = (a: number, b: number) => {
      const stops = allStops(sliderScale(Math.min(a, b), Math.max(a, b)));
      expect(stops.every((stop, i) => Number.isFinite(stop) && (i === 0 || stop >= stops[i - 1]))).toBe(true);
    };
    inOrder(1.7976931348623153e308, 1.7976931348623157e308);
    fc.assert(fc.property(score, score, inOrder), { numRuns: 2000 });
  });

  it('goes by round numbers from end to end', () => {
    expect(allStops(sliderScale(1.23, 1.29))).toEqual([
      1.23,
      ...Array.from({ length: 119 }, (_, i) => Number((1.2305 + i * 0.0005).toFixed(4))),
      1.29,
    ]);
    const margins = allStops(sliderScale(-3.01, 2.25));
    expect(margins.slice(0, 3)).toEqual([-3.01, -3, -2.95]);
    expect(margins.slice(-3)).toEqual([2.15, 2.2, 2.25]);
    expect(margins).toContain(0);
    expect(allStops(sliderScale(451, 798)).slice(0, 2)).toEqual([451, 455]);
  });

  it('never sums steps: each stop between the ends is the double nearest to its decimals', () => {
    const end = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(end, end, (a, b) => {
        const scale = sliderScale(Math.min(a, b), Math.max(a, b));
        fc.pre(scale.high - scale.low > 1e-3);
        const stops = allStops(scale);
        expect([stops[0], stops.at(-1)]).toEqual([scale.low, scale.high]);
        expect(stops.slice(1, -1)).toEqual(stops.slice(1, -1).map((stop) => Number(stop.toFixed(8))));
        for (let i = 1; i < stops.length; i++) expect(stops[i]).toBeGreaterThan(stops[i - 1]);
        expect(scale.stops).toBeGreaterThanOrEqual(60);
        expect(scale.stops).toBeLessThanOrEqual(160);
      }),
    );
  });

  it('stays at the ends beyond them', () => {
    const scale = sliderScale(0, 1);
    expect([stopAt(scale, -1), stopAt(scale, 101)]).toEqual([0, 1]);
  });
});

describe('nextStop', () => {
  const unit = sliderScale(0, 1);

  it.each([
    [0.5771, 1, 0.58],
    [0.5771, -1, 0.57],
    [0.57, 1, 0.58],
    [0.57, -1, 0.56],
    [0.29, -1, 0.28],
    [0.5771, 10, 0.67],
    [0.5771, -10, 0.48],
    [0.57, 10, 0.67],
    [0.57, -10, 0.47],
    [0.95, 10, 1],
    [0.05, -10, 0],
    [1, 1, 1],
    [0, -1, 0],
    [0.995, 1, 1],
    [0.005, -1, 0],
    [Infinity, -1, 1],
    [Infinity, 1, 1],
    [-Infinity, 1, 0],
    [-Infinity, -1, 0],
    [1.5, -1, 1],
    [-0.5, 1, 0],
  ])('from %d by %d is %d', (threshold, count, expected) => {
    expect(nextStop(unit, threshold, count)).toBe(expected);
  });

  it('takes ten presses where Page Up takes one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(1, -1), (threshold, direction) => {
        let pressed = threshold;
        for (let i = 0; i < 10; i++) pressed = nextStop(unit, pressed, direction);
        expect(nextStop(unit, threshold, 10 * direction)).toBe(pressed);
      }),
    );
  });
});

describe('stopNear', () => {
  const scale = sliderScale(0, 1);

  it.each([
    [0.301, 0.3],
    [0.5749, 0.57],
    [0.5751, 0.58],
    [0.57, 0.57],
    [0.996, 1],
    [-3, 0],
    [7, 1],
  ])('of %d is %d', (score, stop) => expect(stopNear(scale, score)).toBe(stop));

  it('is the lower one of two that are equally near', () => {
    expect(stopNear(sliderScale(450, 800), 452.5)).toBe(450);
    expect(stopNear(sliderScale(-2, 2.5), 0.025)).toBe(0);
  });

  it('is the nearest of all stops, on every scale', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (low, range, share) => {
          const some = sliderScale(low, low + range);
          const score = some.low + share * (some.high - some.low);
          const least = Math.min(...allStops(some).map((stop) => Math.abs(stop - score)));
          expect(Math.abs(stopNear(some, score) - score)).toBe(least);
        },
      ),
    );
  });
});
