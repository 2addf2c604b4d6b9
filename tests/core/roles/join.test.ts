import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, placeOf, textAt } from '../../../src/core/dataset/dataset.ts';
import {
  isOneSetOfRows,
  type JoinPart,
  joinedDataset,
  type Match,
  matchRows,
  sharedIds,
} from '../../../src/core/roles/join.ts';
import { tableOf } from '../dataset/tables.ts';

type Table = Parameters<typeof tableOf>[0];

/** Each table as a file of its own; a header on line 1. */
const partsOf = (...tables: readonly Table[]): JoinPart[] =>
  tables.map((table, at) => {
    const dataset = tableOf(table, { [`${'abc'[at]}.csv`]: Object.values(table)[0].length });
    return { file: dataset.files[0], stem: 'abc'[at], columns: dataset.columns, lines: dataset.lines };
  });

/** The first columns are the ids. */
const idsOf = (parts: readonly JoinPart[]): Column[] => parts.map(({ columns }) => columns[0]);
const matched = (parts: readonly JoinPart[]) => matchRows(parts, idsOf(parts));

function matchOf(parts: readonly JoinPart[]): Match {
  const match = matched(parts);
  if ('repeated' in match) throw new Error(`Repeated: ${match.repeated.id}`);
  return match;
}

function joined(...tables: readonly Table[]) {
  const parts = partsOf(...tables);
  const { dataset, join } = joinedDataset(parts, matchOf(parts));
  const rows = Array.from({ length: dataset.rowCount }, (_, row) => row);
  const columns = dataset.columns.map((column) => [column.name, rows.map((row) => textAt(column, row))]);
  return { dataset, join, columns: Object.fromEntries(columns), lines: rows.map((row) => placeOf(dataset, row).line) };
}

describe('sharedIds', () => {
  const shared = (...tables: readonly Table[]) =>
    sharedIds(partsOf(...tables)).map((columns) => columns.map(({ name }) => name));

  it('are the columns named like an id in every file, however the name is written', () => {
    expect(shared({ id: [1], x: [1], 'Case ID': [2] }, { case_id: [2], y: [3], id: [1] })).toEqual([
      ['id', 'id'],
      ['Case ID', 'case_id'],
    ]);
    expect(shared({ x: [1], y: [1] }, { x: [1], y: [1] })).toEqual([]);
    expect(shared({ id: [1], x_id: [1] }, { id: [1], x_id: [1] }, { x_id: [1] })).toEqual([['x_id', 'x_id', 'x_id']]);
  });
});

describe('matchRows', () => {
  it('finds the rows of one id, in the order of the first file, and those alone', () => {
    const parts = partsOf({ id: ['b', 'a', '', 'd', 'c'] }, { id: ['c', 'x', 'a', 'NA', 'b'] });
    const { rows, alone } = matchOf(parts);
    expect(rows.map((each) => [...each])).toEqual([
      [0, 1, 4],
      [4, 2, 0],
    ]);
    expect(alone.map((each) => [...each])).toEqual([
      [2, 3],
      [1, 3],
    ]);
  });

  it('finds the rows of files that lie in one dataset', () => {
    const { files, columns, lines } = tableOf({ id: ['a', 'b', 'b', 'c', 'a'] }, { 'a.csv': 2, 'b.csv': 3 });
    const parts = files.map((file) => ({ file, stem: file.name, columns, lines }));
    const { rows, alone } = matchOf(parts);
    expect(rows.map((each) => [...each])).toEqual([
      [0, 1],
      [4, 2],
    ]);
    expect(alone.map((each) => [...each])).toEqual([[], [3]]);
  });

  it.each<[string, Table[], string, string]>([
    ['in the first file', [{ id: ['a', 'b', 'a'] }, { id: ['a', 'b'] }], 'a.csv', 'a'],
    ['in the second file', [{ id: ['a', 'b'] }, { id: ['b', 'a', 'b'] }], 'b.csv', 'b'],
    ['in the second file alone', [{ id: ['a', 'b'] }, { id: ['a', 'x', 'x'] }], 'b.csv', 'x'],
    ['in the third file', [{ id: ['a'] }, { id: ['a'] }, { id: ['a', 'a'] }], 'c.csv', 'a'],
  ])('names an id that comes twice %s', (_, tables, file, id) => {
    expect(matched(partsOf(...tables))).toEqual({ repeated: { file, column: 'id', id } });
  });

  it('overlooks what is missing twice, and an id that is alone in two files', () => {
    expect(matched(partsOf({ id: ['', ''] }, { id: ['NA', '', 'x'] }, { id: ['x'] }))).toMatchObject({
      rows: [new Uint32Array(), new Uint32Array(), new Uint32Array()],
    });
  });

  it('matches as looking for every id in every file does', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(ids, { minLength: 2, maxLength: 3 }), (lists) => {
        const { rows, alone } = matchOf(partsOf(...lists.map((id) => ({ id }))));
        const common = lists[0].filter((id) => lists.every((list) => list.includes(id)));
        for (const [at, list] of lists.entries()) {
          expect([...rows[at]].map((row) => list[row])).toEqual(common);
          expect([...alone[at]].map((row) => list[row])).toEqual(list.filter((id) => !common.includes(id)));
        }
      }),
    );
  });
});

