import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Required } from '../../../src/core/choose/admission.ts';
import { bestThreshold } from '../../../src/core/choose/bestThreshold.ts';
import type { Objective } from '../../../src/core/choose/objective.ts';
import { admissibleThresholds, type Requirement, runAt } from '../../../src/core/choose/requirements.ts';
import { type SafeRange, safeRange } from '../../../src/core/choose/safeRange.ts';
import { Random } from '../../../src/core/intervals/random.ts';
import type { DecisionRule } from '../../../src/core/scores/confusion.ts';
import { buildScoreIndex, type ScoreIndex } from '../../../src/core/scores/scoreIndex.ts';
import { goldenRows } from '../../golden/readGolden.ts';
import { finished } from '../finished.ts';

const F1: Objective = { kind: 'metric', id: 'f1' };
const COST: Extract<Objective, { kind: 'cost' }> = { kind: 'cost', payoff: { tp: 0, fp: 1, fn: 5, tn: 0 } };
const indexOf = (yTrue: readonly number[], yScore: readonly number[], weights?: readonly number[]) =>
  buildScoreIndex(Uint8Array.from(yTrue), Float64Array.from(yScore), weights ? Float64Array.from(weights) : null);
/** Rows whose positives score higher on the whole. */
function mixed(count: number): ScoreIndex {
  const random = new Random(5);
  const yTrue = Array.from({ length: count }, () => (random.uniform() < 0.4 ? 1 : 0));
  return indexOf(
    yTrue,
    yTrue.map((label) => random.uniform() + 0.4 * label),
  );
}
const find = (index: ScoreIndex, objective: Objective, rule: DecisionRule = '>=', replicates = 300) =>
  finished(safeRange(index, rule, objective, 'none', { replicates }));

function found(index: ScoreIndex, objective: Objective, rule: DecisionRule = '>=', replicates = 300): SafeRange {
  const answer = find(index, objective, rule, replicates);
  if (answer.kind !== 'found') throw new Error(answer.kind);
  return answer;
}

const holds = ({ stretches }: SafeRange, threshold: number, rule: DecisionRule) =>
  stretches.some(({ low, high }) =>
    rule === '>=' ? threshold > low && threshold <= high : threshold >= low && threshold < high,
  );

