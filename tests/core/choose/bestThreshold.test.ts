import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestThreshold, type Choice, type FoundThreshold } from '../../../src/core/choose/bestThreshold.ts';
import type { Objective } from '../../../src/core/choose/objective.ts';
import { admissibleThresholds } from '../../../src/core/choose/requirements.ts';
import { costOf } from '../../../src/core/cost/payoff.ts';
import { thresholdMetric, thresholdMetrics } from '../../../src/core/metrics/catalog.ts';
import type { Confusion, DecisionRule } from '../../../src/core/scores/confusion.ts';
import { arbitraryRows, rule, unitScore } from '../arbitraryRows.ts';
import { candidates, countConfusion, indexOf, type Rows, rowsOf } from '../rows.ts';

function found(choice: Choice): FoundThreshold {
  if (choice.kind === 'none') throw new Error(`None: ${choice.reason}`);
  return choice;
}

const best = (rows: Rows, objective: Objective, decisionRule: DecisionRule = '>=') =>
  bestThreshold(indexOf(rows), decisionRule, objective);

/** Scores 0.9, 0.8 … 0.1 in descending order for a string of + and −. */
function ranked(labels: string): Rows {
  const yTrue = [...labels].map((label) => (label === '+' ? 1 : 0));
  return rowsOf(
    yTrue,
    yTrue.map((_, i) => (9 - i) / 10),
  );
}

describe('a metric', () => {
  it('is at its best where the classes part', () => {
    const choice = found(best(ranked('+++--'), { kind: 'metric', id: 'f1' }));
    expect(choice).toMatchObject({
      threshold: 0.7,
      value: 1,
      confusion: { tp: 3, fp: 0, fn: 0, tn: 2 },
      runs: [{ low: 0.7, high: 0.7, count: 1 }],
    });
    expect([...choice.ties]).toEqual([0.7]);
    expect(choice.tiedAtCut).toBeUndefined();
  });

  it('is lowest where lower is better', () => {
    const choice = found(best(ranked('+-+-'), { kind: 'metric', id: 'negativeLikelihoodRatio' }));
    expect([choice.threshold, choice.value]).toEqual([0.7, 0]);
  });

  it('can be best at an infinite value', () => {
    const choice = found(best(ranked('++-+'), { kind: 'metric', id: 'positiveLikelihoodRatio' }));
    expect([...choice.ties]).toEqual([0.9, 0.8]);
    expect(choice.value).toBe(Infinity);
  });

  it('may be best at flagging nobody, or everybody', () => {
    expect(best(ranked('--+'), { kind: 'metric', id: 'accuracy' })).toMatchObject({ threshold: Infinity });
    expect(best(ranked('--+'), { kind: 'metric', id: 'accuracy' }, '>')).toMatchObject({ threshold: 0.9 });
    expect(best(ranked('-+++'), { kind: 'metric', id: 'accuracy' })).toMatchObject({ threshold: 0.6 });
    expect(best(ranked('-+++'), { kind: 'metric', id: 'accuracy' }, '>')).toMatchObject({ threshold: -Infinity });
  });

  it('without a better direction has no best', () => {
    expect(() => best(ranked('+-'), { kind: 'metric', id: 'selectionRate' })).toThrow(RangeError);
  });

  it.each<[string, Rows, Parameters<typeof thresholdMetric>[0], string]>([
    ['without rows', rowsOf([], []), 'f1', 'noRows'],
    ['without positives', ranked('--'), 'recall', 'noPositives'],
    ['without positives', ranked('--'), 'balancedAccuracy', 'noPositives'],
    ['without negatives', ranked('++'), 'specificity', 'noNegatives'],
    ['with one score', rowsOf([1, 0], [0.5, 0.5]), 'matthewsCorrcoef', 'metricUndefined'],
    ['with scores that are no probabilities', rowsOf([1, 0], [3, 2]), 'netBenefit', 'metricUndefined'],
  ])('has no best where it has no value: %s', (_, rows, id, reason) => {
    expect(best(rows, { kind: 'metric', id })).toEqual({ kind: 'none', reason, nearest: NaN });
  });
});

