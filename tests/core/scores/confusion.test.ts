import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confusionAt, firstFlagged, isFlagged } from '../../../src/core/scores/confusion.ts';
import { arbitraryRows, rule, thresholdFor } from '../arbitraryRows.ts';
import { countConfusion, indexOf, rowsOf } from '../rows.ts';

const withThreshold = (options?: Parameters<typeof arbitraryRows>[0]) =>
  arbitraryRows(options).chain((rows) => fc.tuple(fc.constant(rows), thresholdFor(rows)));

describe('isFlagged', () => {
  it('flags an equal score under >= only', () => {
    expect([isFlagged(0.3, 0.3, '>='), isFlagged(0.3, 0.3, '>')]).toEqual([true, false]);
    expect([isFlagged(0.1 + 0.2, 0.3, '>='), isFlagged(0.1 + 0.2, 0.3, '>')]).toEqual([true, true]);
    expect([isFlagged(0.3, 0.1 + 0.2, '>='), isFlagged(0.3, 0.1 + 0.2, '>')]).toEqual([false, false]);
  });
});

describe('firstFlagged', () => {
  it('is the place of the lowest flagged score, or the length', () => {
    const { positives } = indexOf(rowsOf([1, 1, 1, 1], [0.1, 0.3, 0.3, 0.7]));
    expect([0, 0.1, 0.3, 0.5, 0.7, 1].map((t) => firstFlagged(positives, t, '>='))).toEqual([0, 0, 1, 3, 3, 4]);
    expect([0, 0.1, 0.3, 0.5, 0.7, 1].map((t) => firstFlagged(positives, t, '>'))).toEqual([0, 1, 3, 3, 4, 4]);
  });
});

describe('confusionAt', () => {
  it('equals a count of the rows, one by one', () => {
    fc.assert(
      fc.property(withThreshold(), rule, ([rows, threshold], decisionRule) => {
        expect(confusionAt(indexOf(rows), threshold, decisionRule)).toEqual(
          countConfusion(rows, threshold, decisionRule),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('flags no one above every score and everyone below', () => {
    const index = indexOf(rowsOf([1, 0, 1], [0.2, 0.4, 0.9]));
    for (const decisionRule of ['>=', '>'] as const) {
      expect(confusionAt(index, Infinity, decisionRule)).toEqual({ tp: 0, fp: 0, fn: 2, tn: 1 });
      expect(confusionAt(index, -Infinity, decisionRule)).toEqual({ tp: 2, fp: 1, fn: 0, tn: 0 });
      expect(confusionAt(index, Number.NaN, decisionRule)).toEqual({ tp: 0, fp: 0, fn: 2, tn: 1 });
    }
  });

  it('flags fewer the higher the threshold', () => {
    fc.assert(
      fc.property(withThreshold(), fc.double({ noNaN: true }), rule, ([rows, a], b, decisionRule) => {
        const index = indexOf(rows);
        const low = confusionAt(index, Math.min(a, b), decisionRule);
        const high = confusionAt(index, Math.max(a, b), decisionRule);
        expect(high.tp).toBeLessThanOrEqual(low.tp);
        expect(high.fp).toBeLessThanOrEqual(low.fp);
        expect(high.fn).toBeGreaterThanOrEqual(low.fn);
        expect(high.tn).toBeGreaterThanOrEqual(low.tn);
      }),
    );
  });

  it('always accounts for every row', () => {
    fc.assert(
      fc.property(withThreshold(), rule, ([rows, threshold], decisionRule) => {
        const { tp, fp, fn, tn } = confusionAt(indexOf(rows), threshold, decisionRule);
        const total = (label: number) =>
          rows.yTrue.reduce((sum, y, row) => sum + (y === label ? (rows.sampleWeight?.[row] ?? 1) : 0), 0);
        expect([tp + fn, fp + tn]).toEqual([total(1), total(0)]);
      }),
    );
  });

  it('takes a whole weight for so many rows', () => {
    const times = fc.infiniteStream(fc.nat({ max: 3 }));
    fc.assert(
      fc.property(withThreshold({ weights: 'never' }), times, rule, ([rows, threshold], stream, decisionRule) => {
        const weights = Array.from(rows.yTrue, () => stream.next().value ?? 1);
        const repeat = (values: Iterable<number>) =>
          [...values].flatMap((value, row) => Array<number>(weights[row]).fill(value));
        const weighted = rowsOf([...rows.yTrue], [...rows.yScore], weights);
        const repeated = rowsOf(repeat(rows.yTrue), repeat(rows.yScore));
        expect(confusionAt(indexOf(weighted), threshold, decisionRule)).toEqual(
          confusionAt(indexOf(repeated), threshold, decisionRule),
        );
      }),
    );
  });
});
