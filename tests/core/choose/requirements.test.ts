import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Admissible,
  AMOUNT_MEASURES,
  admissibleThresholds,
  isAmount,
  isMet,
  type Requirement,
  type RequirementMeasure,
  type RequirementTerms,
  requirementValue,
  runAt,
} from '../../../src/core/choose/requirements.ts';
import { costOf } from '../../../src/core/cost/payoff.ts';
import { wilsonInterval } from '../../../src/core/intervals/proportion.ts';
import { thresholdMetric, thresholdMetrics } from '../../../src/core/metrics/catalog.ts';
import type { Confusion, DecisionRule } from '../../../src/core/scores/confusion.ts';
import { goldenFiles, goldenRows, numberOf, type Target } from '../../golden/readGolden.ts';
import { arbitraryRows, rule, thresholdFor, unitScore } from '../arbitraryRows.ts';
import { candidates, countConfusion, indexOf, type Rows, rowsOf } from '../rows.ts';

const TERMS: RequirementTerms = { payoff: { tp: 0, fp: 1, fn: 5, tn: 0 }, production: { baseRate: 0.1, cases: 1000 } };

const atLeast = (measure: RequirementMeasure, value: number, more: Partial<Requirement> = {}): Requirement => ({
  measure,
  bound: 'atLeast',
  value,
  byInterval: false,
  isOn: true,
  ...more,
});
const atMost = (measure: RequirementMeasure, value: number, more: Partial<Requirement> = {}): Requirement =>
  atLeast(measure, value, { bound: 'atMost', ...more });

const solve = (rows: Rows, requirements: readonly Requirement[], decisionRule: DecisionRule = '>=', terms = TERMS) =>
  admissibleThresholds(indexOf(rows), decisionRule, requirements, terms);

/** Scores 0.9, 0.8 … in descending order for a string of + and −. */
function ranked(labels: string): Rows {
  const yTrue = [...labels].map((label) => (label === '+' ? 1 : 0));
  return rowsOf(
    yTrue,
    yTrue.map((_, i) => (9 - i) / 10),
  );
}

const ends = ({ runs }: Admissible) => runs.map(({ low, high }) => [low, high]);

describe('the thresholds that meet all requirements', () => {
  // Precision 1, 1, 2/3, 3/4, 3/5; recall 1/3, 2/3, 2/3, 1, 1.
  const rows = ranked('++-+-');

  it('are runs between real cuts', () => {
    expect(solve(rows, [atLeast('recall', 2 / 3), atLeast('precision', 0.7)]).runs).toEqual([
      { high: 0.8, low: 0.8, count: 1, bottom: 0.7, top: 0.8 },
      { high: 0.6, low: 0.6, count: 1, bottom: 0.5, top: 0.6 },
    ]);
    expect(ends(solve(rows, [atMost('flagged', 3)]))).toEqual([[0.7, Infinity]]);
    expect(ends(solve(rows, [atMost('cost', 6)]))).toEqual([[0.5, 0.8]]);
  });

  it('are named as the rule in force needs them', () => {
    expect(ends(solve(rows, [atLeast('recall', 1)], '>'))).toEqual([[-Infinity, 0.5]]);
    expect(ends(solve(rows, [atMost('flagged', 0)], '>'))).toEqual([[0.9, 0.9]]);
  });

  it('are all where nothing is required, and requirements that are off require nothing', () => {
    expect(ends(solve(rows, []))).toEqual([[0.5, Infinity]]);
    expect(ends(solve(rows, [atLeast('recall', 7, { isOn: false })]))).toEqual([[0.5, Infinity]]);
  });

  it('forgive a rounding error, and no more', () => {
    const three = ranked('+-+-+-');
    expect(ends(solve(three, [atMost('fnr', 1 - 2 / 3)]))).toEqual([[0.4, 0.7]]);
    expect(ends(solve(three, [atMost('fnr', 1 / 3 - 1e-9)]))).toEqual([[0.4, 0.5]]);
  });

  it('do not hold those where the measure has no value', () => {
    expect(ends(solve(rows, [atLeast('precision', 0)]))).toEqual([[0.5, 0.9]]);
    expect(ends(solve(rows, [atMost('precision', 1)]))).toEqual([[0.5, 0.9]]);
  });

  it('go by the worse end of the interval where that is asked', () => {
    const { low } = wilsonInterval(2, 2);
    expect(ends(solve(rows, [atLeast('precision', low, { byInterval: true })]))).toEqual([[0.8, 0.8]]);
    const { high } = wilsonInterval(1, 3);
    expect(ends(solve(rows, [atMost('fnr', high, { byInterval: true })]))).toEqual([[0.5, 0.8]]);
    expect(ends(solve(rows, [atLeast('f1', 0.8, { byInterval: true })]))).toEqual(
      ends(solve(rows, [atLeast('f1', 0.8)])),
    );
  });

  it('count in the terms given', () => {
    // A day has 30 of each class: 10 for each positive here, 15 for each negative.
    const perDay = { ...TERMS, production: { baseRate: 0.5, cases: 60 } };
    expect(ends(solve(rows, [atMost('flaggedADay', 40)], '>=', perDay))).toEqual([[0.7, Infinity]]);
    expect(ends(solve(rows, [atMost('costADay', 60)], '>=', perDay))).toEqual([
      [0.8, 0.8],
      [0.5, 0.6],
    ]);
    // The rows themselves are counted as they are.
    expect(ends(solve(rows, [atMost('flagged', 3)], '>=', perDay))).toEqual([[0.7, Infinity]]);
  });
});

