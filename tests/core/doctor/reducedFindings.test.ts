import { describe, expect, it } from 'vitest';
import { found } from '../dataset/tables.ts';

describe('a table whose scores were rounded down before it came here', () => {
  const y_true = [1, 1, 0, 0];
  const y_prob = [0.2, 0.1, 0.1, 0];
  const said = (step: number | string, extra: Record<string, readonly string[]> = {}, change = {}) =>
    found(
      'scoresRoundedDown',
      { y_true, y_prob, score_step: [step, 'later', 'cells', 'do not count'], ...extra },
      { label: 'y_true', score: 'y_prob', ...change },
    );

  it('is said to be, with the largest errors', () => {
    const [{ severity, values }, ...others] = said(0.1);
    expect(others).toEqual([]);
    expect(severity).toBe('note');
    // One of the four pairs is tied, which counts as half a right one; the tied positive may stand second or third.
    expect(values).toMatchObject({ column: 'y_prob', split: '', step: 0.1, rocAuc: 1 / 8 });
    expect(values.averagePrecision).toBeCloseTo(1 / 6, 12);
  });

  it('is so for every split', () => {
    const split = ['a', 'b', 'b', 'a'];
    expect(said(0.1, { split }, { split: 'split' }).map(({ values }) => [values.split, values.rocAuc])).toEqual([
      ['a', 0],
      ['b', 1 / 2],
    ]);
  });

  it.each([0, 1, -0.1, 2, 'x', ''])('is none where the step is %j', (step) => {
    expect(said(step)).toEqual([]);
  });

  it('is none without a step', () => {
    expect(found('scoresRoundedDown', { y_true, y_prob })).toEqual([]);
  });
});
