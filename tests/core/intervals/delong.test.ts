import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delongDifference, delongInterval, delongVariance } from '../../../src/core/intervals/delong.ts';
import { buildScoreIndex } from '../../../src/core/scores/scoreIndex.ts';
import { goldenRows } from '../../golden/readGolden.ts';
import { oracle } from './readOracle.ts';

const Z = 1.959963984540054;
const rowsOf = (score: string, where: Record<string, string>) =>
  goldenRows('german_credit', { name: '', where, label: 'class', positive: 'bad', score } as never);

/** Every pair compared with every other, as the definition has it. */
function byPairs(positives: number[], negatives: number[]) {
  const wins = (p: number, n: number) => (p > n ? 1 : p === n ? 0.5 : 0);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = (values: number[]) =>
    values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);
  const v10 = positives.map((p) => mean(negatives.map((n) => wins(p, n))));
  const v01 = negatives.map((n) => mean(positives.map((p) => wins(p, n))));
  return { auc: mean(v10), variance: variance(v10) / positives.length + variance(v01) / negatives.length };
}

describe('DeLong', () => {
  const cases = oracle.auc.flatMap(({ model, split, by_sex, ...whole }) => [
    { name: `${model} ${split}`, model, where: { split }, expected: whole },
    ...Object.entries(by_sex).map(([sex, expected]) => ({
      name: `${model} ${split} ${sex}`,
      model,
      where: { split, sex },
      expected,
    })),
  ]);

  it.each(cases.map((each) => [each.name, each] as const))(
    'is that of pROC for %s',
    (_, { model, where, expected }) => {
      const { yTrue, yScore } = rowsOf(model, where);
      const { auc, variance } = delongVariance(buildScoreIndex(yTrue, yScore));
      expect(Math.abs(auc - expected.auc)).toBeLessThan(1e-12);
      expect(Math.abs(variance - expected.delong_variance)).toBeLessThan(1e-9);
      // pROC's own interval lies on the scale of the area; ours on that of its logit.
      expect(Math.abs(auc - Z * Math.sqrt(variance) - expected.delong_ci95_low)).toBeLessThan(1e-9);
      expect(Math.abs(auc + Z * Math.sqrt(variance) - expected.delong_ci95_high)).toBeLessThan(1e-9);
    },
  );

  it.each(oracle.paired.map((each) => [each.split, each] as const))(
    'compares two models on %s as pROC does',
    (split, { first, second, difference, ci95_low, ci95_high }) => {
      const one = rowsOf(first, { split });
      const two = rowsOf(second, { split });
      // pROC subtracts the second from the first.
      const found = delongDifference(one.yTrue, one.yScore, two.yScore);
      expect(Math.abs(found.difference + difference)).toBeLessThan(1e-9);
      expect(Math.abs(found.low + ci95_high)).toBeLessThan(1e-9);
      expect(Math.abs(found.high + ci95_low)).toBeLessThan(1e-9);
    },
  );

  it('compares all pairs, ties counting one half', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const yTrue = Uint8Array.from([...positives.map(() => 1), ...negatives.map(() => 0)]);
        const yScore = Float64Array.from([...positives, ...negatives]);
        const expected = byPairs(positives, negatives);
        const found = delongVariance(buildScoreIndex(yTrue, yScore));
        expect(found.auc).toBeCloseTo(expected.auc, 12);
        expect(found.variance).toBeCloseTo(expected.variance, 12);
      }),
    );
  });

  it('takes weights as numbers of rows', () => {
    const yTrue = Uint8Array.of(1, 1, 0, 0, 0);
    const yScore = Float64Array.of(3, 1, 2, 1, 0);
    const counts = [2, 3, 1, 2, 4];
    const repeated = <T>(values: Iterable<T>) => [...values].flatMap((value, i) => Array(counts[i]).fill(value) as T[]);
    const whole = delongVariance(
      buildScoreIndex(Uint8Array.from(repeated(yTrue)), Float64Array.from(repeated(yScore))),
    );
    const weighted = delongVariance(buildScoreIndex(yTrue, yScore, Float64Array.from(counts)));
    expect(weighted.auc).toBeCloseTo(whole.auc, 14);
    expect(weighted.variance).toBeCloseTo(whole.variance, 14);
  });

  it('lies on the logit scale, so that it stays within 0 and 1', () => {
    const { yTrue, yScore } = rowsOf('p_logreg', { split: 'test' });
    const { auc, variance, low, high, method, level } = delongInterval(buildScoreIndex(yTrue, yScore));
    const logit = (p: number) => Math.log(p / (1 - p));
    const reach = (Z * Math.sqrt(variance)) / (auc * (1 - auc));
    expect(logit(low)).toBeCloseTo(logit(auc) - reach, 10);
    expect(logit(high)).toBeCloseTo(logit(auc) + reach, 10);
    expect([method, level]).toEqual(['delong', 0.95]);
  });

  it.each([
    ['a perfect model', [1, 1, 0, 0], [4, 3, 2, 1]],
    ['one positive', [1, 0, 0, 0], [2, 3, 1, 4]],
    ['one class', [1, 1, 1, 1], [2, 3, 1, 4]],
    ['no rows', [], []],
  ])('has no interval for %s', (_, yTrue, yScore) => {
    const { low, high } = delongInterval(buildScoreIndex(Uint8Array.from(yTrue), Float64Array.from(yScore)));
    expect([low, high]).toEqual([NaN, NaN]);
  });
});
