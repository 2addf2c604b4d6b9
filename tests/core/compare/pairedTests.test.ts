import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf } from '../../../src/core/compare/agreement.ts';
import {
  confusionsOfJoint,
  type JointCounts,
  jointCells,
  jointCountsOf,
} from '../../../src/core/compare/jointCounts.ts';
import { mcnemar } from '../../../src/core/compare/pairedTests.ts';
import { delongDifference } from '../../../src/core/intervals/delong.ts';
import { normalTails } from '../../../src/core/intervals/normalTail.ts';
import { confusionAt } from '../../../src/core/scores/confusion.ts';
import { buildScoreIndex } from '../../../src/core/scores/scoreIndex.ts';
import { goldenRows } from '../../golden/readGolden.ts';
import { rule, tiedScore } from '../arbitraryRows.ts';
import { oracle } from './readOracle.ts';

const rowsOf = (score: string, split: string) =>
  goldenRows('german_credit', { name: '', where: { split }, label: 'class', positive: 'bad', score } as never);

function jointAt(split: string, one: number, two: number): JointCounts {
  const { yTrue, yScore } = rowsOf('p_logreg', split);
  const second = rowsOf('p_gboost', split).yScore;
  const sums = new Float64Array(8);
  const cells = jointCells(yTrue, { yScore, threshold: one }, { yScore: second, threshold: two }, '>=');
  for (const cell of cells) sums[cell]++;
  return jointCountsOf(sums);
}

const counts = fc.nat({ max: 60 });
const flags = fc.record({ both: counts, onlyFirst: counts, onlySecond: counts, neither: counts });
const joint: fc.Arbitrary<JointCounts> = fc.record({ positives: flags, negatives: flags });
const exchanged = ({ positives, negatives }: JointCounts): JointCounts => {
  const turn = (of: JointCounts['positives']) => ({ ...of, onlyFirst: of.onlySecond, onlySecond: of.onlyFirst });
  return { positives: turn(positives), negatives: turn(negatives) };
};

describe('two models on the same rows', () => {
  it.each(oracle.mcnemar.map((each) => [`${each.split} at ${each.threshold}`, each] as const))(
    'McNemar is that of R on %s',
    (_, { split, threshold, ...expected }) => {
      const found = mcnemar(jointAt(split, threshold, threshold));
      expect([found.onlyFirstRight, found.onlySecondRight]).toEqual([
        expected.only_first_right,
        expected.only_second_right,
      ]);
      expect(Math.abs(found.statistic - expected.statistic_continuity_corrected)).toBeLessThan(1e-9);
      expect(Math.abs(found.corrected - expected.p_continuity_corrected)).toBeLessThan(1e-9);
      expect(Math.abs(found.exact - expected.p_exact)).toBeLessThan(1e-9);
    },
  );

  it.each(oracle.delong.map((each) => [each.split, each] as const))(
    'DeLong’s test is that of pROC on %s',
    (split, expected) => {
      const { yTrue, yScore } = rowsOf('p_logreg', split);
      const { difference, variance } = delongDifference(yTrue, yScore, rowsOf('p_gboost', split).yScore);
      expect(Math.abs(difference + expected.difference)).toBeLessThan(1e-9);
      expect(Math.abs(difference / Math.sqrt(variance) + expected.z)).toBeLessThan(1e-9);
      expect(Math.abs(normalTails(difference / Math.sqrt(variance)) - expected.p_value)).toBeLessThan(1e-9);
    },
  );

  it.each(
    oracle.kappa.map((each) => [`${each.split} at ${each.first_threshold}, ${each.second_threshold}`, each] as const),
  )(
    'agreement is that of scikit-learn on %s',
    (_, { split, first_threshold, second_threshold, positives, negatives, kappa }) => {
      const found = jointAt(split, first_threshold, second_threshold);
      expect(
        [found.positives, found.negatives].map((of) => [of.both, of.onlyFirst, of.onlySecond, of.neither]),
      ).toEqual([positives, negatives]);
      expect(Math.abs(agreementOf(found).cohenKappa - kappa)).toBeLessThan(1e-12);
    },
  );
});