describe('joinedDataset', () => {
  it('has the id once, and the columns of all files in the rows that all have', () => {
    const { dataset, join, columns, lines } = joined(
      { id: ['a', 'b', 'c'], y: [1, 0, 1] },
      { case: ['c', 'x', 'a'], p: [0.9, 0.5, 0.1] },
    );
    expect(columns).toEqual({ id: ['a', 'c'], y: ['1', '1'], p: ['0.1', '0.9'] });
    expect(lines).toEqual([2, 4]);
    expect(dataset).toMatchObject({ isJoined: true, rowCount: 2 });
    expect(dataset.files).toEqual([
      { name: 'a.csv', firstRow: 0, rowCount: 2 },
      { name: 'b.csv', firstRow: 0, rowCount: 2 },
    ]);
    expect(join).toEqual({
      column: 'id',
      files: [
        [
          { from: 'id', to: 'id' },
          { from: 'y', to: 'y' },
        ],
        [
          { from: 'case', to: 'id' },
          { from: 'p', to: 'p' },
        ],
      ],
    });
  });

  it('has a column once that says the same in all files, also where a number is written otherwise', () => {
    const { join, columns } = joined(
      { id: ['a', 'b'], y: ['1.0', 'x'], p: [0.1, 0.2] },
      { id: ['b', 'a'], y: ['x', '1'], p: [0.2, 0.3] },
    );
    expect(columns).toEqual({ id: ['a', 'b'], y: ['1.0', 'x'], 'p (a)': ['0.1', '0.2'], 'p (b)': ['0.3', '0.2'] });
    expect(join.files[1]).toEqual([
      { from: 'id', to: 'id' },
      { from: 'y', to: null },
      { from: 'p', to: 'p (b)' },
    ]);
  });

  it('has a column once that two of three files share', () => {
    const { columns } = joined({ id: ['a'], x: [1] }, { id: ['a'], y: [2] }, { id: ['a'], y: [2], x: [3] });
    expect(columns).toEqual({ id: ['a'], 'x (a)': ['1'], y: ['2'], 'x (c)': ['3'] });
  });

  it('tells texts that differ, though both are no numbers', () => {
    expect(joined({ id: ['a'], t: ['x'] }, { id: ['a'], t: ['y'] }).columns).toEqual({
      id: ['a'],
      't (a)': ['x'],
      't (b)': ['y'],
    });
  });

  it('never has two columns of one name', () => {
    const { columns } = joined({ id: ['a'], 'p (b)': [1], p: [2], 'p (b) (2)': [7] }, { id: ['a'], p: [3] });
    expect(columns).toEqual({ id: ['a'], 'p (b)': ['1'], 'p (a)': ['2'], 'p (b) (2)': ['7'], 'p (b) (2) (2)': ['3'] });
  });

  it('takes a column for itself that is called as the id of another file', () => {
    const { columns } = joined({ id: ['a'], y: [1] }, { case: ['a'], id: [5] });
    expect(columns).toEqual({ id: ['a'], y: ['1'], 'id (2)': ['5'] });
  });
});

