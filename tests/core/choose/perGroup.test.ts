import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestThreshold } from '../../../src/core/choose/bestThreshold.ts';
import type { Objective } from '../../../src/core/choose/objective.ts';
import { cheapestOdds } from '../../../src/core/choose/oddsSearch.ts';
import {
  type FoundPolicy,
  groupPolicy,
  MOST_POLICY_GROUPS,
  POLICY_STRATEGIES,
  type Policy,
  type PolicyGroup,
  type PolicyStrategy,
  policyField,
  sumOfConfusions,
} from '../../../src/core/choose/perGroup.ts';
import { RATES_OF } from '../../../src/core/fairness/disparity.ts';
import type { ThresholdMetric } from '../../../src/core/metrics/metric.ts';
import type { Confusion, DecisionRule } from '../../../src/core/scores/confusion.ts';
import { arbitraryRows, rule, unitScore } from '../arbitraryRows.ts';
import { isClose } from '../close.ts';
import { germanGroups } from '../fairness/germanGroups.ts';
import { candidates, countConfusion, indexOf, type Rows, rowsOf } from '../rows.ts';

const cost: Objective = { kind: 'cost', payoff: { tp: 0, fp: 1, fn: 5, tn: 0 } };
const groupsOf = (...rows: readonly Rows[]): PolicyGroup[] =>
  rows.map((each, at) => ({ key: `g${at}`, index: indexOf(each) }));

function found(policy: Policy): FoundPolicy {
  if (policy.kind === 'none') throw new Error(`None: ${policy.reason}`);
  return policy;
}

const RATES: Readonly<Record<PolicyStrategy, readonly ThresholdMetric[]>> = {
  oneForAll: [],
  bestForEach: [],
  equalSelectionRates: RATES_OF.demographicParity,
  equalTruePositiveRates: RATES_OF.equalOpportunity,
  equalFalsePositiveRates: RATES_OF.falsePositiveRate,
  equalAccuracy: RATES_OF.accuracyParity,
  equalizedOdds: RATES_OF.equalizedOdds,
};

const isWithin = (rates: readonly number[], tolerance: number) =>
  Math.max(...rates) - Math.min(...rates) <= tolerance + 1e-12;

/** Every choice of one element from each list. */
function* product<T>([first, ...rest]: readonly (readonly T[])[]): Generator<T[]> {
  if (first === undefined) {
    yield [];
    return;
  }
  for (const one of first) for (const others of product(rest)) yield [one, ...others];
}

/** Whether a group has rows of weight, and of the classes that the rates of a strategy are about. */
const isComparable = (rows: Rows, strategy: PolicyStrategy) => {
  const { tp, fp, fn, tn } = countConfusion(rows, 0, '>=');
  const isDefined = RATES[strategy].every((rate) => !Number.isNaN(rate.of({ tp, fp, fn, tn }, 0)));
  return tp + fp + fn + tn > 0 && isDefined;
};

/** What trying all combinations of thresholds gives, counting row by row; groups that are left out have the shared threshold. */
function bestByForce(
  files: readonly Rows[],
  by: DecisionRule,
  goalOf: (confusion: Confusion) => number,
  better: 'higher' | 'lower',
  strategy: PolicyStrategy,
  tolerance: number,
  shared: number,
): number {
  const present = files.filter(
    ({ sampleWeight, yTrue }) => yTrue.length > 0 && !sampleWeight?.every((each) => each === 0),
  );
  const optionsOf = (rows: Rows) => candidates(rows, by).map((threshold) => countConfusion(rows, threshold, by));
  let best = Number.NaN;
  const offer = (confusions: readonly Confusion[]) => {
    const value = goalOf(sumOfConfusions(confusions));
    const isBetter = better === 'higher' ? value > best : value < best;
    if (Number.isNaN(best) || isBetter) best = value;
  };
  const all = new Set(present.flatMap((rows) => candidates(rows, by)));
  if (strategy === 'oneForAll') {
    for (const threshold of all) offer(present.map((rows) => countConfusion(rows, threshold, by)));
    return best;
  }
  const isAsked = (rows: Rows) => {
    const confusion = countConfusion(rows, 0, by);
    return RATES[strategy].every((rate) => !Number.isNaN(rate.of(confusion, 0)));
  };
  const options = present.map((rows) => (isAsked(rows) ? optionsOf(rows) : [countConfusion(rows, shared, by)]));
  const asked = present.map(isAsked);
  for (const confusions of product(options)) {
    const compared = confusions.filter((_, at) => asked[at]);
    if (
      RATES[strategy].every((rate) =>
        isWithin(
          compared.map((each) => rate.of(each, 0)),
          tolerance,
        ),
      )
    )
      offer(confusions);
  }
  return best;
}

