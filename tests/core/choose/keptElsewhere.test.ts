import { expect, it } from 'vitest';
import { keptElsewhere } from '../../../src/core/choose/keptElsewhere.ts';
import type { Requirement, RequirementMeasure } from '../../../src/core/choose/requirements.ts';

const PAYOFF = { tp: 0, fp: 1, fn: 5, tn: 0 };
const TERMS = { payoff: PAYOFF, production: { baseRate: 0.1, cases: 1000 } };

const atMost = (measure: RequirementMeasure, value: number): Requirement => ({
  measure,
  bound: 'atMost',
  value,
  byInterval: false,
  isOn: true,
});

/** 100 rows, 30 flagged, cost 20; 200 rows, 64 flagged, cost 48: of 100 rows as many would be 32 and 24. */
const CHOSEN = { tp: 15, fp: 15, fn: 1, tn: 69 };
const REPORTED = { tp: 36, fp: 28, fn: 4, tn: 132 };

it('scales totals to the rows chosen on, and nothing else', () => {
  const requirements = [atMost('flagged', 31), atMost('cost', 24), atMost('fpr', 0.2), atMost('flaggedADay', 400)];
  const kept = keptElsewhere(requirements, TERMS, CHOSEN, REPORTED, 0.5);
  expect(kept.map(({ isKept, isScaled }) => [isKept, isScaled])).toEqual([
    [false, true],
    [true, true],
    [true, false],
    [true, false],
  ]);
  expect(kept[0].reached).toBe(32);
  expect(kept[1].reached).toBe(24);
  expect(kept[2].reached).toBeCloseTo(28 / 160, 15);
  // Of a thousand cases a day, 100 positives: 90 % of them and 17.5 % of the others.
  expect(kept[3].reached).toBeCloseTo(90 + 157.5, 10);
});

it('says nothing of scaling where both have as many rows', () => {
  const [kept] = keptElsewhere([atMost('flagged', 29)], TERMS, REPORTED, { tp: 10, fp: 20, fn: 0, tn: 170 }, 0.5);
  expect(kept).toMatchObject({ reached: 30, isKept: false, isScaled: false });
});

it('keeps to nothing that is undefined there', () => {
  const nobody = { tp: 0, fp: 0, fn: 40, tn: 160 };
  const precise: Requirement = { ...atMost('precision', 0.2), bound: 'atLeast' };
  const [kept] = keptElsewhere([precise], TERMS, CHOSEN, nobody, 0.9);
  expect(kept.isKept).toBe(false);
  expect(kept.reached).toBeNaN();
});