describe('McNemar’s test', () => {
  const of = (onlyFirst: number, onlySecond: number): JointCounts => ({
    positives: { both: 3, onlyFirst, onlySecond, neither: 1 },
    negatives: { both: 0, onlyFirst: 0, onlySecond: 0, neither: 5 },
  });

  it.each(oracle.binomial.map((each) => [`${each.first} : ${each.second}`, each] as const))(
    'is scipy’s binomial test for %s',
    (_, { first, second, p }) => {
      const { exact } = mcnemar(of(first, second));
      expect(Math.abs(exact - p)).toBeLessThanOrEqual(1e-9 * p);
    },
  );

  it('is a direct sum of the binomial distribution', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), (first, second) => {
        const total = first + second;
        let chance = 1 / 2 ** total;
        let tail = 0;
        for (let k = 0; k <= Math.min(first, second); k++) {
          tail += chance;
          chance *= (total - k) / (k + 1);
        }
        expect(mcnemar(of(first, second)).exact).toBeCloseTo(Math.min(1, 2 * tail), 12);
      }),
    );
  });

  it('tests nothing where nothing differs', () => {
    expect(mcnemar(of(0, 0))).toEqual({ onlyFirstRight: 0, onlySecondRight: 0, exact: 1, statistic: 0, corrected: 1 });
  });

  it('and agreement are the same for the two exchanged', () => {
    fc.assert(
      fc.property(joint, (counts) => {
        const [one, two] = [mcnemar(counts), mcnemar(exchanged(counts))];
        expect([two.onlySecondRight, two.onlyFirstRight]).toEqual([one.onlyFirstRight, one.onlySecondRight]);
        expect([two.exact, two.statistic, two.corrected]).toEqual([one.exact, one.statistic, one.corrected]);
        const [a, b] = [agreementOf(counts), agreementOf(exchanged(counts))];
        expect([b.rows, b.share]).toEqual([a.rows, a.share]);
        if (Number.isNaN(a.cohenKappa)) expect(b.cohenKappa).toBeNaN();
        else expect(b.cohenKappa).toBeCloseTo(a.cohenKappa, 12);
      }),
    );
  });
});

describe('the tails of the normal distribution', () => {
  it.each(oracle.tails.map(({ z, p }) => [z, p] as const))('beyond %s are scipy’s', (z, p) => {
    expect(Math.abs(normalTails(z) - p)).toBeLessThanOrEqual(1e-12 * p);
    expect(normalTails(-z)).toBe(normalTails(z));
  });

  it('are nothing at infinity and unknown for NaN', () => {
    expect([normalTails(Infinity), normalTails(NaN)]).toEqual([0, NaN]);
  });
});

it('joint counts hold both confusion matrices, and equal those counted one by one', () => {
  const row = fc.record({ label: fc.constantFrom(0, 1), one: tiedScore, two: tiedScore });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), tiedScore, tiedScore, rule, (rows, t1, t2, by) => {
      const yTrue = Uint8Array.from(rows, ({ label }) => label);
      const [first, second] = [Float64Array.from(rows, ({ one }) => one), Float64Array.from(rows, ({ two }) => two)];
      const sums = new Float64Array(8);
      for (const cell of jointCells(yTrue, { yScore: first, threshold: t1 }, { yScore: second, threshold: t2 }, by))
        sums[cell]++;
      const counted = jointCountsOf(sums);
      const flagged = (score: number, t: number) => (by === '>=' ? score >= t : score > t);
      const naive = (label: number, isOne: boolean, isTwo: boolean) =>
        rows.filter(
          (each) => each.label === label && flagged(each.one, t1) === isOne && flagged(each.two, t2) === isTwo,
        ).length;
      for (const [label, of] of [
        [0, counted.negatives],
        [1, counted.positives],
      ] as const) {
        expect([of.both, of.onlyFirst, of.onlySecond, of.neither]).toEqual([
          naive(label, true, true),
          naive(label, true, false),
          naive(label, false, true),
          naive(label, false, false),
        ]);
      }
      expect(confusionsOfJoint(counted)).toEqual([
        confusionAt(buildScoreIndex(yTrue, first), t1, by),
        confusionAt(buildScoreIndex(yTrue, second), t2, by),
      ]);
    }),
  );
});
