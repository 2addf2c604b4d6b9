import { describe, expect, it } from 'vitest';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import { holdsFolds } from '../../../src/core/roles/folds.ts';
import { preparedOf, tableOf } from '../dataset/tables.ts';

const profileOf = (name: string, values: readonly (string | number)[]) =>
  profileColumns(tableOf({ [name]: values }))[0];

describe('holdsFolds', () => {
  it.each<[string, readonly (string | number)[]]>([
    ['fold', [0, 1, 2, 0]],
    ['cv_fold', ['1', '2']],
    ['Resample', ['Fold1', 'Fold2']], // caret
    ['split', ['fold 1', 'fold 2']],
    ['set', ['CV-1', 'CV-2', 'CV-3']],
  ])('is so for %s with %j', (name, values) => {
    expect(holdsFolds(profileOf(name, values))).toBe(true);
  });

  it.each<[string, readonly (string | number)[]]>([
    ['split', ['train', 'test']],
    ['fold', ['train', 'valid']],
    ['fold', [1, 1]],
    ['split', ['1', '2']],
    ['dataset', ['fold 1', 'test']],
  ])('is not for %s with %j', (name, values) => {
    expect(holdsFolds(profileOf(name, values))).toBe(false);
  });
});

describe('a file with folds', () => {
  const columns = {
    y_true: [0, 1, 0, 1, 1, 0],
    y_prob: [0.1, 0.9, 0.4, 0.6, 0.3, 0.2],
    fold: [0, 0, 1, 1, 2, 2],
  };

  it('is looked at as a whole, its folds beside it', () => {
    const { evaluations, folds } = preparedOf(tableOf(columns));
    expect(evaluations.map(({ split, rows }) => [split, rows])).toEqual([['all', 6]]);
    expect(folds?.map(({ split, rows }) => [split, rows])).toEqual([
      ['0', 2],
      ['1', 2],
      ['2', 2],
    ]);
    // Every positive outscores every negative but one: 0.3 < 0.4.
    expect(evaluations[0].scoreMetrics.rocAuc).toBeCloseTo(8 / 9, 15);
  });

  it('has splits as before where the column names parts', () => {
    const { evaluations, folds } = preparedOf(
      tableOf({ ...columns, fold: ['train', 'train', 'train', 'test', 'test', 'test'] }),
    );
    expect(evaluations.map(({ split }) => split)).toEqual(['train', 'test']);
    expect(folds).toBeNull();
  });
});