describe('where there are none', () => {
  const rows = ranked('+-+--');

  it('each requirement is told what it would have to give way to', () => {
    // Recall 1 flags three, two of them rightly.
    const found = solve(rows, [
      atLeast('recall', 1),
      atLeast('precision', 0.9),
      atLeast('jaccard', 2, { isOn: false }),
    ]);
    expect(found.runs).toEqual([]);
    expect(found.conflicts).toEqual([
      { place: 0, isReachable: true, nearest: 1 / 2 },
      { place: 1, isReachable: true, nearest: 2 / 3 },
    ]);
  });

  it('what nothing can meet is named, and what could be met but for it cannot mend it', () => {
    const found = solve(rows, [atLeast('precision', 0.4), atLeast('recall', 1.01)]);
    expect(found.conflicts).toEqual([
      { place: 0, isReachable: true, nearest: NaN },
      { place: 1, isReachable: false, nearest: 1 },
    ]);
  });

  it('no single one can mend two that nothing can meet', () => {
    const found = solve(rows, [atLeast('precision', 2), atLeast('recall', 2)]);
    expect(found.conflicts.map(({ nearest }) => nearest)).toEqual([NaN, NaN]);
  });

  it.each<[string, Rows, Requirement]>([
    ['there are no positives', rowsOf([0, 0], [0.5, 0.2]), atLeast('recall', 0)],
    ['there are no rows', rowsOf([], []), atLeast('accuracy', 0)],
    ['the value is no number', rows, atLeast('recall', NaN)],
    ['the value is beyond everything', rows, atLeast('flagged', Infinity)],
  ])('none it is where %s', (_, some, requirement) => {
    const { runs, conflicts } = solve(some, [requirement]);
    expect(runs).toEqual([]);
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0].isReachable).toBe(false);
  });
});

