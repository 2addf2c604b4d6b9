import { describe, expect, it } from 'vitest';
import { found, inTurn } from '../dataset/tables.ts';

const ROWS = 40;
const NUMBERS = Array.from({ length: ROWS }, (_, row) => row);
const LABELS = inTurn([0, 1, 0, 0], ROWS);
const SCORES = NUMBERS.map((row) => (LABELS[row] * 0.4 + ((row * 7) % 41) / 70).toFixed(4));

/** What is offered instead of the columns in use, as [role, column, candidates]. */
const others = (...given: [Parameters<typeof found>[1], Parameters<typeof found>[2]?]) =>
  found('otherCandidates', ...given).map(({ values: { role, column, candidates } }) => [
    role,
    column,
    [candidates].flat().join(', '),
  ]);

describe('a column that only numbers the rows', () => {
  const asIndex = (columns: Parameters<typeof found>[1], change = {}) =>
    found('indexColumn', columns, change).map(({ values, offers }) => [values.column, offers]);

  it('can be ignored', () => {
    expect(asIndex({ index: NUMBERS, y: LABELS, p: SCORES })).toEqual([
      ['index', [{ kind: 'ignoreColumn', column: 'index' }]],
    ]);
  });

  it('is none in a file of two rows, as any two numbers may count', () => {
    expect(asIndex({ index: [0, 1], y: [0, 1], p: [0.2, 0.7] })).toEqual([]);
    expect(asIndex({ index: [0, 1, 2], y: [0, 1, 1], p: [0.2, 0.7, 0.6] })).toHaveLength(1);
  });

  it('is none while it is used for something', () => {
    expect(asIndex({ index: NUMBERS, y: LABELS, p: SCORES }, { id: 'index' })).toEqual([]);
  });
});

describe('other columns that could be meant', () => {
  it('are named only where they are as likely as the chosen ones', () => {
    expect(others({ y_true: LABELS, flag: inTurn([1, 0], ROWS), y_prob: SCORES, amount: SCORES })).toEqual([]);
  });

  it('are compared with the column in use, whichever was the likeliest', () => {
    const columns = { y_true: LABELS, flag: inTurn([1, 0], ROWS), other: inTurn([1, 1, 0], ROWS), p: SCORES };
    expect(others(columns, { label: 'flag' })).toEqual([['label', 'flag', 'y_true, other']]);
  });

  it('are all that have something for them where the column in use has nothing', () => {
    const columns = { y_true: LABELS, day: NUMBERS.map((row) => `${(row % 28) + 1}.1.2024`), p: SCORES };
    const change = { label: 'day', positiveLabel: '1.1.2024', negativeLabel: null, scoredLabel: '1.1.2024' };
    expect(others(columns, change)).toEqual([['label', 'day', 'y_true']]);
  });

  it('are not columns that play another role', () => {
    const columns = { y_a: LABELS, y_b: inTurn([0, 1], ROWS), p: SCORES };
    expect(others(columns)).toEqual([['label', 'y_a', 'y_b']]);
    expect(others(columns, { split: 'y_b' })).toEqual([]);
  });

  it('are offered, each as one press, the first five', () => {
    const columns = (names: string) => Object.fromEntries(names.split('').map((name) => [`y_${name}`, LABELS]));
    const [{ offers, values }] = found('otherCandidates', { ...columns('abcdef'), p: SCORES });
    expect(offers).toEqual(['y_b', 'y_c', 'y_d', 'y_e', 'y_f'].map((column) => ({ kind: 'useAsLabel', column })));
    expect(values.candidates).toEqual(['y_b', 'y_c', 'y_d', 'y_e', 'y_f']);
    const [more] = found('otherCandidates', { ...columns('abcdefg'), p: SCORES });
    expect(more.offers).toEqual(offers);
    expect(more.values.candidates).toEqual(['y_b', 'y_c', 'y_d', 'y_e', 'y_f', '…']);
  });

  it('are offered as scores where they are scores', () => {
    const [{ offers, severity }] = found('otherCandidates', { y: LABELS, p_a: SCORES, p_b: SCORES });
    expect(offers).toEqual([{ kind: 'useAsScore', column: 'p_b' }]);
    expect(severity).toBe('note');
  });

  it('are not the scores of other classes', () => {
    const label = LABELS.map((value) => (value === 1 ? 'ill' : 'well'));
    expect(others({ label, p_well: SCORES, p_ill: SCORES })).toEqual([]);
    // Another score of the same class is one.
    expect(others({ label, p_ill: SCORES, probability: SCORES })).toEqual([['score', 'p_ill', 'probability']]);
  });
});
