import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confusionAt } from '../../../src/core/scores/confusion.ts';
import { neighboursAt, nextChange } from '../../../src/core/scores/neighbours.ts';
import { arbitraryRows, rule, thresholdFor } from '../arbitraryRows.ts';
import { candidates, countConfusion, indexOf, rowsOf } from '../rows.ts';

describe('neighboursAt', () => {
  it('finds the scores around a threshold and counts the rows at it', () => {
    const index = indexOf(rowsOf([1, 0, 1, 0], [0.2, 0.5, 0.5, 0.9]));
    expect(neighboursAt(index, 0.5)).toEqual({ below: 0.2, at: 2, above: 0.9, closeBelow: 0, closeAbove: 0 });
    expect(neighboursAt(index, 0.6)).toEqual({ below: 0.5, at: 0, above: 0.9, closeBelow: 0, closeAbove: 0 });
    expect(neighboursAt(index, 0.1)).toEqual({ below: NaN, at: 0, above: 0.2, closeBelow: 0, closeAbove: 0 });
    expect(neighboursAt(index, Infinity)).toEqual({ below: 0.9, at: 0, above: NaN, closeBelow: 0, closeAbove: 0 });
    expect(neighboursAt(index, -Infinity)).toEqual({ below: NaN, at: 0, above: 0.2, closeBelow: 0, closeAbove: 0 });
  });

  it('counts rows, whatever they weigh', () => {
    const index = indexOf(rowsOf([1, 0, 1], [0.5, 0.5, 0.5000000001], [7, 2, 3]));
    expect(neighboursAt(index, 0.5)).toMatchObject({ at: 2, closeAbove: 1 });
  });

  it('calls close what lies within a billionth, relative to thresholds beyond ±1', () => {
    const index = indexOf(rowsOf([1, 0, 1, 0, 1], [1e6, 1e6 + 9e-4, 1e6 - 9e-4, 1e6 + 2e-3, 1e6 - 2e-3]));
    expect(neighboursAt(index, 1e6)).toMatchObject({ at: 1, closeBelow: 1, closeAbove: 1 });
    const small = indexOf(rowsOf([1, 0, 1, 0, 1], [0, 9e-10, -9e-10, 2e-9, -2e-9]));
    expect(neighboursAt(small, 0)).toMatchObject({ at: 1, closeBelow: 1, closeAbove: 1 });
    expect(neighboursAt(indexOf(rowsOf([1, 0], [-1e6, -1e6 - 9e-4])), -1e6)).toMatchObject({ at: 1, closeBelow: 1 });
  });

  it('counts a billionth itself as close, on both sides', () => {
    const index = indexOf(rowsOf([1, 0, 1, 0], [0.999999999, 1.000000001, 0.9999999989, 1.0000000011]));
    expect(neighboursAt(index, 1)).toMatchObject({ at: 0, closeBelow: 1, closeAbove: 1 });
  });

  it('agrees with a look at every row', () => {
    const cases = arbitraryRows({ weights: 'never' }).chain((rows) => fc.tuple(fc.constant(rows), thresholdFor(rows)));
    fc.assert(
      fc.property(cases, ([rows, threshold]) => {
        const scores = [...rows.yScore].map((score) => score + 0);
        const { below, at, above } = neighboursAt(indexOf(rows), threshold);
        const lower = scores.filter((score) => score < threshold);
        const higher = scores.filter((score) => score > threshold);
        expect(below).toBe(lower.length === 0 ? NaN : Math.max(...lower));
        expect(above).toBe(higher.length === 0 ? NaN : Math.min(...higher));
        expect(at).toBe(scores.length - lower.length - higher.length);
      }),
    );
  });
});

describe('nextChange', () => {
  const index = indexOf(rowsOf([1, 0, 1], [0.2, 0.5, 0.9]));

  it('walks through every decision and stops at the ends, under >=', () => {
    const up = walk(0, '>=', 1);
    expect(up).toEqual([0.5, 0.9, Infinity]);
    expect(walk(Infinity, '>=', -1)).toEqual([0.9, 0.5, 0.2]);
    expect(walk(0.7, '>=', 1)).toEqual([Infinity]);
    expect(walk(0.7, '>=', -1)).toEqual([0.5, 0.2]);
  });

  it('walks through every decision and stops at the ends, under >', () => {
    expect(walk(-Infinity, '>', 1)).toEqual([0.2, 0.5, 0.9]);
    expect(walk(1, '>', -1)).toEqual([0.5, 0.2, -Infinity]);
    expect(walk(0.7, '>', 1)).toEqual([0.9]);
    expect(walk(0.7, '>', -1)).toEqual([0.2, -Infinity]);
  });

  it('has nowhere to go without rows', () => {
    const empty = indexOf(rowsOf([], []));
    expect(nextChange(empty, 0.5, '>=', 1)).toBe(0.5);
    expect(nextChange(empty, 0.5, '>', -1)).toBe(0.5);
  });

  it('is the nearest candidate whose counts differ', () => {
    const cases = arbitraryRows().chain((rows) => fc.tuple(fc.constant(rows), thresholdFor(rows)));
    fc.assert(
      fc.property(
        cases,
        rule,
        fc.constantFrom(1 as const, -1 as const),
        ([rows, threshold], decisionRule, direction) => {
          const now = countConfusion(rows, threshold, decisionRule);
          const beyond = candidates(rows, decisionRule)
            .filter((candidate) => (direction === 1 ? candidate > threshold : candidate < threshold))
            .filter((candidate) => {
              const then = countConfusion(rows, candidate, decisionRule);
              return then.tp !== now.tp || then.fp !== now.fp;
            });
          const nearest = direction === 1 ? Math.min(...beyond) : Math.max(...beyond);
          const expected = beyond.length === 0 ? threshold : nearest;
          expect(nextChange(indexOf(rows), threshold, decisionRule, direction) === expected).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  function walk(from: number, decisionRule: '>=' | '>', direction: 1 | -1): number[] {
    const visited: number[] = [];
    for (let threshold = from; ; ) {
      const next = nextChange(index, threshold, decisionRule, direction);
      if (next === threshold) return visited;
      expect(confusionAt(index, next, decisionRule)).not.toEqual(confusionAt(index, threshold, decisionRule));
      visited.push(next);
      threshold = next;
    }
  }
});
