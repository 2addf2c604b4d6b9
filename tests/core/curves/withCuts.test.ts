import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestThreshold } from '../../../src/core/choose/bestThreshold.ts';
import { betterOf, goalValue, type Objective } from '../../../src/core/choose/objective.ts';
import { buildCuts, type Cuts } from '../../../src/core/curves/cuts.ts';
import { buildDrawnCuts } from '../../../src/core/curves/decimate.ts';
import { thresholdSweep } from '../../../src/core/curves/thresholdSweep.ts';
import { withCuts } from '../../../src/core/curves/withCuts.ts';
import { predictions } from '../../bench/random.ts';
import { arbitraryRows, rule, thresholdFor } from '../arbitraryRows.ts';
import { countConfusion, indexOf, type Rows } from '../rows.ts';

/** Only some of the cuts, the ends among them. */
function thinned(cuts: Cuts, every: number): Cuts {
  const last = cuts.thresholds.length - 1;
  const isKept = (_: number, place: number) => place % every === 0 || place === last;
  return {
    ...cuts,
    thresholds: cuts.thresholds.filter(isKept),
    tps: cuts.tps.filter(isKept),
    fps: cuts.fps.filter(isKept),
  };
}

const rowsAndThreshold = arbitraryRows({ minLength: 1 }).chain((rows) =>
  fc.tuple(fc.constant(rows), thresholdFor(rows)),
);

it('adds the very cut a threshold makes and the one below it, and changes no other', () => {
  fc.assert(
    fc.property(rowsAndThreshold, fc.integer({ min: 1, max: 6 }), rule, ([rows, threshold], every, decisionRule) => {
      const index = indexOf(rows);
      const all = buildCuts(index);
      const few = thinned(all, every);
      const more = withCuts(few, index, threshold, decisionRule);
      const places = Array.from(more.thresholds, (score) => all.thresholds.indexOf(score));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(new Set(places).size).toBe(places.length);
      expect(places).not.toContain(-1);
      expect(Array.from(few.thresholds).every((score) => more.thresholds.includes(score))).toBe(true);
      expect([...more.tps]).toEqual(places.map((place) => all.tps[place]));
      expect([...more.fps]).toEqual(places.map((place) => all.fps[place]));
      const { tp, fp } = countConfusion(rows, threshold, decisionRule);
      expect(more.tps.some((_, place) => more.tps[place] === tp && more.fps[place] === fp)).toBe(true);
    }),
  );
});

describe('fault 9: the optimum shown is not the optimum of the curve drawn beside it', () => {
  const rows: Rows = { ...predictions(20_000, { seed: 3 }), sampleWeight: null };
  const index = indexOf(rows);
  const drawn = buildDrawnCuts(index);
  const objectives: readonly Objective[] = [
    { kind: 'cost', payoff: { tp: -2, fp: 1, fn: 5, tn: 0 } },
    { kind: 'metric', id: 'matthewsCorrcoef' },
    { kind: 'metric', id: 'cohenKappa' },
    { kind: 'metric', id: 'youdenJ' },
    { kind: 'fbeta', beta: 1.7 },
    { kind: 'closestCorner' },
    { kind: 'netBenefit', pt: 0.2 },
    { kind: 'recallWithPrecision', minPrecision: 0.6 },
    { kind: 'precisionWithRecall', minRecall: 0.6 },
    { kind: 'flagTop', share: 0.0777 },
    { kind: 'flagCount', count: 1234 },
  ];

  it.each(objectives)('%j: its curve has the optimum as a vertex, and none that is better', (objective) => {
    expect(drawn.thresholds.length).toBeLessThan(rows.yTrue.length / 2);
    for (const decisionRule of ['>=', '>'] as const) {
      const choice = bestThreshold(index, decisionRule, objective);
      if (choice.kind === 'none') throw new Error(choice.reason);
      const cuts = withCuts(drawn, index, choice.threshold, decisionRule);
      const { thresholds, values } = thresholdSweep(cuts, { of: goalValue(objective) }, decisionRule);
      const at = thresholds.findIndex((threshold, i) => threshold === choice.threshold && values[i] === choice.value);
      expect(at).toBeGreaterThanOrEqual(0);
      const sign = betterOf(objective) === 'higher' ? 1 : -1;
      const better = values.filter((value) => sign * value > sign * choice.value + 1e-9);
      expect([...better]).toEqual([]);
    }
  });
});

describe('an optimum', () => {
  const objective = fc.constantFrom<Objective>(
    { kind: 'cost', payoff: { tp: -2, fp: 1, fn: 5, tn: 0 } },
    { kind: 'cost', payoff: { tp: 0, fp: 7, fn: 1, tn: 0 } },
    { kind: 'metric', id: 'f1' },
    { kind: 'metric', id: 'accuracy' },
    { kind: 'metric', id: 'youdenJ' },
    { kind: 'metric', id: 'matthewsCorrcoef' },
    { kind: 'closestCorner' },
    { kind: 'netBenefit', pt: 0.2 },
    { kind: 'recallWithPrecision', minPrecision: 0.6 },
    { kind: 'precisionWithRecall', minRecall: 0.6 },
    { kind: 'flagTop', share: 0.3 },
  );

  it('is a vertex of the curves drawn, however many cuts are left out of them', () => {
    fc.assert(
      fc.property(
        arbitraryRows({ minLength: 2 }),
        fc.integer({ min: 1, max: 6 }),
        rule,
        objective,
        (rows, every, decisionRule, goal) => {
          const index = indexOf(rows);
          const choice = bestThreshold(index, decisionRule, goal);
          fc.pre(choice.kind === 'found');
          if (choice.kind !== 'found') return;
          const { tp, fp } = choice.confusion;
          const cuts = withCuts(thinned(buildCuts(index), every), index, choice.threshold, decisionRule);
          expect(cuts.tps.some((_, at) => cuts.tps[at] === tp && cuts.fps[at] === fp)).toBe(true);
          // By threshold a curve goes from the least to the greatest score: flagging none at ∞, or all at −∞, lies beyond it.
          if (!Number.isFinite(choice.threshold)) return;
          const { thresholds, values } = thresholdSweep(cuts, { of: goalValue(goal) }, decisionRule);
          expect([...thresholds].some((each, at) => each === choice.threshold && values[at] === choice.value)).toBe(
            true,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});
