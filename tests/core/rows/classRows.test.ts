import { expect, it } from 'vitest';
import type { CategoryColumn } from '../../../src/core/dataset/dataset.ts';
import { classValues } from '../../../src/core/roles/classValues.ts';
import type { MulticlassTask } from '../../../src/core/roles/task.ts';
import { classRows } from '../../../src/core/rows/classRows.ts';
import { tableOf } from '../dataset/tables.ts';

const TABLE = tableOf({
  truth: ['cat', 'dog', 'owl', 'cat', '', 'pig', 'dog', 'owl', 'cat'],
  p_cat: ['0.5', '0.25', '0.125', '', '0.5', '0.5', '0.25', '0.125', '0.75'],
  p_dog: ['0.25', '0.5', '0.125', '0.25', '0.25', '0.25', 'inf', '0.125', '0.125'],
  split: ['b', 'a', 'b', 'b', 'b', 'b', 'b', '', 'a'],
  weight: [2, 0, 1, 1, 1, 1, 1, 1, -1],
});

const TASK: MulticlassTask = {
  kind: 'multiclass',
  label: 'truth',
  isByPlace: false,
  classes: [
    { label: 'cat', column: 'p_cat', count: 3 },
    { label: 'dog', column: 'p_dog', count: 2 },
    { label: 'owl', column: null, count: 2 },
  ],
};

const PLAIN = { split: null, weight: null, modelColumn: null, modelName: null };

it('keeps the rows of a class with a score for each column, as they are', () => {
  expect(classRows(TABLE, PLAIN, TASK)).toEqual([
    {
      split: 'all',
      scores: {
        yTrue: Uint16Array.of(0, 1, 2, 2, 0),
        yScore: [Float64Array.of(0.5, 0.25, 0.125, 0.125, 0.75), Float64Array.of(0.25, 0.5, 0.125, 0.125, 0.125), null],
        sampleWeight: null,
      },
    },
  ]);
});

it('sorts them out by split, and leaves out what has no split or no usable weight', () => {
  expect(classRows(TABLE, { ...PLAIN, split: 'split', weight: 'weight' }, TASK)).toEqual([
    {
      split: 'b',
      scores: {
        yTrue: Uint16Array.of(0, 2),
        yScore: [Float64Array.of(0.5, 0.125), Float64Array.of(0.25, 0.125), null],
        sampleWeight: Float64Array.of(2, 1),
      },
    },
    {
      split: 'a',
      scores: {
        yTrue: Uint16Array.of(1),
        yScore: [Float64Array.of(0.25), Float64Array.of(0.5), null],
        sampleWeight: Float64Array.of(0),
      },
    },
  ]);
});

it('keeps no endless weight', () => {
  const endless = tableOf({ truth: ['cat', 'dog'], p_cat: [0.5, 0.5], p_dog: [0.5, 0.5], w: ['inf', '1'] });
  expect(classRows(endless, { ...PLAIN, weight: 'w' }, TASK)[0].scores.yTrue).toEqual(Uint16Array.of(1));
});

it('knows all values of a label, merged or apart as their columns say', () => {
  const texts = (cells: readonly string[], columns: readonly string[]) =>
    classValues(tableOf({ y: cells }).columns[0] as CategoryColumn, columns).map(({ text, count }) => [text, count]);
  const cells = ['b', 'Dog', 'NA', 'dog', 'b', 'dog', 'dog', ''];
  expect(texts(cells, ['p_b', 'p_dog'])).toEqual([
    ['b', 2],
    ['dog', 4],
  ]);
  expect(texts(cells, ['p_b', 'p_dog', 'p_Dog'])).toEqual([
    ['b', 2],
    ['dog', 3],
    ['Dog', 1],
  ]);
  // Numbers are one value in whichever notation, and none is lost.
  expect(texts(['1', '1.0', '2'], ['p_1', 'p_1.0', 'p_2'])).toEqual([
    ['1', 2],
    ['2', 1],
  ]);
  const many = Array.from({ length: 40 }, (_, at) => `w${String(at).padStart(2, '0')}`);
  expect(texts(many, [])).toEqual(many.map((word) => [word, 1]));
});

it('leaves out rows of other models, and puts folds together', () => {
  const stacked = tableOf({
    truth: ['cat', 'dog', 'cat', 'dog'],
    p_cat: ['0.5', '0.25', '0.75', '0.125'],
    p_dog: ['0.25', '0.5', '0.125', '0.75'],
    fold: ['1', '2', '1', '2'],
    model: ['new', 'new', 'old', 'old'],
  });
  const interpretation = { ...PLAIN, split: 'fold', modelColumn: 'model', modelName: 'old' };
  const [together, ...others] = classRows(stacked, interpretation, TASK, true);
  expect(others).toEqual([]);
  expect(together.split).toBe('all');
  expect(together.scores.yScore[0]).toEqual(Float64Array.of(0.75, 0.125));
  expect(classRows(stacked, interpretation, TASK).map(({ split }) => split)).toEqual(['1', '2']);
});
