import { describe, expect, it } from 'vitest';
import { quantiles } from '../../../src/core/intervals/quantiles.ts';
import { oracle } from './readOracle.ts';

describe('quantiles', () => {
  it.each(oracle.quantiles.cases.map((each) => [each.values.length, each] as const))(
    'of %d numbers are those of numpy',
    (_, { values, shares, quantiles: expected }) => {
      const found = quantiles(Float64Array.from(values), shares);
      expected.forEach((value, i) => {
        expect(Math.abs(found[i] - value)).toBeLessThan(1e-9);
      });
    },
  );

  it('leave out NaN, and are NaN where nothing else is there', () => {
    expect(quantiles(Float64Array.of(NaN, 3, 1, NaN), [0, 0.5, 1])).toEqual([1, 2, 3]);
    expect(quantiles(Float64Array.of(NaN), [0.5])).toEqual([NaN]);
    expect(quantiles(new Float64Array(), [0.5])).toEqual([NaN]);
  });

  it('do not interpolate between an infinite number and itself', () => {
    expect(quantiles(Float64Array.of(1, Infinity, Infinity), [0.75])).toEqual([Infinity]);
  });

  it('are one of the numbers where they fall on it, however far the next one is', () => {
    expect(quantiles(Float64Array.of(1, 2, Infinity), [0, 0.5, 1])).toEqual([1, 2, Infinity]);
    expect(quantiles(Float64Array.of(-Infinity, 1, 2), [0, 0.5])).toEqual([-Infinity, 1]);
  });
});