describe('equally good thresholds', () => {
  const missesCostNothing: Objective = { kind: 'cost', payoff: { tp: 0, fp: 1, fn: 0, tn: 0 } };

  it('are all listed, the middle one is taken', () => {
    // Nobody, 0.9, 0.8, 0.7 and 0.6 all cost nothing.
    const choice = found(best(ranked('++++-'), missesCostNothing));
    expect([...choice.ties]).toEqual([Infinity, 0.9, 0.8, 0.7, 0.6]);
    expect(choice.runs).toEqual([{ low: 0.6, high: Infinity, count: 5 }]);
    expect(choice.threshold).toBe(0.8);
  });

  it('of even number give the higher of the two in the middle', () => {
    expect(found(best(ranked('+++-'), missesCostNothing)).threshold).toBe(0.9);
    expect(found(best(ranked('+-'), missesCostNothing)).threshold).toBe(Infinity);
  });

  it('need not be neighbours: the longest run counts, and of equally long ones the highest', () => {
    // tp − fp: 0 1 0 1 | accuracy is best after the first and the third row.
    const even = found(best(ranked('+-+-'), { kind: 'metric', id: 'accuracy' }));
    expect(even.runs).toEqual([
      { low: 0.9, high: 0.9, count: 1 },
      { low: 0.7, high: 0.7, count: 1 },
    ]);
    expect(even.threshold).toBe(0.9);

    const onlyMisses: Objective = { kind: 'cost', payoff: { tp: -1, fp: 1, fn: 0, tn: 0 } };
    // A tie of both classes at 0.1 changes nothing: the lower run is the longer one.
    const rows = rowsOf([1, 0, 1, 1, 0], [0.9, 0.8, 0.7, 0.1, 0.1]);
    const longer = found(best(rows, onlyMisses));
    expect(longer.runs).toEqual([
      { low: 0.9, high: 0.9, count: 1 },
      { low: 0.1, high: 0.7, count: 2 },
    ]);
    expect(longer.threshold).toBe(0.7);
  });

  it.each([
    [0, -0.9e-12, 2],
    [0, -1.1e-12, 1],
    [1e6, 1e6 - 0.9e-6, 2],
    [1e6, 1e6 - 1.1e-6, 1],
    [-1e6, -1e6 - 0.9e-6, 2],
    [-1e6, -1e6 - 1.1e-6, 1],
  ])('are those within 1e-12, relative above 1: of costs %d and %d there are %d', (fn, tp, count) => {
    const choice = found(best(ranked('+'), { kind: 'cost', payoff: { tp, fp: 0, fn, tn: 0 } }));
    expect(choice.ties).toHaveLength(count);
  });

  it('are those within a rounding error', () => {
    // 0.1 + 0.2 of weight on one side, 0.3 on the other.
    const rows = rowsOf([1, 0, 0], [0.9, 0.8, 0.7], [0.30000000000000004, 0.1, 0.2]);
    const choice = found(best(rows, { kind: 'cost', payoff: { tp: -1, fp: 1, fn: 0, tn: 0 } }));
    expect([...choice.ties]).toEqual([0.9]);
    const balance = found(best(rows, { kind: 'cost', payoff: { tp: 1, fp: -1, fn: 0, tn: 0 } }));
    expect([...balance.ties]).toEqual([Infinity, 0.7]);
  });
});

describe('cost', () => {
  it('is the lowest total', () => {
    const choice = found(best(ranked('+-+--+'), { kind: 'cost', payoff: { tp: 0, fp: 1, fn: 5, tn: 0 } }));
    expect(choice).toMatchObject({ threshold: 0.4, value: 3 });
    const cheapMisses = found(best(ranked('+-+--+'), { kind: 'cost', payoff: { tp: 0, fp: 5, fn: 1, tn: 0 } }));
    expect(cheapMisses).toMatchObject({ threshold: 0.9, value: 2 });
  });

  it('refuses prices that are no numbers', () => {
    for (const fp of [Number.NaN, Infinity]) {
      expect(() => best(ranked('+-'), { kind: 'cost', payoff: { tp: 0, fp, fn: 1, tn: 0 } })).toThrow(RangeError);
    }
  });
});

