import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOfFlips, countFlips, flipsBetween } from '../../../src/core/compare/flips.ts';
import { amountToPair, pairedThreshold } from '../../../src/core/compare/pairedThreshold.ts';
import { costOf } from '../../../src/core/cost/payoff.ts';
import { confusionAt } from '../../../src/core/scores/confusion.ts';
import { buildScoreIndex } from '../../../src/core/scores/scoreIndex.ts';
import { arbitraryRows, rule, thresholdFor } from '../arbitraryRows.ts';

const rowsAndThresholds = arbitraryRows().chain((rows) =>
  fc.tuple(fc.constant(rows), thresholdFor(rows), thresholdFor(rows)),
);
const PAYOFF = { tp: -2, fp: 1, fn: 5, tn: 0 };

describe('flips between two thresholds', () => {
  it('are exactly the rows with scores between, under both rules', () => {
    fc.assert(
      fc.property(rowsAndThresholds, rule, ([{ yScore }, first, second], by) => {
        const decided = (threshold: number) => ({ yScore, threshold, rule: by });
        const [low, high] = first <= second ? [first, second] : [second, first];
        const isBetween = (score: number) =>
          by === '>=' ? score >= low && score < high : score > low && score <= high;
        const flips = flipsBetween(decided(first), decided(second));
        const way = second < first ? 1 : -1;
        expect([...flips]).toEqual(Array.from(yScore, (score) => (isBetween(score) ? way : 0)));
        // `+ 0`: there is no flip of −0.
        expect(flipsBetween(decided(second), decided(first)).map((flip) => -flip + 0)).toEqual(flips);
      }),
    );
  });

  it('come to the difference of the two confusion matrices, and of their costs', () => {
    fc.assert(
      fc.property(
        arbitraryRows({ weights: 'never' }).chain((rows) =>
          fc.tuple(fc.constant(rows), thresholdFor(rows), thresholdFor(rows)),
        ),
        rule,
        ([{ yTrue, yScore }, first, second], by) => {
          const index = buildScoreIndex(yTrue, yScore);
          const before = confusionAt(index, first, by);
          const after = confusionAt(index, second, by);
          const flips = flipsBetween({ yScore, threshold: first, rule: by }, { yScore, threshold: second, rule: by });
          const [counts] = countFlips(flips, yTrue, null, null, 1);
          expect(counts.positivesIn - counts.positivesOut).toBe(after.tp - before.tp);
          expect(counts.negativesIn - counts.negativesOut).toBe(after.fp - before.fp);
          expect(costOfFlips(counts, PAYOFF)).toBeCloseTo(costOf(after, PAYOFF) - costOf(before, PAYOFF), 9);
        },
      ),
    );
  });

  it('are counted group by group, and the groups add up to the whole', () => {
    const flips = Int8Array.of(1, -1, 0, 1, 1);
    const yTrue = Uint8Array.of(1, 0, 1, 0, 1);
    const weights = Float64Array.of(1, 2, 4, 8, 16);
    expect(countFlips(flips, yTrue, weights, [0, 1, 0, 1, -1], 2)).toEqual([
      { positivesIn: 1, positivesOut: 0, negativesIn: 0, negativesOut: 0 },
      { positivesIn: 0, positivesOut: 0, negativesIn: 8, negativesOut: 2 },
    ]);
    expect(countFlips(flips, yTrue, null, null, 1)).toEqual([
      { positivesIn: 2, positivesOut: 0, negativesIn: 1, negativesOut: 1 },
    ]);
  });

  it('say nothing of a row that one model has no score for', () => {
    const before = { yScore: Float64Array.of(Number.NaN, 0.9), threshold: 0.5, rule: '>=' as const };
    const after = { yScore: Float64Array.of(0.9, 0.1), threshold: 0.5, rule: '>=' as const };
    expect([...flipsBetween(before, after)]).toEqual([0, -1]);
    expect(() => flipsBetween({ ...before, yScore: Float64Array.of(1) }, after)).toThrow(RangeError);
  });
});

describe('pairedThreshold', () => {
  it('is the highest that reaches the amount, found by trying every score', () => {
    fc.assert(
      fc.property(
        arbitraryRows({ minLength: 1 }),
        rule,
        fc.constantFrom('recall' as const, 'flags' as const),
        fc.nat(12),
        ({ yTrue, yScore, sampleWeight }, by, at, amount) => {
          const index = buildScoreIndex(yTrue, yScore, sampleWeight);
          const found = pairedThreshold(index, by, at, amount);
          const reached = (threshold: number) => amountToPair(index, threshold, by, at);
          const candidates = [...yScore, Infinity, -Infinity];
          if (candidates.some((threshold) => reached(threshold) >= amount)) {
            expect(reached(found)).toBeGreaterThanOrEqual(amount);
            const smaller = candidates.map(reached).filter((each) => each < reached(found));
            expect(smaller.every((each) => each < amount)).toBe(true);
          } else expect(found).toBe(Number.NEGATIVE_INFINITY);
        },
      ),
    );
  });
});
