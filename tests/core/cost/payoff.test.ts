import { expect, it } from 'vitest';
import { costOf } from '../../../src/core/cost/payoff.ts';

it('adds up what each case costs; a benefit is a negative cost', () => {
  expect(costOf({ tp: 2, fp: 3, fn: 5, tn: 7 }, { tp: -10, fp: 2, fn: 100, tn: 0.5 })).toBe(-20 + 6 + 500 + 3.5);
});