describe('recall with a precision', () => {
  it('finds as many positives as the bound allows, with no false alarm that finds none', () => {
    // Precision 1, 1, 2/3, 3/4, 3/5, 3/6: after the fourth row only false alarms come, which 0.5 would still allow.
    const choice = found(best(ranked('++-+--'), { kind: 'recallWithPrecision', minPrecision: 0.5 }));
    expect(choice).toMatchObject({ threshold: 0.6, value: 1, confusion: { tp: 3, fp: 1 } });
    expect(best(ranked('++-+--'), { kind: 'recallWithPrecision', minPrecision: 0.75 })).toMatchObject({
      threshold: 0.6,
    });
    expect(best(ranked('++-+--'), { kind: 'recallWithPrecision', minPrecision: 0.76 })).toMatchObject({
      threshold: 0.8,
    });
  });

  it('is none where the precision cannot be reached, and says how near one gets', () => {
    const unreachable = best(ranked('-+-+'), { kind: 'recallWithPrecision', minPrecision: 0.6 });
    expect(unreachable).toEqual({ kind: 'none', reason: 'precisionUnreachable', nearest: 0.5 });
    const onlyNegatives = best(ranked('--'), { kind: 'recallWithPrecision', minPrecision: 0.1 });
    expect(onlyNegatives).toEqual({ kind: 'none', reason: 'noPositives', nearest: NaN });
  });
});

describe('precision with a recall', () => {
  it('is as precise as the bound allows, and of equally precise cuts finds most', () => {
    // Precision by cut: 0, 1/2, 1/3, 2/4.
    const choice = found(best(ranked('-+-+'), { kind: 'precisionWithRecall', minRecall: 0.5 }));
    expect(choice).toMatchObject({ threshold: 0.6, value: 0.5, confusion: { tp: 2, fp: 2 } });
    expect(best(ranked('++--+'), { kind: 'precisionWithRecall', minRecall: 0.6 })).toMatchObject({ threshold: 0.8 });
    expect(best(ranked('++--+'), { kind: 'precisionWithRecall', minRecall: 0.7 })).toMatchObject({ threshold: 0.5 });
  });

  it('is none beyond 1', () => {
    const impossible = best(ranked('+-'), { kind: 'precisionWithRecall', minRecall: 1.1 });
    expect(impossible).toEqual({ kind: 'none', reason: 'recallUnreachable', nearest: 1 });
  });
});

describe('flagging the top share', () => {
  const tied = rowsOf([1, 0, 1, 0, 0, 1, 0, 0, 0, 0], [0.9, 0.8, 0.8, 0.8, 0.5, 0.4, 0.3, 0.2, 0.1, 0]);

  it('takes the highest scores that fit', () => {
    expect(best(tied, { kind: 'flagTop', share: 0.5 })).toMatchObject({
      threshold: 0.5,
      value: 0.5,
      confusion: { tp: 2, fp: 3 },
    });
    expect(best(tied, { kind: 'flagTop', share: 0.55 })).not.toHaveProperty('tiedAtCut');
    expect(best(tied, { kind: 'flagTop', share: 1 })).toMatchObject({ threshold: 0, value: 1 });
    expect(best(tied, { kind: 'flagTop', share: 0 })).toMatchObject({ threshold: Infinity, value: 0 });
  });

  it('never cuts a tie in two, and says so', () => {
    for (const decisionRule of ['>=', '>'] as const) {
      const choice = found(best(tied, { kind: 'flagTop', share: 0.3 }, decisionRule));
      expect(choice.threshold).toBe(decisionRule === '>=' ? 0.9 : 0.8);
      expect(choice.tiedAtCut).toEqual({ rows: 3, wanted: 3, flagged: 1, withThem: 4 });
    }
    // Two rows of either class are flagged already when the tie comes.
    const later = rowsOf([0, 1, 0, 1, 1, 0], [0.9, 0.8, 0.7, 0.7, 0.7, 0.1]);
    expect(found(best(later, { kind: 'flagTop', share: 0.5 })).tiedAtCut).toEqual({
      rows: 3,
      wanted: 3,
      flagged: 2,
      withThem: 5,
    });
    const nobody = found(best(rowsOf([1, 0], [0.5, 0.5]), { kind: 'flagTop', share: 0.5 }));
    expect(nobody).toMatchObject({ threshold: Infinity, tiedAtCut: { rows: 2, wanted: 1, flagged: 0 } });
  });

  it('says nothing of a tie that is not what stands in the way', () => {
    expect(best(tied, { kind: 'flagTop', share: 0.19 })).not.toHaveProperty('tiedAtCut');
    expect(best(tied, { kind: 'flagTop', share: 0.1 })).not.toHaveProperty('tiedAtCut');
  });

  it('counts weight, not rows, where there are weights', () => {
    const rows = rowsOf([1, 0, 1], [0.9, 0.5, 0.1], [2, 1, 1]);
    expect(best(rows, { kind: 'flagTop', share: 0.5 })).toMatchObject({ threshold: 0.9, value: 0.5 });
    expect(best(rows, { kind: 'flagTop', share: 0.4 })).toMatchObject({ threshold: Infinity, value: 0 });
  });

  it('refuses a share that is none', () => {
    for (const share of [-0.1, 1.1, 20, NaN]) {
      expect(() => best(tied, { kind: 'flagTop', share })).toThrow(RangeError);
    }
  });
});

