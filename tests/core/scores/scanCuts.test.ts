import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DecisionRule } from '../../../src/core/scores/confusion.ts';
import { scanCuts } from '../../../src/core/scores/scanCuts.ts';
import { arbitraryRows, rule } from '../arbitraryRows.ts';
import { candidates, countConfusion, indexOf, type Rows, rowsOf } from '../rows.ts';

function cutsOf(rows: Rows, decisionRule: DecisionRule) {
  const cuts: { threshold: number; tp: number; fp: number; fn: number; tn: number }[] = [];
  scanCuts(indexOf(rows), decisionRule, (threshold, tp, fp, fn, tn) => cuts.push({ threshold, tp, fp, fn, tn }));
  return cuts;
}

const rows = rowsOf([1, 0, 1, 0], [0.9, 0.5, 0.5, 0.1]);

it('visits nobody, then every distinct score, under >=', () => {
  expect(cutsOf(rows, '>=')).toEqual([
    { threshold: Infinity, tp: 0, fp: 0, fn: 2, tn: 2 },
    { threshold: 0.9, tp: 1, fp: 0, fn: 1, tn: 2 },
    { threshold: 0.5, tp: 2, fp: 1, fn: 0, tn: 1 },
    { threshold: 0.1, tp: 2, fp: 2, fn: 0, tn: 0 },
  ]);
});

it('visits every distinct score, then everybody, under >', () => {
  expect(cutsOf(rows, '>')).toEqual([
    { threshold: 0.9, tp: 0, fp: 0, fn: 2, tn: 2 },
    { threshold: 0.5, tp: 1, fp: 0, fn: 1, tn: 2 },
    { threshold: 0.1, tp: 2, fp: 1, fn: 0, tn: 1 },
    { threshold: -Infinity, tp: 2, fp: 2, fn: 0, tn: 0 },
  ]);
});

it('visits the one cut of no rows', () => {
  const nobody = { tp: 0, fp: 0, fn: 0, tn: 0 };
  expect(cutsOf(rowsOf([], []), '>=')).toEqual([{ threshold: Infinity, ...nobody }]);
  expect(cutsOf(rowsOf([], []), '>')).toEqual([{ threshold: -Infinity, ...nobody }]);
});

it('gives thresholds that really yield the counts beside them', () => {
  fc.assert(
    fc.property(arbitraryRows(), rule, (someRows, decisionRule) => {
      const expected = candidates(someRows, decisionRule).map((threshold) => ({
        // The index keeps −0 as 0.
        threshold: threshold + 0,
        ...countConfusion(someRows, threshold, decisionRule),
      }));
      expect(cutsOf(someRows, decisionRule)).toEqual(expected);
    }),
  );
});
