import { expect, it } from 'vitest';
import { evidenceRows } from '../../../src/core/dataset/evidence.ts';
import { tableOf } from './tables.ts';

const table = tableOf(
  { a: Array.from({ length: 30 }, (_, row) => `a${row}`), b: new Float64Array(30) },
  {
    'one.csv': 2,
    'two.csv': 28,
  },
);

it('gives the cells of rows with their file and line', () => {
  expect(evidenceRows(table, [1, 2], ['b', 'a'])).toEqual({
    columns: ['b', 'a'],
    rows: [
      { file: 'one.csv', line: 3, cells: ['0', 'a1'] },
      { file: 'two.csv', line: 2, cells: ['0', 'a2'] },
    ],
  });
});

it('gives a column once, and passes over those that are not there', () => {
  expect(evidenceRows(table, [0], ['a', null, 'gone', 'a'])).toMatchObject({
    columns: ['a'],
    rows: [{ cells: ['a0'] }],
  });
});

it('gives the first twenty rows, and asks for no more', () => {
  let asked = 0;
  function* rows() {
    for (let row = 0; row < 30; row++) {
      asked++;
      yield row;
    }
  }
  expect(evidenceRows(table, rows(), ['a']).rows.map(({ cells }) => cells[0])).toEqual(
    Array.from({ length: 20 }, (_, row) => `a${row}`),
  );
  expect(asked).toBeLessThanOrEqual(21);
});