/** The same by looking at every candidate, each counted from the rows. */
function byBruteForce(
  rows: Rows,
  objective: Objective,
  decisionRule: DecisionRule,
  isAllowed: (confusion: Confusion) => boolean = () => true,
) {
  const all = candidates(rows, decisionRule).map((threshold) => ({
    threshold: threshold + 0,
    confusion: countConfusion(rows, threshold, decisionRule),
  }));
  const cuts = all.filter(({ confusion }) => isAllowed(confusion));
  type Cut = (typeof cuts)[number];
  const measure = (id: Parameters<typeof thresholdMetric>[0]) => (cut: Cut) =>
    thresholdMetric(id).of(cut.confusion, cut.threshold);
  const flagged = ({ tp, fp }: Confusion) => tp + fp;
  const isTied = (a: number, b: number) => a === b || Math.abs(a - b) / Math.max(1, Math.abs(b)) <= 1e-12;
  const topBy = (some: Cut[], value: (cut: Cut) => number, sign = 1) => {
    const defined = some.filter((cut) => !Number.isNaN(value(cut)));
    const top = sign * Math.max(...defined.map((cut) => sign * value(cut)));
    return defined.filter((cut) => isTied(value(cut), top));
  };
  const winners = ((): Cut[] => {
    switch (objective.kind) {
      case 'metric':
        return topBy(cuts, measure(objective.id), thresholdMetric(objective.id).better === 'lower' ? -1 : 1);
      case 'cost':
        return topBy(cuts, ({ confusion }) => costOf(confusion, objective.payoff), -1);
      case 'fbeta':
        return topBy(cuts, ({ confusion: { tp, fp, fn } }) => {
          const weight = objective.beta ** 2;
          return ((1 + weight) * tp) / ((1 + weight) * tp + weight * fn + fp);
        });
      case 'closestCorner':
        return topBy(
          cuts,
          ({ confusion: { tp, fp, fn, tn } }) => Math.sqrt((fn / (tp + fn)) ** 2 + (fp / (fp + tn)) ** 2),
          -1,
        );
      case 'netBenefit':
        return topBy(cuts, ({ confusion: { tp, fp, fn, tn } }) => {
          const n = tp + fp + fn + tn;
          return tp / n - (fp / n) * (objective.pt / (1 - objective.pt));
        });
      case 'recallWithPrecision': {
        const met = cuts.filter((cut) => measure('precision')(cut) >= objective.minPrecision);
        return topBy(topBy(met, measure('recall')), measure('precision'));
      }
      case 'precisionWithRecall': {
        const met = cuts.filter((cut) => measure('recall')(cut) >= objective.minRecall);
        return topBy(topBy(met, measure('precision')), measure('recall'));
      }
      case 'flagCount': {
        const fitting = cuts.filter(({ confusion }) => flagged(confusion) <= objective.count * (1 + 1e-12));
        return topBy(fitting, ({ confusion }) => flagged(confusion));
      }
      case 'flagTop': {
        const everybody = flagged(countConfusion(rows, -Infinity, '>='));
        const limit = objective.share * everybody * (1 + 1e-12);
        const fitting = cuts.filter(({ confusion }) => flagged(confusion) <= limit);
        return topBy(fitting, ({ confusion }) => flagged(confusion));
      }
    }
  })();
  if (winners.length === 0) return null;

  const runs: Cut[][] = [];
  for (const cut of all) {
    if (!winners.includes(cut)) continue;
    const previous = all[all.indexOf(cut) - 1];
    if (runs.length > 0 && runs[runs.length - 1].includes(previous)) runs[runs.length - 1].push(cut);
    else runs.push([cut]);
  }
  const longest = runs.filter(({ length }) => length === Math.max(...runs.map((run) => run.length)))[0];
  const { threshold, confusion } = longest[Math.ceil(longest.length / 2) - 1];
  return {
    threshold,
    confusion,
    ties: winners.map((cut) => cut.threshold),
    runs: runs.map((run) => ({ high: run[0].threshold, low: run[run.length - 1].threshold, count: run.length })),
  };
}

