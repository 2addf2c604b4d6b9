import { describe, expect, it } from 'vitest';
import { bestThreshold } from '../../../src/core/choose/bestThreshold.ts';
import {
  type ComparedAt,
  type ComparedTerms,
  comparedThresholds,
} from '../../../src/core/compare/comparedThresholds.ts';
import { confusionAt } from '../../../src/core/scores/confusion.ts';
import { indexOf, rowsOf } from '../rows.ts';

const payoff = { tp: 0, fp: 1, fn: 5, tn: 0 };
const termsAt = (at: ComparedAt, threshold: number): ComparedTerms => ({
  at,
  rule: '>=',
  threshold,
  objective: { kind: 'metric', id: 'f1' },
  requirements: [],
  requirementTerms: { payoff, production: { baseRate: 0.5, cases: 100 } },
});
const A = rowsOf([1, 1, 1, 0, 0, 0, 0, 1], [0.9, 0.8, 0.4, 0.7, 0.3, 0.2, 0.1, 0.6]);
const B = rowsOf([1, 1, 1, 0, 0, 0, 0, 1], [0.9, 0.3, 0.8, 0.7, 0.6, 0.5, 0.1, 0.2]);
const scores = [A, B].map((rows) => ({ index: indexOf(rows), choosing: indexOf(rows) }));

describe('models are compared', () => {
  it('at one threshold', () => {
    const found = comparedThresholds(scores, termsAt('threshold', 0.5));
    expect(found).toMatchObject([
      { threshold: 0.5, confusion: { tp: 3, fp: 1, fn: 1, tn: 3 } },
      { threshold: 0.5, confusion: { tp: 2, fp: 3, fn: 2, tn: 1 } },
    ]);
  });

  it('at the recall of the first', () => {
    const [first, second] = comparedThresholds(scores, termsAt('recall', 0.7));
    expect(first).toMatchObject({ threshold: 0.7, confusion: { tp: 2, fp: 1 } });
    expect(second).toMatchObject({ threshold: 0.8, confusion: { tp: 2, fp: 0 } });
  });

  it('at the number of flags of the first', () => {
    const [first, second] = comparedThresholds(scores, termsAt('flags', 0.7));
    expect(first).toMatchObject({ threshold: 0.7, confusion: { tp: 2, fp: 1 } });
    expect(second).toMatchObject({ threshold: 0.7, confusion: { tp: 2, fp: 1 } });
  });

  it.each([
    ['own', { kind: 'metric', id: 'f1' }],
    ['price', { kind: 'cost', payoff }],
  ] as const)('each at its %s best', (at, objective) => {
    const found = comparedThresholds(scores, termsAt(at, 0.123));
    for (const [place, { index }] of scores.entries()) {
      const best = bestThreshold(index, '>=', objective);
      expect(found[place]).toMatchObject(best.kind === 'found' ? { threshold: best.threshold } : {});
    }
  });

  it('where chosen on other rows, by these', () => {
    const [found] = comparedThresholds([{ index: indexOf(A), choosing: indexOf(B) }], termsAt('own', 0.5));
    const best = bestThreshold(indexOf(B), '>=', { kind: 'metric', id: 'f1' });
    if (best.kind !== 'found' || found.kind !== 'found') throw new Error('nothing found');
    expect(found).toEqual({
      kind: 'found',
      threshold: best.threshold,
      confusion: confusionAt(indexOf(A), best.threshold, '>='),
    });
  });

  it('not where a model cannot: no positives, no recall; requirements nobody meets', () => {
    const none = { index: indexOf(rowsOf([0, 0], [0.1, 0.4])), choosing: indexOf(rowsOf([0, 0], [0.1, 0.4])) };
    expect(comparedThresholds([none, none], termsAt('recall', 0.5))[1]).toMatchObject({
      kind: 'none',
      reason: 'noPositives',
    });
    const requirement = { measure: 'precision', bound: 'atLeast', value: 1.1, byInterval: false, isOn: true } as const;
    const found = comparedThresholds(scores, { ...termsAt('own', 0.5), requirements: [requirement] });
    expect(found.map((each) => (each.kind === 'none' ? each.reason : null))).toEqual([
      'requirementsUnmet',
      'requirementsUnmet',
    ]);
  });
});
