import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestThreshold, type Choice } from '../../../src/core/choose/bestThreshold.ts';
import {
  breakEvenProbability,
  cheapestThreshold,
  impliedPrice,
  priceOf,
} from '../../../src/core/choose/impliedPrice.ts';
import { costOf } from '../../../src/core/cost/payoff.ts';
import { buildHull } from '../../../src/core/curves/hull.ts';
import { confusionAt, type DecisionRule } from '../../../src/core/scores/confusion.ts';
import { goldenFiles, goldenRows } from '../../golden/readGolden.ts';
import { arbitraryRows, rule, thresholdFor } from '../arbitraryRows.ts';
import { candidates, countConfusion, indexOf, type Rows, rowsOf } from '../rows.ts';

const impliedBy = (rows: Rows, threshold: number, decisionRule: DecisionRule = '>=') =>
  impliedPrice(indexOf(rows), buildHull(indexOf(rows)), threshold, decisionRule);

const cheapest = (rows: Rows, price: number, decisionRule: DecisionRule = '>=') =>
  cheapestThreshold(indexOf(rows), buildHull(indexOf(rows)), decisionRule, price);

const byCost = (rows: Rows, price: number, decisionRule: DecisionRule): Choice =>
  bestThreshold(indexOf(rows), decisionRule, { kind: 'cost', payoff: { tp: 0, fp: 1, fn: price, tn: 0 } });

/** (fp, tp) from 0.9 down: (0, 2) (1, 2) (2, 3) (6, 4) (8, 4). */
const ROWS = rowsOf([1, 1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0], [0.9, 0.9, 0.8, 0.7, 0.7, 0.4, 0.4, 0.4, 0.4, 0.4, 0.2, 0.2]);