describe('a number of cases to flag', () => {
  it('says how many too few there are, and how many too many with the tie at the cut', () => {
    const rows = rowsOf([1, 0, 1, 0, 0], [0.9, 0.5, 0.5, 0.5, 0.1]);
    const choice = found(best(rows, { kind: 'flagCount', count: 3 }));
    expect(choice).toMatchObject({ threshold: 0.9, confusion: { tp: 1, fp: 0 } });
    expect(choice.tiedAtCut).toEqual({ rows: 3, wanted: 3, flagged: 1, withThem: 4 });
    expect(found(best(rows, { kind: 'flagCount', count: 4 })).tiedAtCut).toBeUndefined();
  });

  it('flags everybody where there is room for all, and nobody where there is none', () => {
    expect(best(ranked('+-+'), { kind: 'flagCount', count: 1000 })).toMatchObject({
      threshold: 0.7,
      confusion: { tp: 2, fp: 1, fn: 0, tn: 0 },
    });
    expect(best(ranked('+-+'), { kind: 'flagCount', count: 0 })).toMatchObject({ threshold: Infinity });
  });
});

describe('an objective that is none', () => {
  it.each<Objective>([
    { kind: 'flagCount', count: -1 },
    { kind: 'flagCount', count: Number.NaN },
    { kind: 'flagTop', share: 1.1 },
    { kind: 'fbeta', beta: 0 },
    { kind: 'fbeta', beta: Infinity },
    { kind: 'netBenefit', pt: 1 },
    { kind: 'netBenefit', pt: -0.1 },
    { kind: 'cost', payoff: { tp: 0, fp: Infinity, fn: 1, tn: 0 } },
  ])('%j is refused', (objective) => {
    expect(() => best(ranked('+-'), objective)).toThrow(RangeError);
  });

  it('has no answer where a class it needs is absent', () => {
    expect(best(ranked('--'), { kind: 'closestCorner' })).toMatchObject({ kind: 'none', reason: 'noPositives' });
    expect(best(ranked('++'), { kind: 'closestCorner' })).toMatchObject({ kind: 'none', reason: 'noNegatives' });
  });
});

describe('the net benefit at a probability', () => {
  it('is best where the cost is lowest of false alarms that cost the odds and hits that earn 1', () => {
    const pts = fc.constantFrom(0, 0.05, 0.2, 0.5, 0.8);
    fc.assert(
      fc.property(arbitraryRows({ minLength: 1, weights: 'never' }), pts, rule, (rows, pt, decisionRule) => {
        const benefit = found(best(rows, { kind: 'netBenefit', pt }, decisionRule));
        const payoff = { tp: -1, fp: pt / (1 - pt), fn: 0, tn: 0 };
        const cost = found(best(rows, { kind: 'cost', payoff }, decisionRule));
        expect(benefit.value).toBeCloseTo(-cost.value / rows.yTrue.length, 12);
        expect([...cost.ties]).toEqual(expect.arrayContaining([benefit.threshold]));
      }),
    );
  });
});

