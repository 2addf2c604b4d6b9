import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driftBetween } from '../../../src/core/compare/drift.ts';
import { buildScoreIndex } from '../../../src/core/scores/scoreIndex.ts';
import { oracle } from './readOracle.ts';

/** The labels are of no account. */
const indexOf = (scores: readonly number[], weights: readonly number[] | null = null) =>
  buildScoreIndex(
    Uint8Array.from(scores, (_, i) => (i * 7) % 2),
    Float64Array.from(scores),
    weights === null ? null : Float64Array.from(weights),
  );

describe('the drift of scores', () => {
  it.each(oracle.drift.map((each, at) => [at, each] as const))(
    'is that of scipy and numpy, case %s',
    (_, { first, second, ks, psi }) => {
      const found = driftBetween(indexOf(first), indexOf(second));
      expect(Math.abs(found.ksDistance - ks)).toBeLessThan(1e-12);
      expect(Math.abs(found.populationStability - psi)).toBeLessThan(1e-12);
    },
  );

  it('is none against itself, and never negative', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(scores, scores, (one, two) => {
        expect(driftBetween(indexOf(one), indexOf(one))).toEqual({ populationStability: 0, ksDistance: 0 });
        const { populationStability, ksDistance } = driftBetween(indexOf(one), indexOf(two));
        expect(populationStability).toBeGreaterThanOrEqual(0);
        const share = (of: readonly number[], at: number) => of.filter((score) => score <= at).length / of.length;
        const naive = Math.max(...[...one, ...two].map((at) => Math.abs(share(one, at) - share(two, at))));
        expect(ksDistance).toBeCloseTo(naive, 12);
      }),
    );
  });

  it('counts rows by their weights', () => {
    const found = driftBetween(indexOf([1, 2, 3]), indexOf([1, 2, 3], [2, 1, 1]));
    expect(found.ksDistance).toBeCloseTo(driftBetween(indexOf([1, 2, 3]), indexOf([1, 1, 2, 3])).ksDistance, 12);
  });

  it('is unknown without rows', () => {
    expect(driftBetween(indexOf([]), indexOf([1]))).toEqual({ populationStability: NaN, ksDistance: NaN });
    expect(driftBetween(indexOf([1]), indexOf([]))).toEqual({ populationStability: NaN, ksDistance: NaN });
  });
});