const bothClasses = (rows: Rows) => {
  const { tp, fn, fp, tn } = countConfusion(rows, 0, '>=');
  return tp + fn > 0 && fp + tn > 0;
};
const someRows = (maxLength: number, weights: 'never' | 'sometimes') =>
  arbitraryRows({ score: unitScore, maxLength, weights });
const tolerance = fc.constantFrom(0, 0.05, 0.1, 0.25, 0.5, 1);

describe('the search', () => {
  it('finds the least cost of all pairs of thresholds, in either order of the groups', () => {
    fc.assert(
      fc.property(someRows(12, 'sometimes'), someRows(12, 'sometimes'), rule, tolerance, (a, b, by, allowed) => {
        const weighted = a.sampleWeight !== null && b.sampleWeight !== null;
        const [one, other] = weighted ? [a, b] : [a, b].map((rows) => ({ ...rows, sampleWeight: null }));
        const groups = groupsOf(one, other);
        const turned = [groups[1], groups[0]];
        for (const strategy of POLICY_STRATEGIES) {
          const field = policyField(groups, by, cost);
          const policy = groupPolicy(field, strategy, allowed);
          const again = groupPolicy(policyField(turned, by, cost), strategy, allowed);
          const goalOf = ({ fp, fn }: Confusion) => fp + 5 * fn;
          const best = bestByForce([one, other], by, goalOf, 'lower', strategy, allowed, field.shared);
          if (policy.kind === 'none') {
            expect(again).toEqual(policy);
            // Where two groups can be compared, nothing is found only where no pair keeps to the tolerance.
            if (policy.reason !== 'fewerThanTwoGroups') expect(best).toBeNaN();
            else expect([one, other].filter((rows) => isComparable(rows, strategy)).length).toBeLessThan(2);
            continue;
          }
          expect(found(again).thresholds).toEqual([...policy.thresholds].reverse());
          const [first, second] = policy.thresholds;
          expect(first.confusion).toEqual(countConfusion(one, first.threshold, by));
          expect(second.confusion).toEqual(countConfusion(other, second.threshold, by));
          expect(policy.value).toBe(goalOf(sumOfConfusions([first.confusion, second.confusion])));
          const isAll = first.leftOut === null && second.leftOut === null;
          for (const rate of isAll ? RATES[strategy] : []) {
            expect(
              isWithin(
                [first, second].map(({ confusion }) => rate.of(confusion, 0)),
                allowed,
              ),
            ).toBe(true);
          }
          expect(isClose(policy.value, best)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('does so for three groups, whatever comes first', () => {
    const three = fc.tuple(someRows(6, 'never'), someRows(6, 'never'), someRows(6, 'never'));
    fc.assert(
      fc.property(three, rule, tolerance, (files, by, allowed) => {
        const [a, b, c] = groupsOf(...files);
        const orders = [
          [a, b, c],
          [a, c, b],
          [b, a, c],
          [b, c, a],
          [c, a, b],
          [c, b, a],
        ];
        for (const strategy of POLICY_STRATEGIES) {
          const fields = orders.map((groups) => policyField(groups, by, cost));
          const policies = fields.map((field) => groupPolicy(field, strategy, allowed));
          const byKey = (policy: Policy) =>
            policy.kind === 'none' ? policy : Object.fromEntries(policy.thresholds.map((each) => [each.key, each]));
          for (const policy of policies) expect(byKey(policy)).toEqual(byKey(policies[0]));
          const [policy] = policies;
          const best = bestByForce(
            files,
            by,
            ({ fp, fn }) => fp + 5 * fn,
            'lower',
            strategy,
            allowed,
            fields[0].shared,
          );
          if (policy.kind === 'none') {
            if (policy.reason !== 'fewerThanTwoGroups') expect(best).toBeNaN();
            else expect(files.filter((rows) => isComparable(rows, strategy)).length).toBeLessThan(2);
            continue;
          }
          expect(policy.isExact).toBe(true);
          expect(policy.value).toBe(best);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('says the least tolerance that equal accuracy can keep to where it cannot keep to the one asked for', () => {
    const pair = fc.tuple(someRows(8, 'never').filter(bothClasses), someRows(8, 'never').filter(bothClasses));
    fc.assert(
      fc.property(pair, fc.constantFrom(0, 0.05, 0.1), (files, allowed) => {
        const policy = groupPolicy(policyField(groupsOf(...files), '>=', cost), 'equalAccuracy', allowed);
        const [one, other] = files.map((rows) =>
          candidates(rows, '>=').map((each) => RATES_OF.accuracyParity[0].of(countConfusion(rows, each, '>='), each)),
        );
        const least = Math.min(...one.flatMap((first) => other.map((second) => Math.abs(first - second))));
        expect(policy.kind === 'none').toBe(least > allowed + 1e-12);
        if (policy.kind === 'none') {
          expect(policy).toEqual({
            kind: 'none',
            strategy: 'equalAccuracy',
            reason: 'toleranceTooSmall',
            nearest: least,
          });
        }
      }),
    );
  });

  const quotients: readonly Objective[] = [
    { kind: 'metric', id: 'f1' },
    { kind: 'fbeta', beta: 3 },
    { kind: 'metric', id: 'jaccard' },
    { kind: 'metric', id: 'cohenKappa' },
    { kind: 'metric', id: 'balancedAccuracy' },
    { kind: 'metric', id: 'accuracy' },
    { kind: 'netBenefit', pt: 0.2 },
  ];
  it.each(quotients)('finds the best value for all rows together, not group by group: %o', (objective) => {
    const pair = fc.tuple(someRows(10, 'never').filter(bothClasses), someRows(10, 'never').filter(bothClasses));
    fc.assert(
      fc.property(pair, rule, tolerance, (files, by, allowed) => {
        const field = policyField(groupsOf(...files), by, objective);
        for (const strategy of POLICY_STRATEGIES) {
          const policy = groupPolicy(field, strategy, allowed);
          if (policy.kind === 'none') continue;
          const best = bestByForce(files, by, field.goal!.value, field.goal!.better, strategy, allowed, field.shared);
          expect(isClose(policy.value, best)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives one threshold for all, and each its best, as one index would be given it', () => {
    fc.assert(
      fc.property(someRows(14, 'never'), someRows(14, 'never'), rule, (a, b, by) => {
        const field = policyField(groupsOf(a, b), by, cost);
        const each = groupPolicy(field, 'bestForEach', 0);
        if (each.kind === 'none') return;
        const all = rowsOf([...a.yTrue, ...b.yTrue], [...a.yScore, ...b.yScore]);
        const single = bestThreshold(indexOf(all), by, cost);
        expect(field.shared).toBe(single.kind === 'found' ? single.threshold : Number.NaN);
        for (const [at, rows] of [a, b].entries()) {
          const own = bestThreshold(indexOf(rows), by, cost);
          expect(each.thresholds[at].threshold).toBe(own.kind === 'found' ? own.threshold : Number.NaN);
        }
      }),
    );
  });

  it('finds the same equalized odds of two groups pair by pair and box by box', () => {
    const side = fc.array(fc.record({ up: fc.nat(2), right: fc.nat(2), cost: fc.nat(9) }), {
      minLength: 1,
      maxLength: 12,
    });
    const cuts = side.map((steps) => {
      const recalls = [0];
      const fprs = [0];
      for (const { up, right } of steps) {
        recalls.push(recalls.at(-1)! + up);
        fprs.push(fprs.at(-1)! + right);
      }
      const scaled = (values: number[]) => Float64Array.from(values, (value) => value / Math.max(1, values.at(-1)!));
      return {
        recalls: scaled(recalls),
        fprs: scaled(fprs),
        costs: Float64Array.from([9, ...steps.map((step) => step.cost)]),
      };
    });
    fc.assert(
      fc.property(cuts, cuts, tolerance, (a, b, allowed) => {
        // A third group that is the first again asks for nothing more and costs twice as much.
        const free = { ...a, costs: a.costs.map(() => 0) };
        expect(cheapestOdds([a, b, free], allowed).cost).toBe(cheapestOdds([a, b], allowed).cost);
      }),
    );
  });

  it('says so where it gives up', () => {
    const files = [1, 2, 3].map((seed) => {
      const yScore = Array.from({ length: 300 }, (_, i) => ((i * 7919 * seed) % 1009) / 1009);
      return rowsOf(
        yScore.map((score, i) => Number((i * seed * 31) % 17 < 17 * score)),
        yScore,
      );
    });
    const field = policyField(groupsOf(...files), '>=', cost);
    const whole = found(groupPolicy(field, 'equalizedOdds', 0.01));
    const hasty = found(groupPolicy(field, 'equalizedOdds', 0.01, 3));
    expect([whole.isExact, hasty.isExact]).toEqual([true, false]);
    expect(hasty.value).toBeGreaterThanOrEqual(whole.value);
  });
});

describe('groups that cannot be compared', () => {
  const mixed = rowsOf([1, 0, 1, 0, 0, 1], [0.9, 0.8, 0.7, 0.4, 0.3, 0.2]);
  const other = rowsOf([0, 1, 0, 1, 0, 0], [0.9, 0.85, 0.6, 0.5, 0.3, 0.1]);
  const onlyNegatives = rowsOf([0, 0], [0.6, 0.1]);

  it('have the threshold that is best for all, and the others theirs as if they were alone', () => {
    const field = policyField(groupsOf(mixed, onlyNegatives, other), '>=', cost);
    const policy = found(groupPolicy(field, 'equalTruePositiveRates', 0));
    expect(policy.thresholds.map(({ leftOut }) => leftOut)).toEqual([null, 'noPositives', null]);
    expect(policy.thresholds[1].threshold).toBe(field.shared);
    const alone = found(groupPolicy(policyField(groupsOf(mixed, other), '>=', cost), 'equalTruePositiveRates', 0));
    expect([0, 2].map((at) => policy.thresholds[at].threshold)).toEqual(
      alone.thresholds.map(({ threshold }) => threshold),
    );
  });

  it('are those without rows too', () => {
    const field = policyField(groupsOf(mixed, rowsOf([], []), other), '>=', cost);
    const policy = found(groupPolicy(field, 'equalSelectionRates', 0.1));
    expect(policy.thresholds[1]).toMatchObject({ threshold: field.shared, leftOut: 'noRows' });
  });

  it('leave nothing to choose where fewer than two remain', () => {
    const one = (groups: readonly PolicyGroup[], strategy: PolicyStrategy) =>
      groupPolicy(policyField(groups, '>=', cost), strategy, 0.1);
    expect(one(groupsOf(mixed), 'bestForEach')).toMatchObject({ kind: 'none', reason: 'fewerThanTwoGroups' });
    expect(one(groupsOf(mixed, onlyNegatives), 'equalizedOdds')).toMatchObject({ reason: 'fewerThanTwoGroups' });
    expect(one(groupsOf(mixed, onlyNegatives), 'equalSelectionRates')).toMatchObject({ kind: 'found' });
    expect(one([], 'oneForAll')).toMatchObject({ reason: 'fewerThanTwoGroups' });
  });

  it('a single row decides nothing for the others', () => {
    const policy = found(groupPolicy(policyField(groupsOf(rowsOf([1], [0.3]), mixed), '>=', cost), 'bestForEach', 0));
    expect(policy.thresholds[0]).toMatchObject({ threshold: 0.3, confusion: { tp: 1, fp: 0, fn: 0, tn: 0 } });
  });

  it('and goals that do not add up over groups, have no policy', () => {
    const none = { kind: 'none', strategy: 'bestForEach', reason: 'goalNotByGroup', nearest: Number.NaN };
    const objectives: Objective[] = [
      { kind: 'metric', id: 'matthewsCorrcoef' },
      { kind: 'metric', id: 'precision' },
      { kind: 'closestCorner' },
      { kind: 'flagTop', share: 0.1 },
      { kind: 'recallWithPrecision', minPrecision: 0.5 },
      { kind: 'cost', payoff: { tp: 0, fp: 1, fn: 1, tn: 0 }, amounts: { positives: 'a', negatives: null } },
    ];
    for (const objective of objectives) {
      expect(groupPolicy(policyField(groupsOf(mixed, other), '>=', objective), 'bestForEach', 0)).toEqual(none);
    }
    const f1: Objective = { kind: 'metric', id: 'f1' };
    const negatives = groupsOf(onlyNegatives, onlyNegatives);
    expect(groupPolicy(policyField(negatives, '>=', f1), 'bestForEach', 0)).toEqual(none);
  });

  it('neither do too many, two of one name, nor a tolerance that is none', () => {
    const many = Array.from({ length: MOST_POLICY_GROUPS + 1 }, (_, at) => ({ key: `${at}`, index: indexOf(mixed) }));
    expect(() => policyField(many, '>=', cost)).toThrow(RangeError);
    expect(() => policyField([many[0], many[0]], '>=', cost)).toThrow(RangeError);
    const field = policyField(many.slice(1), '>=', cost);
    expect(() => groupPolicy(field, 'bestForEach', Number.NaN)).toThrow(RangeError);
    expect(() => groupPolicy(field, 'bestForEach', -0.1)).toThrow(RangeError);
    expect(found(groupPolicy(field, 'equalizedOdds', 0)).thresholds).toHaveLength(MOST_POLICY_GROUPS);
  });
});

describe('German credit by sex', () => {
  const NAMES: Readonly<Partial<Record<PolicyStrategy, string>>> = {
    oneForAll: 'one threshold for all',
    bestForEach: 'a threshold per group',
    equalSelectionRates: 'demographic parity',
    equalTruePositiveRates: 'equal opportunity',
    equalizedOdds: 'equalized odds',
  };
  const { policies } = JSON.parse(readFileSync('tests/golden/fairness.json', 'utf8')) as {
    policies: Record<string, Record<string, { cost: number; thresholds: [number, number][] }>>;
  };
  const grid = Array.from({ length: 101 }, (_, i) => i / 100);

  it.each(['p_logreg', 'p_gboost'])('costs on the grid of hundredths what all pairs give, for %s', (score) => {
    const groups = germanGroups(score, 'validation', ['sex']);
    for (const [strategy, name] of Object.entries(NAMES) as [PolicyStrategy, string][]) {
      const policy = found(groupPolicy(policyField(groups, '>=', cost, grid), strategy, 0.02));
      expect(policy.value).toBe(policies[score][name].cost);
      expect(policies[score][name].thresholds).toContainEqual(policy.thresholds.map(({ threshold }) => threshold));
      const exact = found(groupPolicy(policyField(groups, '>=', cost), strategy, 0.02));
      expect(exact.value).toBeLessThanOrEqual(policy.value);
    }
  });
});