describe('against brute force', () => {
  const share = fc.constantFrom(0, 0.1, 0.25, 1 / 3, 0.5, 0.6, 2 / 3, 0.75, 1);
  const price = fc.constantFrom(-2, 0, 0.5, 1, 5, 100);
  const ids = thresholdMetrics.filter(({ better }) => better !== 'neither').map(({ id }) => id);
  const objective: fc.Arbitrary<Objective> = fc.oneof(
    fc.record({ kind: fc.constant('metric' as const), id: fc.constantFrom(...ids) }),
    fc.record({
      kind: fc.constant('cost' as const),
      payoff: fc.record({ tp: price, fp: price, fn: price, tn: price }),
    }),
    fc.record({ kind: fc.constant('recallWithPrecision' as const), minPrecision: share }),
    fc.record({ kind: fc.constant('precisionWithRecall' as const), minRecall: share }),
    fc.record({ kind: fc.constant('flagTop' as const), share }),
    fc.record({ kind: fc.constant('flagCount' as const), count: fc.constantFrom(0, 1, 2, 2.5, 3, 7, 1e12) }),
    fc.record({ kind: fc.constant('fbeta' as const), beta: fc.constantFrom(0.1, 0.5, 1, 1.7, 10) }),
    fc.record({ kind: fc.constant('closestCorner' as const) }),
    fc.record({ kind: fc.constant('netBenefit' as const), pt: fc.constantFrom(0, 0.1, 0.2, 0.5, 0.9) }),
  );
  const score = fc.oneof(unitScore, fc.constantFrom(-1, 2, -0));

  it('finds the same threshold, ties and runs for every objective, or rightly none', () => {
    fc.assert(
      fc.property(arbitraryRows({ score, minLength: 1 }), objective, rule, (rows, someObjective, decisionRule) => {
        fc.pre(rows.sampleWeight === null || rows.sampleWeight.some((weight) => weight > 0));
        const expected = byBruteForce(rows, someObjective, decisionRule);
        const choice = best(rows, someObjective, decisionRule);
        expect(choice.kind).toBe(expected === null ? 'none' : 'found');
        if (expected === null || choice.kind === 'none') return;
        expect({
          threshold: choice.threshold,
          confusion: choice.confusion,
          ties: [...choice.ties],
          runs: choice.runs,
        }).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('looks only at the cuts that are allowed, where some are', () => {
    const least = fc.constantFrom(0, 0.3, 0.5, 0.8, 1);
    const given = fc.tuple(
      arbitraryRows({ score, minLength: 1, weights: 'never' }),
      least,
      fc.constantFrom(1, 4, 8, 24),
    );
    fc.assert(
      fc.property(given, objective, rule, ([rows, minRecall, most], someObjective, decisionRule) => {
        const common = { byInterval: false, isOn: true };
        const { runs } = admissibleThresholds(
          indexOf(rows),
          decisionRule,
          [
            { ...common, measure: 'recall', bound: 'atLeast', value: minRecall },
            { ...common, measure: 'flagged', bound: 'atMost', value: most },
          ],
          { payoff: { tp: 0, fp: 1, fn: 1, tn: 0 }, production: { baseRate: 0.5, cases: 1 } },
        );
        const expected = byBruteForce(rows, someObjective, decisionRule, ({ tp, fp, fn }) => {
          return tp / (tp + fn) >= minRecall - 1e-12 && tp + fp <= most;
        });
        const choice = bestThreshold(indexOf(rows), decisionRule, someObjective, runs);
        // The worst value there is, such as an infinite likelihood ratio of negatives, is no best.
        if (expected !== null && someObjective.kind === 'metric') {
          const value = thresholdMetric(someObjective.id).of(expected.confusion, expected.threshold);
          fc.pre(Number.isFinite(value) || thresholdMetric(someObjective.id).better === 'higher');
        }
        expect(choice.kind).toBe(expected === null ? 'none' : 'found');
        if (expected === null || choice.kind === 'none') return;
        expect({
          threshold: choice.threshold,
          confusion: choice.confusion,
          ties: [...choice.ties],
          runs: choice.runs,
        }).toEqual(expected);
        if (choice.tiedAtCut === undefined) return;
        expect(choice.tiedAtCut.withThem).toBeGreaterThan(choice.tiedAtCut.wanted);
      }),
      { numRuns: 2000 },
    );
  });

  it('is none where no cut is allowed', () => {
    for (const kind of ['cost', 'metric', 'pair', 'flag'] as const) {
      const someObjective: Objective =
        kind === 'cost'
          ? { kind, payoff: { tp: 0, fp: 1, fn: 1, tn: 0 } }
          : kind === 'metric'
            ? { kind, id: 'f1' }
            : kind === 'pair'
              ? { kind: 'precisionWithRecall', minRecall: 0 }
              : { kind: 'flagTop', share: 1 };
      expect(bestThreshold(indexOf(ranked('+-')), '>=', someObjective, [])).toEqual({
        kind: 'none',
        reason: 'requirementsUnmet',
        nearest: NaN,
      });
    }
  });
});
