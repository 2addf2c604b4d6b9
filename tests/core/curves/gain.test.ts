import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCuts } from '../../../src/core/curves/cuts.ts';
import { gainCurve, liftCurve, perfectGainAt, perfectLiftAt } from '../../../src/core/curves/gain.ts';
import { goldenFiles, goldenRows, numberOf } from '../../golden/readGolden.ts';
import { arbitraryRows } from '../arbitraryRows.ts';
import { isClose } from '../close.ts';
import { countConfusion, indexOf, rowsOf } from '../rows.ts';

const cutsOf = (yTrue: number[], yScore: number[]) => buildCuts(indexOf(rowsOf(yTrue, yScore)));

it('moves tied cases together', () => {
  const cuts = cutsOf([1, 1, 0, 1, 0], [0.9, 0.5, 0.5, 0.2, 0.1]);
  const gain = gainCurve(cuts);
  expect([...gain.thresholds]).toEqual([Infinity, 0.9, 0.5, 0.2, 0.1]);
  expect([...gain.selectionRate]).toEqual([0, 0.2, 0.6, 0.8, 1]);
  expect([...gain.recall]).toEqual([0, 1 / 3, 2 / 3, 1, 1]);
  const lift = liftCurve(cuts);
  expect([...lift.thresholds]).toEqual([0.9, 0.5, 0.2, 0.1]);
  expect([...lift.selectionRate]).toEqual([0.2, 0.6, 0.8, 1]);
  expect([...lift.lift]).toEqual([1 / 0.6, 2 / 3 / 0.6, 0.75 / 0.6, 1]);
});

it('has no values where there are no positives', () => {
  const cuts = cutsOf([0, 0], [0.9, 0.5]);
  expect([...gainCurve(cuts).recall]).toEqual([NaN, NaN, NaN]);
  expect([...liftCurve(cuts).lift]).toEqual([NaN, NaN]);
});

describe('equals the oracle at the top shares', () => {
  const cases = goldenFiles().flatMap((file) =>
    file.cases
      .filter(({ top_k }) => (top_k ?? []).length > 0)
      .map((one) => ({ name: `${file.name}: ${one.name}`, file: file.name, one })),
  );
  it('of some files', () => expect(cases.length).toBeGreaterThanOrEqual(6));

  it.each(cases)('$name', ({ file, one }) => {
    const cuts = buildCuts(indexOf(goldenRows(file, one)));
    const gain = gainCurve(cuts);
    const lift = liftCurve(cuts);
    for (const top of one.top_k ?? []) {
      const at = gain.thresholds.indexOf(numberOf(top.threshold));
      expect(at).toBeGreaterThan(0);
      expect(isClose(gain.selectionRate[at], top.k / numberOf(one.ranking.n))).toBe(true);
      expect(isClose(gain.recall[at], top.recall)).toBe(true);
      expect(isClose(lift.lift[at - 1], top.lift)).toBe(true);
      expect(lift.selectionRate[at - 1]).toBe(gain.selectionRate[at]);
    }
  });
});

it('stands where counting each row puts it, at most at the perfect model, weighted or not', () => {
  fc.assert(
    fc.property(arbitraryRows({ minLength: 1 }), (rows) => {
      const cuts = buildCuts(indexOf(rows));
      fc.pre(cuts.positives > 0);
      const prevalence = cuts.positives / (cuts.positives + cuts.negatives);
      const gain = gainCurve(cuts);
      const lift = liftCurve(cuts);
      gain.thresholds.forEach((threshold, k) => {
        const { tp, fp, fn, tn } = countConfusion(rows, threshold, '>=');
        const share = (tp + fp) / (tp + fp + fn + tn);
        expect(gain.selectionRate[k]).toBe(share);
        expect(gain.recall[k]).toBe(tp / (tp + fn));
        expect(gain.recall[k]).toBeLessThanOrEqual(perfectGainAt(share, prevalence) + 1e-12);
        if (k === 0) return;
        // Recall per share flagged is the same ratio.
        expect(isClose(lift.lift[k - 1], gain.recall[k] / share)).toBe(true);
        expect(lift.lift[k - 1]).toBeLessThanOrEqual(perfectLiftAt(share, prevalence) + 1e-9);
      });
    }),
  );
});

it('is the perfect model where all positives come first', () => {
  const cuts = cutsOf([1, 0, 0, 0], [0.9, 0.5, 0.4, 0.3]);
  const gain = gainCurve(cuts);
  expect([...gain.recall]).toEqual([...gain.selectionRate].map((share) => perfectGainAt(share, 0.25)));
  const lift = liftCurve(cuts);
  expect([...lift.lift]).toEqual([...lift.selectionRate].map((share) => perfectLiftAt(share, 0.25)));
  expect(perfectLiftAt(0.1, 0.25)).toBe(4);
  expect(perfectGainAt(0.1, 0.25)).toBe(0.4);
});