describe('safeRange', () => {
  it('finds the best threshold of German credit and what is as good', () => {
    for (const [score, best, cost] of [
      ['p_logreg', 0.24103, 129],
      ['p_gboost', 0.13628, 121],
    ] as const) {
      const where = { split: 'validation' };
      const { yTrue, yScore } = goldenRows('german_credit', {
        name: '',
        where,
        label: 'class',
        positive: 'bad',
        score,
      } as never);
      const answer = found(buildScoreIndex(yTrue, yScore), COST, '>=', 1000);
      expect(answer.best).toBeCloseTo(best, 4);
      expect(answer.value).toBe(cost);
      expect(holds(answer, answer.best, '>=') && holds(answer, answer.decimal, '>=')).toBe(true);
      expect(answer.threshold.low).toBeLessThanOrEqual(answer.best);
      expect(answer.threshold.high).toBeGreaterThanOrEqual(answer.best);
    }
  });

  it('always holds the best threshold and the decimal, under both rules', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 15 })), {
      minLength: 4,
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom<DecisionRule>('>=', '>'),
        fc.constantFrom(F1, COST),
        (drawn, rule, objective) => {
          const index = indexOf(
            drawn.map(([label]) => label),
            drawn.map(([, score]) => score / 16),
          );
          const choice = bestThreshold(index, rule, objective);
          const answer = find(index, objective, rule, 30);
          expect(answer.kind).toBe(choice.kind);
          if (answer.kind !== 'found' || choice.kind !== 'found') return;
          expect(answer.best).toBe(choice.threshold);
          const { low, high } = answer.stretches[0];
          expect(low).toBeLessThan(high);
          if (Number.isFinite(answer.best)) expect(holds(answer, answer.best, rule)).toBe(true);
          if (!Number.isNaN(answer.decimal)) expect(holds(answer, answer.decimal, rule)).toBe(true);
          answer.stretches.slice(1).forEach((stretch, i) => {
            expect(stretch.low).toBeGreaterThanOrEqual(answer.stretches[i].high);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is narrow where every other threshold is plainly worse', () => {
    const half = Array.from({ length: 500 }, (_, i) => i / 1000);
    const index = indexOf([...half.map(() => 0), ...half.map(() => 1)], [...half, ...half.map((score) => score + 0.5)]);
    const answer = found(index, { kind: 'metric', id: 'accuracy' });
    expect(answer.best).toBe(0.5);
    expect(answer.stretches).toHaveLength(1);
    expect(answer.stretches[0].low).toBeGreaterThan(0.48);
    expect(answer.stretches[0].high).toBeLessThan(0.52);
    expect(answer.decimal).toBe(0.5);
  });

  it('leaves a valley between two equally good thresholds open', () => {
    // Positives at 0.9 and 0.3, negatives at 0.6 and 0.1: flagging from 0.3 or from 0.9 on cost the same, from 0.6 on much more.
    const random = new Random(2);
    const around = (centre: number, count: number) =>
      Array.from({ length: count }, () => centre + 0.05 * random.uniform());
    const scores = [...around(0.9, 200), ...around(0.3, 200), ...around(0.6, 200), ...around(0.1, 400)];
    const index = indexOf(
      scores.map((_, i) => (i < 400 ? 1 : 0)),
      scores,
    );
    const answer = found(index, { kind: 'cost', payoff: { tp: 0, fp: 1, fn: 1, tn: 0 } }, '>=', 1000);
    expect(holds(answer, 0.28, '>=') && holds(answer, 0.88, '>=')).toBe(true);
    expect(holds(answer, 0.58, '>=')).toBe(false);
    expect(answer.stretches).toHaveLength(2);
  });

  it('is the same on every run', () => {
    const random = new Random(6);
    const scores = Array.from({ length: 3000 }, () => random.uniform());
    const index = indexOf(
      scores.map((score) => (random.uniform() < score ? 1 : 0)),
      scores,
    );
    const answer = found(index, F1);
    expect(answer.isComplete).toBe(false);
    expect(found(index, F1)).toEqual(answer);
    expect(answer.best).toBe((bestThreshold(index, '>=', F1) as { threshold: number }).threshold);
  });

  it('mirrors under the other rule', () => {
    const random = new Random(12);
    const scores = Array.from({ length: 80 }, () => Math.round(40 * random.uniform()) / 40);
    const labels = scores.map((score) => (random.uniform() < score ? 1 : 0));
    const one = found(indexOf(labels, scores), F1, '>=');
    const other = found(indexOf(labels, scores), F1, '>');
    expect(other.stretches).toEqual(one.stretches);
    expect(other.value).toBe(one.value);
  });

  it('draws rows with their weights', () => {
    const random = new Random(3);
    const scores = Array.from({ length: 200 }, () => random.uniform());
    const labels = scores.map((score) => (random.uniform() < score ? 1 : 0));
    const weights = scores.map(() => 0.5 + random.uniform());
    const index = indexOf(labels, scores, weights);
    const answer = finished(safeRange(index, '>=', F1, 'weights', { replicates: 200 }));
    if (answer.kind !== 'found') throw new Error(answer.kind);
    const choice = bestThreshold(index, '>=', F1) as { threshold: number; value: number };
    expect([answer.best, answer.value]).toEqual([choice.threshold, choice.value]);
    expect(answer.reached.low).toBeLessThan(answer.value);
    expect(answer.reached.high).toBeGreaterThan(answer.value);
  });

  it.each([1e-6, 0.001, 0.3, 1, 700, 1e6])('answers as without weights where all are %d', (weight) => {
    const random = new Random(4);
    const scores = Array.from({ length: 300 }, () => Math.round(20 * random.uniform()) / 20);
    const labels = scores.map((score) => (random.uniform() < 0.5 * score ? 1 : 0));
    const index = indexOf(
      labels,
      scores,
      scores.map(() => weight),
    );
    for (const objective of [F1, COST, { kind: 'metric', id: 'youdenJ' }] as const) {
      const plain = found(indexOf(labels, scores), objective);
      const answer = finished(safeRange(index, '>=', objective, 'weights', { replicates: 300 }));
      if (answer.kind !== 'found') throw new Error(answer.kind);
      const { best, stretches, decimal } = plain;
      expect(answer).toMatchObject({ best, stretches, decimal });
      expect(stretches.some(({ low, high }) => low === -Infinity && high === Infinity)).toBe(false);
    }
  });

  it('takes a case of each class for what it weighs', () => {
    // Accuracy is 1 at 0.75. Flagging nothing misses 20 · 0.01 of 20.2, which is less than what one negative weighs: it cannot be told
    // apart. Flagging all gets 20 of 20.2 wrong, which can, at any scale.
    const scores = Array.from({ length: 40 }, (_, i) => (i < 20 ? 0.25 : 0.75));
    const labels = scores.map((score) => (score > 0.5 ? 1 : 0));
    const accuracy: Objective = { kind: 'metric', id: 'accuracy' };
    const rangeOf = (ofPositives: number, scale: number) => {
      const weights = labels.map((label) => scale * (label === 1 ? ofPositives : 1));
      const answer = finished(
        safeRange(indexOf(labels, scores, weights), '>=', accuracy, 'weights', { replicates: 100 }),
      );
      if (answer.kind !== 'found') throw new Error(answer.kind);
      return answer.stretches;
    };
    expect(rangeOf(0.01, 1)).toEqual([{ low: 0.25, high: Infinity }]);
    expect(rangeOf(0.01, 0.01)).toEqual(rangeOf(0.01, 1));
    expect(rangeOf(0.01, 1000)).toEqual(rangeOf(0.01, 1));
  });

  it.each([0, 0.1])('counts every threshold as safe where every outcome costs %d', (price) => {
    const random = new Random(5);
    const scores = Array.from({ length: 60 }, () => random.uniform());
    const labels = scores.map((score) => (random.uniform() < score ? 1 : 0));
    const weights = scores.map(() => 0.5 + random.uniform());
    const objective: Objective = { kind: 'cost', payoff: { tp: price, fp: price, fn: price, tn: price } };
    const everything = [{ low: -Infinity, high: Infinity }];
    expect(found(indexOf(labels, scores), objective).stretches).toEqual(everything);
    const weighted = finished(
      safeRange(indexOf(labels, scores, weights), '>=', objective, 'weights', { replicates: 100 }),
    );
    expect(weighted).toMatchObject({ stretches: everything });
  });

  it.each([
    ['no rows', [], [], 'none'],
    ['no positives', [0, 0, 0], [0.1, 0.2, 0.3], 'found'],
    ['one score for all', [1, 0, 1], [0.5, 0.5, 0.5], 'found'],
    ['five positives', [1, 1, 1, 1, 1, 0, 0, 0], [0.9, 0.8, 0.3, 0.6, 0.5, 0.4, 0.2, 0.1], 'found'],
  ])('answers for %s', (_, labels, scores, kind) => {
    const answer = find(indexOf(labels, scores), F1);
    expect(answer.kind).toBe(kind);
    if (answer.kind === 'found') expect(answer.stretches.length).toBeGreaterThan(0);
  });

  it('has no safe range for a capacity, yet the thresholds that fill it on other rows', () => {
    const answer = found(mixed(200), { kind: 'flagTop', share: 0.25 });
    expect(answer.stretches).toEqual([]);
    expect(answer.decimal).toBeNaN();
    expect(answer.value).toBe(0.25);
    expect(answer.threshold.low).toBeLessThan(answer.best);
    expect(answer.threshold.high).toBeGreaterThan(answer.best);
    expect(answer.reached.high).toBeLessThanOrEqual(0.25);
    expect(answer.required).toMatchObject({ unmet: 0, isFixed: false });
    expect(answer.required?.kept).toBeGreaterThan(0.3);
    expect(answer.required?.kept).toBeLessThan(0.75);
  });
});

