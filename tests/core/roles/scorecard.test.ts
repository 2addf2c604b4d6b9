import { describe, expect, it } from 'vitest';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import { hasScorecardName } from '../../../src/core/roles/scorecard.ts';
import { tableOf } from '../dataset/tables.ts';

const is = (name: string, cells: readonly number[]) => hasScorecardName(profileColumns(tableOf({ [name]: cells }))[0]);

describe('points of a scorecard', () => {
  it('are known by their name, unless they are probabilities', () => {
    for (const name of ['FICO', 'credit_score', 'CreditScore', 'points', 'my_vantage_score_2']) {
      expect([name, is(name, [0.5, 1.5])]).toEqual([name, true]);
    }
    expect(is('credit_score', [0.25, 1])).toBe(false);
    expect(is('appointments', [300, 700])).toBe(false);
  });

  it('are whole numbers from 200 to 1000, some apart, in a score', () => {
    expect(is('score', [200, 1000])).toBe(true);
    expect(is('model_score', [600, 650])).toBe(true);
    expect(is('model_score', [600, 649])).toBe(false);
    expect(is('score', [199, 700])).toBe(false);
    expect(is('score', [300, 1001])).toBe(false);
    expect(is('score', [300, 700.5])).toBe(false);
    for (const name of ['score_2', 'underscore', 'amount']) expect([name, is(name, [300, 700])]).toEqual([name, false]);
  });
});
