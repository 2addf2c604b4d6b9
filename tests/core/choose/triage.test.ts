import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestThreshold } from '../../../src/core/choose/bestThreshold.ts';
import { bestBand, type Reviewer, triageAt } from '../../../src/core/choose/triage.ts';
import type { Payoff } from '../../../src/core/cost/payoff.ts';
import { buildHull } from '../../../src/core/curves/hull.ts';
import type { DecisionRule } from '../../../src/core/scores/confusion.ts';
import { arbitraryRows, rule, unitScore } from '../arbitraryRows.ts';
import { candidates, indexOf, type Rows, rowsOf } from '../rows.ts';

const MISSES: Payoff = { tp: 0, fp: 1, fn: 5, tn: 0 };
const CAREFUL: Reviewer = { price: 0.1, accuracy: 1, capacity: Infinity };
const price = fc.integer({ min: -4, max: 12 });
const payoffs: fc.Arbitrary<Payoff> = fc.record({ tp: price, fp: price, fn: price, tn: price });
const reviewers: fc.Arbitrary<Reviewer> = fc.record({
  price: fc.constantFrom(0, 0.25, 1, 3),
  accuracy: fc.constantFrom(0, 0.5, 0.75, 1),
  capacity: fc.constantFrom(0, 1, 2, 5, Infinity),
});

/** Row by row: who is sure, who is looked at, and what that costs. */
function counted(
  { yTrue, yScore, sampleWeight }: Rows,
  { lower, upper }: { lower: number; upper: number },
  decisionRule: DecisionRule,
  payoff: Payoff,
  reviewer: Reviewer,
) {
  const passes = (score: number, threshold: number) => (decisionRule === '>=' ? score >= threshold : score > threshold);
  let cost = 0;
  let reviews = 0;
  let decided = 0;
  let wrong = 0;
  for (let row = 0; row < yTrue.length; row++) {
    const weight = sampleWeight?.[row] ?? 1;
    const isPositive = yTrue[row] === 1;
    const right = isPositive ? payoff.tp : payoff.tn;
    const mistaken = isPositive ? payoff.fn : payoff.fp;
    if (passes(yScore[row], lower) && !passes(yScore[row], upper)) {
      reviews += weight;
      cost += weight * (reviewer.price + reviewer.accuracy * right + (1 - reviewer.accuracy) * mistaken);
    } else {
      const isRight = passes(yScore[row], upper) === isPositive;
      decided += weight;
      if (!isRight) wrong += weight;
      cost += weight * (isRight ? right : mistaken);
    }
  }
  return { cost, reviews, decided, wrong };
}

describe('a review band', () => {
  it('sorts the cases into sure yes, review and sure no', () => {
    const rows = rowsOf([1, 0, 1, 0, 1, 0], [0.9, 0.8, 0.6, 0.5, 0.2, 0.1]);
    const outcome = triageAt(indexOf(rows), { lower: 0.5, upper: 0.8 }, '>=', MISSES, {
      price: 0.5,
      accuracy: 0.75,
      capacity: Infinity,
    });
    expect(outcome).toMatchObject({
      yes: { tp: 1, fp: 1 },
      review: { positives: 1, negatives: 1 },
      no: { fn: 1, tn: 1 },
      // One false alarm, one miss, two looks, and a quarter of each wrong decision.
      cost: 1 + 5 + 2 * 0.5 + 0.25 * 5 + 0.25 * 1,
      coverage: 4 / 6,
      error: 0.5,
    });
    expect(outcome.errorOverall).toBeCloseTo((2 + 0.5) / 6, 15);
  });

  it('equals a count of the rows at any two thresholds', () => {
    fc.assert(
      fc.property(
        arbitraryRows({ score: unitScore, minLength: 1 }),
        rule,
        payoffs,
        reviewers,
        unitScore,
        unitScore,
        (rows, decisionRule, payoff, reviewer, a, b) => {
          const band = { lower: Math.min(a, b), upper: Math.max(a, b) };
          const outcome = triageAt(indexOf(rows), band, decisionRule, payoff, reviewer);
          const truth = counted(rows, band, decisionRule, payoff, reviewer);
          expect(outcome.cost).toBeCloseTo(truth.cost, 9);
          expect(outcome.review.positives + outcome.review.negatives).toBeCloseTo(truth.reviews, 12);
          const all = truth.decided + truth.reviews;
          if (all === 0) expect(outcome.coverage).toBeNaN();
          else expect(outcome.coverage).toBeCloseTo(truth.decided / all, 12);
          if (truth.decided === 0) expect(outcome.error).toBeNaN();
          else expect(outcome.error).toBeCloseTo(truth.wrong / truth.decided, 12);
        },
      ),
    );
  });

  it('cannot stand on its head', () => {
    const index = indexOf(rowsOf([1], [0.5]));
    expect(() => triageAt(index, { lower: 0.6, upper: 0.5 }, '>=', MISSES, CAREFUL)).toThrow(RangeError);
    expect(() => triageAt(index, { lower: Number.NaN, upper: 0.5 }, '>=', MISSES, CAREFUL)).toThrow(RangeError);
  });
});