describe('safeRange under requirements', () => {
  const index = mixed(300);
  const terms = { payoff: COST.payoff, production: { baseRate: 0.4, cases: 100 } };
  const needs = (...requirements: Requirement[]) => ({ requirements, terms });
  const recall = (value: number): Requirement => ({
    measure: 'recall',
    bound: 'atLeast',
    value,
    byInterval: false,
    isOn: true,
  });
  const under = (objective: Objective, required: Required, replicates = 300): SafeRange => {
    const answer = finished(safeRange(index, '>=', objective, 'none', { replicates, required }));
    if (answer.kind !== 'found') throw new Error(answer.kind);
    return answer;
  };
  /** What a sample's own rows would choose, drawn row by row. */
  const byRows = (objective: Objective, required: Required, draws: number): number[] => {
    const rows = [index.negatives, index.positives].flatMap(({ scores }, label) =>
      [...scores].map((score) => [label, score] as const),
    );
    const random = new Random(77);
    return Array.from({ length: draws }, () => {
      const drawn = rows.map(() => rows[Math.floor(random.uniform() * rows.length)]);
      const sample = indexOf(
        drawn.map(([label]) => label),
        drawn.map(([, score]) => score),
      );
      const { runs } = admissibleThresholds(sample, '>=', required.requirements, required.terms);
      const choice = bestThreshold(sample, '>=', objective, required.requirements.length === 0 ? null : runs);
      return choice.kind === 'found' ? choice.threshold : Number.NaN;
    });
  };

  it.each([
    ['the lowest cost with a recall of 95 %', COST, needs(recall(0.95))],
    ['the best precision of a recall of 80 %', { kind: 'precisionWithRecall', minRecall: 0.8 } as const, needs()],
    ['the best recall of a precision of 60 %', { kind: 'recallWithPrecision', minPrecision: 0.6 } as const, needs()],
    ['the top 50 cases', { kind: 'flagCount', count: 50 } as const, needs()],
  ])('chooses in every sample as its rows would: %s', (_, objective, required) => {
    const { threshold, best } = under(objective, required, 2000);
    const sorted = byRows(objective, required, 2000).sort((a, b) => a - b);
    const [low, high] = [sorted[50], sorted[1949]];
    const width = high - low;
    expect(Math.abs(threshold.low - low)).toBeLessThan(0.2 * width);
    expect(Math.abs(threshold.high - high)).toBeLessThan(0.2 * width);
    expect(bestThreshold(index, '>=', objective, withinOf(required))).toMatchObject({ threshold: best });
  });
  const withinOf = ({ requirements }: Required) =>
    requirements.length === 0 ? null : admissibleThresholds(index, '>=', requirements, terms).runs;

  it('takes in only thresholds that meet them on these rows', () => {
    const free = under(COST, needs());
    const bound = under(COST, needs(recall(0.97)));
    const runs = admissibleThresholds(index, '>=', [recall(0.97)], terms).runs;
    const inside = (score: number) => runAt(runs, score, '>=') !== null;
    const all = [...index.positives.scores, ...index.negatives.scores];
    expect(all.some((score) => holds(free, score, '>=') && !inside(score))).toBe(true);
    for (const score of all) if (holds(bound, score, '>=')) expect(inside(score)).toBe(true);
    expect(holds(bound, bound.best, '>=') && holds(bound, bound.decimal, '>=')).toBe(true);
  });

  it('counts the draws in which nothing meets them, and those in which the best threshold does', () => {
    const few = indexOf([1, 1, 0, 0, 0, 0], [0.9, 0.4, 0.6, 0.5, 0.3, 0.2]);
    const required = needs(recall(1), { ...recall(0.65), measure: 'precision' });
    expect(finished(safeRange(few, '>=', F1, 'none', { required }))).toMatchObject({
      kind: 'none',
      reason: 'requirementsUnmet',
    });
    const answer = finished(
      safeRange(few, '>=', F1, 'none', { required: needs(recall(1), { ...recall(0.5), measure: 'precision' }) }),
    );
    if (answer.kind !== 'found') throw new Error(answer.kind);
    expect(answer.best).toBe(0.4);
    expect(answer.required?.unmet).toBeGreaterThan(100);
    expect(answer.required?.unmet).toBeLessThan(1900);
    // Recall stays 1 there while a positive is drawn; of precision half the draws keep 0.5.
    expect(answer.required?.kept).toBeGreaterThan(0.2);
    expect(answer.required?.kept).toBeLessThan(0.8);
    expect(answer.nResamples).toBe(2000);
  });

  it('leaves requirements as they are on these rows where rows weigh amounts', () => {
    const weighed = indexOf([1, 0, 1, 0], [0.9, 0.7, 0.5, 0.1], [100, 20, 30, 5]);
    const counted = indexOf([1, 0, 1, 0], [0.9, 0.7, 0.5, 0.1]);
    const objective = { ...COST, amounts: { positives: 'loss', negatives: null } } as Objective;
    const answer = finished(
      safeRange(weighed, '>=', objective, 'weights', { required: needs(recall(1)), counted, replicates: 100 }),
    );
    if (answer.kind !== 'found') throw new Error(answer.kind);
    expect(answer.best).toBe(0.5);
    expect(answer.required).toMatchObject({ unmet: 0, kept: Number.NaN, isFixed: true });
    expect(answer.threshold.high).toBeLessThanOrEqual(0.5);
  });
});
