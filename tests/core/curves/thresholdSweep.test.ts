import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildCuts } from '../../../src/core/curves/cuts.ts';
import { thresholdSweep } from '../../../src/core/curves/thresholdSweep.ts';
import { thresholdMetric } from '../../../src/core/metrics/catalog.ts';
import type { DecisionRule } from '../../../src/core/scores/confusion.ts';
import { arbitraryRows, rule, unitScore } from '../arbitraryRows.ts';
import { countConfusion, indexOf, type Rows, rowsOf } from '../rows.ts';

const rows = rowsOf([1, 0, 1, 0], [0.9, 0.5, 0.5, 0.1]);
const sweep = (id: Parameters<typeof thresholdMetric>[0], decisionRule?: DecisionRule, someRows: Rows = rows) => {
  const { thresholds, values } = thresholdSweep(buildCuts(indexOf(someRows)), thresholdMetric(id), decisionRule);
  return Array.from(thresholds, (threshold, i) => [threshold, values[i]]);
};

it('steps from the least to the greatest score, everybody flagged at the least, under >=', () => {
  expect(sweep('recall')).toEqual([
    [0.1, 1],
    [0.1, 1],
    [0.5, 1],
    [0.5, 0.5],
    [0.9, 0.5],
  ]);
  expect(sweep('fpr')).toEqual([
    [0.1, 1],
    [0.1, 0.5],
    [0.5, 0.5],
    [0.5, 0],
    [0.9, 0],
  ]);
});

it('steps from the least to the greatest score, nobody flagged at the greatest, under >', () => {
  expect(sweep('fpr', '>')).toEqual([
    [0.1, 0.5],
    [0.5, 0.5],
    [0.5, 0],
    [0.9, 0],
    [0.9, 0],
  ]);
  expect(sweep('precision', '>').at(-1)).toEqual([0.9, NaN]);
});

it('tells net benefit the threshold of each vertex', () => {
  expect(sweep('netBenefit')).toEqual([
    [0.1, 0.5 - (0.5 * 0.1) / 0.9],
    [0.1, 0.5 - (0.25 * 0.1) / 0.9],
    [0.5, 0.25],
    [0.5, 0.25],
    [0.9, 0.25],
  ]);
});

it('has one step for one score and none for no rows', () => {
  const oneScore = rowsOf([1, 0], [0.5, 0.5]);
  expect(sweep('recall', '>=', oneScore)).toEqual([[0.5, 1]]);
  expect(sweep('recall', '>', oneScore)).toEqual([[0.5, 0]]);
  expect(sweep('recall', '>=', rowsOf([], []))).toEqual([]);
});

it('passes through the true value at every score, and between any two', () => {
  fc.assert(
    fc.property(arbitraryRows({ score: unitScore }), rule, (someRows, decisionRule) => {
      const { of } = thresholdMetric('f1');
      const path = sweep('f1', decisionRule, someRows);
      const trueValue = (threshold: number) => of(countConfusion(someRows, threshold, decisionRule), threshold);
      for (let i = 0; i < path.length; i++) {
        const [threshold, value] = path[i];
        const isStepUp = decisionRule === '>=' && i > 0 && path[i - 1][0] === threshold;
        const isStepDown = decisionRule === '>' && i + 1 < path.length && path[i + 1][0] === threshold;
        // Of the two vertices at one score, one has the value there and the other the value next to it.
        if (!isStepUp && !isStepDown) expect(value).toBe(trueValue(threshold));
        const before = i > 0 ? path[i - 1][0] : threshold;
        const between = (before + threshold) / 2;
        // Neighbouring doubles have nothing between them.
        if (before < between && between < threshold) {
          expect([path[i - 1][1], value]).toEqual([trueValue(between), trueValue(between)]);
        }
      }
    }),
  );
});