describe('against brute force', () => {
  const metric = fc.constantFrom(...thresholdMetrics.map(({ id }) => id));
  const requirement: fc.Arbitrary<Requirement> = fc.record({
    measure: fc.oneof(
      { weight: 4, arbitrary: metric as fc.Arbitrary<RequirementMeasure> },
      fc.constantFrom(...AMOUNT_MEASURES),
    ),
    bound: fc.constantFrom('atLeast' as const, 'atMost' as const),
    value: fc.constantFrom(-1, 0, 0.1, 0.25, 1 / 3, 0.5, 0.6, 2 / 3, 0.75, 1, 2, 5, 10, Infinity),
    byInterval: fc.boolean(),
    isOn: fc.constantFrom(true, true, true, false),
  });
  const score = fc.oneof(unitScore, fc.constantFrom(-1, 2));
  const some = fc.array(requirement, { minLength: 1, maxLength: 4 });

  /** The value, from the definitions. */
  function measured({ measure, bound, byInterval }: Requirement, confusion: Confusion, threshold: number): number {
    if (measure === 'flagged') return confusion.tp + confusion.fp;
    if (measure === 'cost') return costOf(confusion, TERMS.payoff);
    if (isAmount(measure)) {
      // Of 8 cases a day 2 are positive: of each class as large a share is flagged as of the rows.
      const { tp, fp, fn, tn } = confusion;
      const [caught, missed, alarms] = [(2 * tp) / (tp + fn), (2 * fn) / (tp + fn), (6 * fp) / (fp + tn)];
      return measure === 'flaggedADay' ? caught + alarms : alarms + 5 * missed;
    }
    const { of, proportion } = thresholdMetric(measure);
    if (!byInterval || proportion === null) return of(confusion, threshold);
    const { successes, trials } = proportion(confusion);
    return wilsonInterval(successes, trials)[bound === 'atLeast' ? 'low' : 'high'];
  }
  const keeps = (value: number, { bound, value: limit }: Requirement) => {
    if (Number.isNaN(value)) return false;
    const width = Number.isFinite(limit) ? 1e-12 * Math.max(1, Math.abs(limit)) : 0;
    return bound === 'atLeast' ? value >= limit - width : value <= limit + width;
  };

  it('finds the same runs, and the same way out of a conflict', () => {
    fc.assert(
      fc.property(arbitraryRows({ score, weights: 'never' }), some, rule, (rows, requirements, decisionRule) => {
        const found = solve(rows, requirements, decisionRule, {
          ...TERMS,
          production: { baseRate: 0.25, cases: 8 },
        });
        const cuts = candidates(rows, decisionRule).map((threshold) => {
          const confusion = countConfusion(rows, threshold, decisionRule);
          const values = requirements.map((each) => measured(each, confusion, threshold));
          return { threshold: threshold + 0, values };
        });
        const isKept = (values: number[], leftOut = -1) =>
          requirements.every((each, place) => !each.isOn || place === leftOut || keeps(values[place], each));
        const expected: { high: number; low: number; count: number }[] = [];
        cuts.forEach(({ threshold, values }, i) => {
          if (!isKept(values)) return;
          const last = expected.at(-1);
          if (i > 0 && last !== undefined && isKept(cuts[i - 1].values)) {
            last.low = threshold;
            last.count++;
          } else expected.push({ high: threshold, low: threshold, count: 1 });
        });
        expect(found.runs.map(({ high, low, count }) => ({ high: high + 0, low: low + 0, count }))).toEqual(expected);
        if (expected.length > 0) {
          expect(found.conflicts).toEqual([]);
          return;
        }

        expect(found.conflicts.map(({ place }) => place)).toEqual(
          requirements.flatMap(({ isOn }, place) => (isOn ? [place] : [])),
        );
        for (const { place, isReachable, nearest } of found.conflicts) {
          const reached = cuts.map(({ values }) => values[place]).filter((value) => keeps(value, requirements[place]));
          expect(isReachable).toBe(reached.length > 0);
          const others = cuts.filter(({ values }) => isKept(values, place)).map(({ values }) => values[place]);
          const defined = others.filter((value) => !Number.isNaN(value));
          const isLeast = requirements[place].bound === 'atLeast';
          const best = defined.length === 0 ? NaN : isLeast ? Math.max(...defined) : Math.min(...defined);
          expect(nearest).toBe(best);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('gives a way out that works, and nothing short of it does', () => {
    fc.assert(
      fc.property(arbitraryRows({ score, minLength: 1 }), some, rule, (rows, requirements, decisionRule) => {
        const { conflicts } = solve(rows, requirements, decisionRule);
        for (const { place, nearest } of conflicts) {
          if (!Number.isFinite(nearest)) continue;
          const step = requirements[place].bound === 'atLeast' ? 1e-6 : -1e-6;
          const withValue = (value: number) =>
            solve(
              rows,
              requirements.map((each, i) => (i === place ? { ...each, value } : each)),
              decisionRule,
            ).runs.length;
          expect(withValue(nearest)).toBeGreaterThan(0);
          expect(withValue(nearest + step)).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('knows of any threshold whether it meets all', () => {
    const given = arbitraryRows({ score, minLength: 1, weights: 'never' }).chain((rows) =>
      fc.tuple(fc.constant(rows), fc.oneof(thresholdFor(rows), fc.constantFrom(Infinity, -Infinity))),
    );
    fc.assert(
      fc.property(given, some, rule, ([rows, threshold], requirements, decisionRule) => {
        // Net benefit alone knows more of a threshold than what it flags.
        fc.pre(requirements.every(({ measure }) => measure !== 'netBenefit'));
        const { runs } = solve(rows, requirements, decisionRule);
        const confusion = countConfusion(rows, threshold, decisionRule);
        const meetsAll = requirements.every(
          (each) => !each.isOn || isMet(each, requirementValue(each, TERMS)(confusion, threshold)),
        );
        const run = runAt(runs, threshold, decisionRule);
        expect(run !== null).toBe(meetsAll);
        if (run === null) return;
        const decided = [run.high, run.low].map((end) => countConfusion(rows, end, decisionRule));
        expect(confusion.tp + confusion.fp).toBeGreaterThanOrEqual(decided[0].tp + decided[0].fp);
        expect(confusion.tp + confusion.fp).toBeLessThanOrEqual(decided[1].tp + decided[1].fp);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a single bound', () => {
  const targets = goldenFiles().flatMap((file) =>
    file.cases
      .filter(({ optima }) => optima !== undefined)
      .map((one) => ({ name: `${file.name}: ${one.name}`, file: file.name, one })),
  );

  it.each(targets)('is just met where the oracle says, in $name', ({ file, one }) => {
    const rows = goldenRows(file, one);
    for (const [name, target] of Object.entries(one.optima ?? {})) {
      const [, measure, sign, bound] = /^(recall|precision|fpr)([<>]=)(.+)$/.exec(name) ?? [];
      if (measure === undefined) continue;
      const requirement = (sign === '>=' ? atLeast : atMost)(measure as RequirementMeasure, Number(bound));
      const { runs } = solve(rows, [requirement]);
      // The oracle has the highest threshold for a recall, and the lowest for a precision or a false positive rate.
      const found = measure === 'recall' ? runs[0]?.high : runs.at(-1)?.low;
      if (target === null) expect(found, name).toBeUndefined();
      else expect(found, name).toBe(numberOf((target as Target).threshold));
    }
  });

  it('is in many files', () => {
    expect(targets.length).toBeGreaterThanOrEqual(20);
  });
});

describe('German credit', () => {
  it('meets several bounds at once where the oracle’s table does', () => {
    const golden = goldenFiles()
      .find(({ name }) => name === 'german_credit')
      ?.cases.find(({ name }) => name === 'p_logreg validation');
    if (golden === undefined) throw new Error('There is no such case.');
    const { threshold, recall, precision, tp, fp } = golden.sweep as Record<string, number[]>;
    const { runs } = solve(goldenRows('german_credit', golden), [
      atLeast('recall', 0.8),
      atLeast('precision', 0.42),
      atMost('flagged', 150),
    ]);
    const met = threshold.map((_, i) => recall[i] >= 0.8 && precision[i] >= 0.42 && tp[i] + fp[i] <= 150);
    expect(new Set(met).size).toBe(2);
    expect(threshold.map((at) => runAt(runs, at, '>=') !== null)).toEqual(met);
  });
});
