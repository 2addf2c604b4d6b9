import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/core/intervals/normalQuantile.ts';

/** The probability above z > 0: a continued fraction (Laplace) far out, a power series near 0. */
function upperTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let k = 1; Math.abs(term) > 1e-18 * sum; k++) {
      term *= (z * z) / (2 * k + 1);
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let k = 400; k > 0; k--) fraction = z + k / fraction;
  return density / fraction;
}

describe('normalQuantile', () => {
  // Of scipy.stats.norm.ppf.
  it.each([
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.9995, 3.2905267314919255],
    [1e-10, -6.361340902404056],
  ])('at %d is %d', (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(z)) * 4);
  });

  it('is where the normal distribution has that probability, from the middle to the far tail', () => {
    for (const p of [
      0.4999, 0.4, 0.3, 0.2, 0.1, 0.08, 0.0751, 0.0749, 0.02, 0.001, 1e-5, 1e-8, 1e-11, 1e-12, 1e-20, 1e-100, 1e-300,
    ]) {
      const z = -normalQuantile(p);
      // An error of dz in z shows as z·dz relative in the tail: 1e-12 there is what is asked of z.
      expect(Math.abs(upperTail(z) / p - 1), `p = ${p}`).toBeLessThan(1e-12 * Math.max(1, z));
    }
  });

  it('is symmetric', () => {
    for (const p of [0.1, 0.25, 0.01, 0.0625]) expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 12);
  });

  it('is infinite at the ends and undefined beyond', () => {
    expect([0, 1, -0.1, 1.1, NaN].map(normalQuantile)).toEqual([-Infinity, Infinity, NaN, NaN, NaN]);
  });
});