describe('the best review band', () => {
  it('is where no other pair of cuts costs less, within the capacity', () => {
    fc.assert(
      fc.property(
        arbitraryRows({ score: unitScore, minLength: 1, maxLength: 16 }),
        rule,
        payoffs,
        reviewers,
        (rows, decisionRule, payoff, reviewer) => {
          const cuts = candidates(rows, decisionRule);
          let least = Infinity;
          for (const upper of cuts) {
            for (const lower of cuts) {
              if (lower > upper) continue;
              const { cost, reviews } = counted(rows, { lower, upper }, decisionRule, payoff, reviewer);
              if (reviews <= reviewer.capacity) least = Math.min(least, cost);
            }
          }
          const band = bestBand(indexOf(rows), decisionRule, payoff, reviewer);
          expect(band === null).toBe(rows.sampleWeight?.every((weight) => weight === 0) ?? false);
          if (band === null) return;
          expect(cuts).toContain(band.lower);
          expect(cuts).toContain(band.upper);
          const truth = counted(rows, band, decisionRule, payoff, reviewer);
          expect(truth.reviews).toBeLessThanOrEqual(reviewer.capacity);
          expect(truth.cost).toBeCloseTo(least, 9);
          expect(band.cost).toBeCloseTo(least, 9);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is as cheap and leaves as many to review when it is read from the hull', () => {
    fc.assert(
      fc.property(
        arbitraryRows({ score: unitScore, minLength: 1, maxLength: 30 }),
        rule,
        payoffs,
        reviewers,
        (rows, decisionRule, payoff, { price: look, accuracy }) => {
          const index = indexOf(rows);
          const reviewer = { price: look, accuracy, capacity: Infinity };
          const scanned = bestBand(index, decisionRule, payoff, reviewer);
          const read = bestBand(index, decisionRule, payoff, reviewer, buildHull(index));
          if (scanned === null || read === null) {
            expect(read).toBe(scanned);
            return;
          }
          const one = counted(rows, scanned, decisionRule, payoff, reviewer);
          const other = counted(rows, read, decisionRule, payoff, reviewer);
          expect(other.cost).toBeCloseTo(one.cost, 9);
          expect(read.cost).toBeCloseTo(one.cost, 9);
          expect(other.reviews).toBeCloseTo(one.reviews, 9);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('of equally cheap bands takes the one with the fewest reviews', () => {
    // To look costs as much as is saved by it.
    const rows = rowsOf([1, 0, 1, 0], [0.9, 0.6, 0.5, 0.1]);
    const band = bestBand(indexOf(rows), '>=', { tp: 0, fp: 1, fn: 5, tn: 0 }, { ...CAREFUL, price: 0.5 });
    expect(band).toEqual({ lower: 0.5, upper: 0.5, cost: 1 });
  });

  it('is one threshold where nothing can be reviewed, the cheapest there is', () => {
    fc.assert(
      fc.property(arbitraryRows({ score: unitScore, minLength: 1, weights: 'never' }), rule, (rows, decisionRule) => {
        const index = indexOf(rows);
        const band = bestBand(index, decisionRule, MISSES, { ...CAREFUL, capacity: 0 });
        const single = bestThreshold(index, decisionRule, { kind: 'cost', payoff: MISSES });
        expect(single.kind === 'found' && single.value).toBe(band?.cost);
        expect(band?.lower).toBe(band?.upper);
      }),
    );
  });

  it('reviews everything where that is free and never wrong', () => {
    const rows = rowsOf([1, 0, 1, 0, 0, 1], [0.9, 0.8, 0.7, 0.3, 0.2, 0.1]);
    const band = bestBand(indexOf(rows), '>=', MISSES, { price: 0, accuracy: 1, capacity: Infinity });
    expect(band?.cost).toBe(0);
    // The surest cases of either end need no look for that.
    expect(band).toMatchObject({ lower: 0.1, upper: 0.9 });
  });

  it('keeps many candidates within a capacity', () => {
    const rows = rowsOf(
      Array.from({ length: 1000 }, (_, i) => Number((i * 7919) % 1000 < i)),
      Array.from({ length: 1000 }, (_, i) => i / 1000),
    );
    const index = indexOf(rows);
    const reviewer: Reviewer = { price: 0.2, accuracy: 0.9, capacity: 150 };
    const cuts = candidates(rows, '>=');
    let least = Infinity;
    for (let upper = 0; upper < cuts.length; upper++) {
      for (let lower = upper; lower <= Math.min(cuts.length - 1, upper + 150); lower++) {
        const { cost } = triageAt(index, { lower: cuts[lower], upper: cuts[upper] }, '>=', MISSES, reviewer);
        least = Math.min(least, cost);
      }
    }
    expect(bestBand(index, '>=', MISSES, reviewer)?.cost).toBeCloseTo(least, 9);
  });

  it('is none without rows, and refuses what is no number', () => {
    const index = indexOf(rowsOf([1], [0.5]));
    expect(bestBand(indexOf(rowsOf([], [])), '>=', MISSES, CAREFUL)).toBeNull();
    expect(() => bestBand(index, '>=', { ...MISSES, fp: Infinity }, CAREFUL)).toThrow(RangeError);
    expect(() => bestBand(index, '>=', MISSES, { ...CAREFUL, price: Number.NaN })).toThrow(RangeError);
    expect(() => bestBand(index, '>=', MISSES, { ...CAREFUL, accuracy: 1.1 })).toThrow(RangeError);
    expect(() => bestBand(index, '>=', MISSES, { ...CAREFUL, capacity: -1 })).toThrow(RangeError);
  });
});
