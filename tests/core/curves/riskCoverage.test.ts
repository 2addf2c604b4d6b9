import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triageAt } from '../../../src/core/choose/triage.ts';
import { buildHull } from '../../../src/core/curves/hull.ts';
import { riskCoverage } from '../../../src/core/curves/riskCoverage.ts';
import { arbitraryRows, unitScore } from '../arbitraryRows.ts';
import { candidates, countConfusion, indexOf, rowsOf } from '../rows.ts';

const ERRORS = { tp: 0, fp: 1, fn: 1, tn: 0 };
const NOBODY = { price: 0, accuracy: 1, capacity: Infinity };

describe('errors among what is decided without review', () => {
  it('fall as more is reviewed, from one threshold to none wrong', () => {
    const rows = rowsOf([1, 1, 0, 1, 0, 1, 0, 0], [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.2, 0.1]);
    const curve = riskCoverage(buildHull(indexOf(rows)));
    // 0.9 and 0.8 are sure yes, 0.2 and 0.1 sure no. Then 0.7 to 0.4 stay in doubt, until two of eight are wrong.
    expect([...curve.coverage]).toEqual([0.5, 1]);
    expect([...curve.error]).toEqual([0, 2 / 8]);
    expect([curve.uppers[0], curve.lowers[0]]).toEqual([0.8, 0.4]);
    expect(curve.uppers[1]).toBe(curve.lowers[1]);
  });

  it('are those of real bands, and no band leaves fewer at the same price of a review', () => {
    fc.assert(
      fc.property(arbitraryRows({ score: unitScore, minLength: 2, maxLength: 20 }), (rows) => {
        const index = indexOf(rows);
        const { coverage, error, uppers, lowers } = riskCoverage(buildHull(index));
        const { tp, fp, fn, tn } = countConfusion(rows, Infinity, '>=');
        const all = tp + fp + fn + tn;
        if (fn === 0 || tn === 0) {
          expect(coverage).toHaveLength(0);
          return;
        }
        expect(coverage[0]).toBeGreaterThan(0);
        for (let i = 0; i < coverage.length; i++) {
          const real = triageAt(index, { lower: lowers[i], upper: uppers[i] }, '>=', ERRORS, NOBODY);
          expect(coverage[i]).toBeCloseTo(real.coverage, 12);
          expect(error[i]).toBeCloseTo(real.error, 12);
          if (i > 0) expect(coverage[i]).toBeGreaterThan(coverage[i - 1]);
        }
        expect(coverage.at(-1)).toBeCloseTo(1, 12);
        // Wrong decisions and reviews of each point, and the least of any band, at several prices.
        const cuts = candidates(rows, '>=');
        for (const price of [0.03, 0.11, 0.21, 0.34, 0.43, 0.49]) {
          const onCurve = Array.from(coverage, (share, i) => error[i] * share * all + price * (1 - share) * all);
          let least = Infinity;
          for (const upper of cuts) {
            for (const lower of cuts.filter((cut) => cut <= upper)) {
              const { cost, review } = triageAt(index, { lower, upper }, '>=', ERRORS, NOBODY);
              least = Math.min(least, cost + price * (review.positives + review.negatives));
            }
          }
          // Where everything is reviewed there is no share of wrong decisions, and so no point.
          expect(Math.min(price * all, ...onCurve)).toBeCloseTo(least, 9);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are one point where the scores part the classes', () => {
    const curve = riskCoverage(buildHull(indexOf(rowsOf([1, 1, 0], [0.9, 0.8, 0.1]))));
    expect([...curve.coverage, ...curve.error]).toEqual([1, 0]);
  });
});