describe('isOneSetOfRows', () => {
  const isOne = (...tables: readonly Table[]) => {
    const parts = partsOf(...tables);
    return isOneSetOfRows(parts, matchOf(parts));
  };
  const id = ['a', 'b', 'c', 'd'];
  const y = [0, 1, 1, 0];
  const p = [0.1, 0.2, 0.3, 0.4];
  const q = [0.4, 0.3, 0.2, 0.1];

  it('holds for the scores of two models on the same labels', () => {
    expect(isOne({ id, y, p }, { id, y, p: q })).toBe(true);
    expect(isOne({ id, y: ['x', 'y', 'z', 'x'], p }, { id, y: ['x', 'y', 'z', 'x'], p: q })).toBe(true);
    expect(isOne({ id, p, y }, { id, p: q, y })).toBe(true);
    expect(isOne({ id, y, p }, { id, y, p: q }, { id, y, p: [0.7, 0.6, 0.5, 0.9] })).toBe(true);
  });

  it('holds for the truth beside a prediction under one name', () => {
    expect(isOne({ id, target: y }, { id, target: p })).toBe(true);
    expect(isOne({ id, target: p }, { id, target: y })).toBe(true);
    expect(isOne({ id, target: p }, { id, target: y }, { id, target: y })).toBe(false);
  });

  it.each<[string, Table[]]>([
    [
      'nothing differs',
      [
        { id, y, p },
        { id, y, p },
      ],
    ],
    [
      'the labels differ',
      [
        { id, y, p },
        { id, y: [1, 0, 1, 0], p: q },
      ],
    ],
    [
      'there is no label',
      [
        { id, p },
        { id, p: q },
      ],
    ],
    [
      'the label has one value',
      [
        { id, y: [1, 1, 1, 1], p },
        { id, y: [1, 1, 1, 1], p: q },
      ],
    ],
    [
      'only labels differ',
      [
        { id, y, z: ['u', 'v', 'w', 'u'] },
        { id, y, z: ['v', 'v', 'w', 'u'] },
      ],
    ],
    [
      'whole numbers differ',
      [
        { id, y, p: [1, 2, 3, 4] },
        { id, y, p: [4, 3, 2, 1] },
      ],
    ],
    [
      'the numbers are two in one file',
      [
        { id, y, p },
        { id, y, p: [0.1, 0.1, 0.2, 0.2] },
      ],
    ],
    [
      'few ids are common',
      [
        { id, y, p },
        { id: ['a', 'w', 'x', 'z'], y, p: q },
      ],
    ],
    [
      'no id is common',
      [
        { id, y, p },
        { id: ['v', 'w', 'x', 'z'], y, p: q },
      ],
    ],
  ])('does not hold where %s', (_, tables) => expect(isOne(...tables)).toBe(false));

  it('takes half of the ids of each file for enough', () => {
    const rows = (ids: string, shift: number): Table => ({
      id: [...ids],
      y: [...ids].map((each) => (each < 'c' ? 1 : 0)),
      p: [...ids].map((_, at) => (at + shift) / 10),
    });
    expect(isOne(rows('abcdef', 0.5), rows('abcxyz', 0.25))).toBe(true);
    expect(isOne(rows('abcdefg', 0.5), rows('abcxyz', 0.25))).toBe(false);
    expect(isOne(rows('abcdef', 0.5), rows('abcwxyz', 0.25))).toBe(false);
  });

  it('takes a hundred values for classes and no more, missing ones aside', () => {
    const classes = (count: number) => {
      const names = Array.from({ length: 120 }, (_, at) => `w${at}`);
      const column = names.map((_, at) => (at < count ? `c${at}` : ''));
      const scores = (shift: number) => names.map((__, at) => (at + shift) / 1000);
      return isOne({ id: names, y: column, p: scores(0.5) }, { id: names, y: column, p: scores(0.25) });
    };
    expect([classes(2), classes(100), classes(101)]).toEqual([true, true, false]);
  });
});