describe('the price that a threshold implies', () => {
  it('is a range on the hull, open at its ends', () => {
    expect(impliedBy(ROWS, 0.9)).toEqual({ kind: 'cheapest', low: 0, high: 2, price: 2 });
    const middle = impliedBy(ROWS, 0.7);
    expect(middle).toMatchObject({ kind: 'cheapest', low: 2, high: 4 });
    expect(middle.kind === 'cheapest' && middle.price).toBeCloseTo(Math.sqrt(8), 12);
    expect(impliedBy(ROWS, 0.4)).toEqual({ kind: 'cheapest', low: 4, high: Infinity, price: 4 });
  });

  it('is the same for every threshold between two scores', () => {
    expect(impliedBy(ROWS, 0.55)).toEqual(impliedBy(ROWS, 0.7));
    expect(impliedBy(ROWS, 0.4, '>')).toEqual(impliedBy(ROWS, 0.7));
  });

  it('is none below the hull, where two thresholds are better at the price named', () => {
    const implied = impliedBy(ROWS, 0.8);
    expect(implied).toMatchObject({ kind: 'never', price: 2, loss: 1 });
    if (implied.kind !== 'never') return;
    expect(implied.better.map(({ threshold }) => threshold)).toEqual([0.9, 0.7]);
    expect(implied.better.map(({ confusion }) => confusion)).toEqual([
      { tp: 2, fp: 0, fn: 2, tn: 8 },
      { tp: 3, fp: 2, fn: 1, tn: 6 },
    ]);
  });

  it('is none above the first and below the last vertex, where one threshold is better at any price', () => {
    expect(impliedBy(ROWS, Infinity)).toMatchObject({
      kind: 'never',
      price: 0,
      loss: NaN,
      better: [{ threshold: 0.9 }],
    });
    expect(impliedBy(ROWS, 0.2)).toMatchObject({
      kind: 'never',
      price: Infinity,
      loss: NaN,
      better: [{ threshold: 0.4 }],
    });
    expect(impliedBy(ROWS, 0.2, '>')).toMatchObject({ kind: 'cheapest', low: 4 });
    expect(impliedBy(ROWS, -Infinity, '>')).toMatchObject({ kind: 'never', better: [{ threshold: 0.2 }] });
  });

  it('is a single one on an edge', () => {
    // (0, 1) (1, 2) (2, 3) lie on a line.
    const rows = rowsOf([1, 0, 1, 0, 1], [0.9, 0.8, 0.8, 0.7, 0.7]);
    expect(impliedBy(rows, 0.8)).toEqual({ kind: 'cheapest', low: 1, high: 1, price: 1 });
  });

  it('is any price where the classes are parted, and the question makes no sense with one class', () => {
    expect(impliedBy(rowsOf([1, 0], [0.9, 0.1]), 0.9)).toEqual({
      kind: 'cheapest',
      low: 0,
      high: Infinity,
      price: NaN,
    });
    expect(impliedBy(rowsOf([0, 0], [0.9, 0.1]), 0.5)).toEqual({ kind: 'oneClass', absent: 'positives' });
    expect(impliedBy(rowsOf([1, 1], [0.9, 0.1]), 0.5)).toEqual({ kind: 'oneClass', absent: 'negatives' });
    expect(impliedBy(rowsOf([], []), 0.5)).toEqual({ kind: 'oneClass', absent: 'positives' });
  });

  it('where all scores tie is the ratio of the classes, on either side', () => {
    const tied = rowsOf([1, 0, 0, 0], [0.5, 0.5, 0.5, 0.5]);
    expect(impliedBy(tied, 0.5)).toEqual({ kind: 'cheapest', low: 3, high: Infinity, price: 3 });
    expect(impliedBy(tied, 0.6)).toEqual({ kind: 'cheapest', low: 0, high: 3, price: 3 });
  });

  it('holds what it says of every threshold, by trying each cut at many prices', () => {
    const rows = arbitraryRows({ minLength: 2, maxLength: 16 });
    fc.assert(
      fc.property(
        rows.chain((some) => fc.tuple(fc.constant(some), thresholdFor(some))),
        rule,
        ([some, threshold], decisionRule) => {
          const all = countConfusion(some, -Infinity, '>=');
          fc.pre(all.tp > 0 && all.fp > 0);
          const costs = (price: number) => {
            const cost = (at: number, by: DecisionRule) => {
              const { fn, fp } = countConfusion(some, at, by);
              return price * fn + fp;
            };
            return {
              here: cost(threshold, decisionRule),
              least: Math.min(...candidates(some, '>=').map((cut) => cost(cut, '>='))),
            };
          };
          const implied = impliedBy(some, threshold, decisionRule);
          const within = (price: number) =>
            implied.kind === 'cheapest' && price >= implied.low && price <= implied.high;
          for (const price of [0.01, 0.1, 0.3, 0.5, 0.9, 1.1, 1.7, 2.3, 3.7, 7, 13, 31, 101]) {
            const { here, least } = costs(price);
            expect(here - least <= 1e-9).toBe(within(price));
          }
          if (implied.kind === 'cheapest') {
            for (const price of [implied.low, implied.high].filter((end) => end > 0 && end < Infinity)) {
              const { here, least } = costs(price);
              expect(here).toBeCloseTo(least, 9);
            }
          }
          if (implied.kind === 'never' && implied.price > 0 && implied.price < Infinity) {
            const lossAt = (price: number) => costs(price).here - costs(price).least;
            expect(implied.loss).toBeCloseTo(lossAt(implied.price), 9);
            // It loses least at the price named.
            for (const price of [implied.price * 0.9, implied.price * 1.1])
              expect(lossAt(price)).toBeGreaterThan(implied.loss - 1e-9);
            for (const { confusion } of implied.better)
              expect(implied.price * confusion.fn + confusion.fp).toBeCloseTo(costs(implied.price).least, 9);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the cheapest threshold at a price', () => {
  const price = fc.oneof(
    fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
    // Prices at which many cuts tie.
    fc.constantFrom(0.25, 0.5, 1, 1.5, 2, 3, 4),
  );

  it('is the one of the lowest cost, ties included', () => {
    fc.assert(
      fc.property(arbitraryRows({ minLength: 1 }), price, rule, (rows, asked, decisionRule) => {
        const choice = byCost(rows, asked, decisionRule);
        fc.pre(choice.kind === 'found');
        if (choice.kind !== 'found') return;
        const { threshold, confusion } = cheapest(rows, asked, decisionRule);
        expect([threshold, confusion]).toEqual([choice.threshold, choice.confusion]);
      }),
      { numRuns: 1000 },
    );
  });

  it('implies a range with that price in it', () => {
    fc.assert(
      fc.property(arbitraryRows({ minLength: 1 }), price, rule, (rows, asked, decisionRule) => {
        const choice = byCost(rows, asked, decisionRule);
        const { tp, fp } = countConfusion(rows, -Infinity, '>=');
        fc.pre(choice.kind === 'found' && tp > 0 && fp > 0);
        if (choice.kind !== 'found') return;
        const implied = impliedBy(rows, choice.threshold, decisionRule);
        expect(implied.kind).toBe('cheapest');
        if (implied.kind !== 'cheapest') return;
        expect(implied.low).toBeLessThanOrEqual(asked * (1 + 1e-12));
        expect(implied.high).toBeGreaterThanOrEqual(asked * (1 - 1e-12));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the price asked', () => {
  const whole = fc.integer({ min: 1, max: 40 });

  it('lies in the range that its cheapest threshold implies, ends included and nothing forgiven', () => {
    fc.assert(
      fc.property(
        arbitraryRows({ minLength: 1, weights: 'never' }),
        whole,
        whole,
        rule,
        (rows, fp, fn, decisionRule) => {
          const all = countConfusion(rows, -Infinity, '>=');
          fc.pre(all.tp > 0 && all.fp > 0);
          const choice = bestThreshold(indexOf(rows), decisionRule, { kind: 'cost', payoff: { tp: 0, fp, fn, tn: 0 } });
          if (choice.kind === 'none') throw new Error(choice.reason);
          // Counts and prices are whole, so the costs are exact, and equal ratios of whole numbers are the same double.
          for (const threshold of choice.ties) {
            const implied = impliedBy(rows, threshold, decisionRule);
            if (implied.kind !== 'cheapest') throw new Error(implied.kind);
            expect(implied.low).toBeLessThanOrEqual(fn / fp);
            expect(implied.high).toBeGreaterThanOrEqual(fn / fp);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('lies in no range of a threshold that costs more', () => {
    fc.assert(
      fc.property(
        arbitraryRows({ minLength: 1, weights: 'never' }),
        whole,
        whole,
        rule,
        (rows, fp, fn, decisionRule) => {
          const all = countConfusion(rows, -Infinity, '>=');
          fc.pre(all.tp > 0 && all.fp > 0);
          const cuts = candidates(rows, decisionRule).map((threshold) => {
            const confusion = countConfusion(rows, threshold, decisionRule);
            return { threshold, cost: fp * confusion.fp + fn * confusion.fn };
          });
          const least = Math.min(...cuts.map(({ cost }) => cost));
          for (const { threshold, cost } of cuts) {
            const implied = impliedBy(rows, threshold, decisionRule);
            const isWithin = implied.kind === 'cheapest' && implied.low <= fn / fp && fn / fp <= implied.high;
            expect(isWithin).toBe(cost === least);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('German credit, where a miss costs five false alarms', () => {
  const file = goldenFiles().find(({ name }) => name === 'german_credit');
  const cases = (file?.cases ?? []).filter(({ cost, optima }) => cost !== undefined && optima?.min_cost);

  it('has the thresholds that the oracle has', () => {
    expect(cases.map(({ name }) => name)).toContain('p_logreg validation');
    for (const golden of cases) {
      const rows = goldenRows('german_credit', golden);
      const { fn, fp } = golden.cost ?? { fn: NaN, fp: NaN };
      const optimum = golden.optima?.min_cost as { value: number; thresholds: number[] };
      const { threshold, confusion } = cheapest(rows, fn / fp);
      expect(optimum.thresholds).toContain(threshold);
      expect(costOf(confusion, { tp: 0, fp, fn, tn: 0 })).toBe(optimum.value);
      const implied = impliedBy(rows, threshold);
      expect(implied.kind === 'cheapest' && implied.low <= 5 && implied.high >= 5).toBe(true);
    }
  });
});

describe('four prices as one', () => {
  it('are the difference a miss makes over the difference a false alarm makes', () => {
    expect(priceOf({ tp: 0, fp: 1, fn: 5, tn: 0 })).toBe(5);
    expect(priceOf({ tp: -3, fp: 2, fn: 5, tn: -2 })).toBe(2);
  });

  it.each([
    [{ tp: 0, fp: 1, fn: 0, tn: 0 }, 'neverPays'],
    [{ tp: 6, fp: 1, fn: 5, tn: 0 }, 'neverPays'],
    [{ tp: 0, fp: 0, fn: 5, tn: 0 }, 'alwaysPays'],
    [{ tp: 0, fp: 1, fn: 5, tn: 2 }, 'alwaysPays'],
    [{ tp: 0, fp: 0, fn: 0, tn: 0 }, 'nothingMatters'],
    [{ tp: 1, fp: 0, fn: 0, tn: 1 }, 'reversed'],
  ])('are none in %o: %s', (payoff, code) => {
    expect(priceOf(payoff)).toBe(code);
  });

  it('choose the same threshold as all four', () => {
    const amount = fc.integer({ min: -8, max: 8 });
    fc.assert(
      fc.property(
        arbitraryRows({ minLength: 1, weights: 'never' }),
        fc.record({ tp: amount, fp: amount, fn: amount, tn: amount }),
        rule,
        (rows, payoff, decisionRule) => {
          const ratio = priceOf(payoff);
          fc.pre(typeof ratio === 'number');
          if (typeof ratio !== 'number') return;
          const choice = bestThreshold(indexOf(rows), decisionRule, { kind: 'cost', payoff });
          if (choice.kind !== 'found') return;
          const { threshold } = cheapest(rows, ratio, decisionRule);
          expect(confusionAt(indexOf(rows), threshold, decisionRule)).toEqual(choice.confusion);
        },
      ),
    );
  });

  it('break even at the probability where both decisions cost the same on average', () => {
    for (const ratio of [0.2, 1, 5, 40]) {
      const p = breakEvenProbability(ratio);
      expect(p * ratio).toBeCloseTo(1 - p, 12);
    }
  });
});
