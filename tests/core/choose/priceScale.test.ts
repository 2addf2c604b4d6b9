import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPrice, priceAtStop, priceNear, priceScale, shareOfPrice } from '../../../src/core/choose/priceScale.ts';

const scale = priceScale([]);

describe('the scale of prices', () => {
  it('runs over whole decades around all prices, and at least from a tenth to a hundred', () => {
    expect(scale).toEqual({ lowDecade: -1, highDecade: 2 });
    expect(priceScale([0.02, 3, 400])).toEqual({ lowDecade: -2, highDecade: 3 });
    expect(priceScale([0.11])).toEqual({ lowDecade: -2, highDecade: 2 });
    expect(priceScale([0, -4, Infinity, NaN])).toEqual(scale);
    expect(priceScale([1e-300, 1e300])).toEqual({ lowDecade: -6, highDecade: 9 });
  });

  it('stops at round numbers, spelt exactly', () => {
    const wide = priceScale([0.001, 1000]);
    const spelt = (from: number) => Array.from({ length: 6 }, (_, i) => String(priceAtStop(wide, from + i)));
    expect(spelt(0)).toEqual(['1', '1.1', '1.2', '1.4', '1.6', '1.8']);
    expect(spelt(-40)).toEqual(['0.01', '0.011', '0.012', '0.014', '0.016', '0.018']);
    expect(spelt(46)).toEqual(['200', '220', '250', '280', '320', '360']);
  });

  it('ends at its ends', () => {
    expect([priceAtStop(scale, -999), priceAtStop(scale, 999)]).toEqual([0.1, 100]);
    expect([shareOfPrice(scale, 0.1), shareOfPrice(scale, 100)]).toEqual([0, 1]);
    expect([shareOfPrice(scale, 0), shareOfPrice(scale, Infinity)]).toEqual([0, 1]);
    expect([priceNear(scale, 0), priceNear(scale, 1)]).toEqual([0.1, 100]);
  });

  it('has its stops in order, and steps from each to the next and back', () => {
    for (let stop = -20; stop < 40; stop++) {
      const price = priceAtStop(scale, stop);
      expect(priceAtStop(scale, stop + 1)).toBeGreaterThan(price);
      expect(nextPrice(scale, price, 1)).toBe(priceAtStop(scale, stop + 1));
      expect(nextPrice(scale, price, -1)).toBe(priceAtStop(scale, stop - 1));
      expect(nextPrice(scale, price, 5)).toBe(priceAtStop(scale, stop + 5));
      expect(priceNear(scale, shareOfPrice(scale, price))).toBe(price);
    }
  });

  it('goes from between two stops to the next of them', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.11, max: 89, noNaN: true }), (price) => {
        const above = nextPrice(scale, price, 1);
        const below = nextPrice(scale, price, -1);
        const stops = Array.from({ length: 61 }, (_, i) => priceAtStop(scale, i - 20));
        expect(above).toBe(stops.find((stop) => stop > price));
        expect(below).toBe(stops.findLast((stop) => stop < price));
      }),
    );
  });
});
