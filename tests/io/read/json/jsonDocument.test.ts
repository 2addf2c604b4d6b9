import { describe, expect, it } from 'vitest';
import { namesIn, tableIn } from '../../../../src/io/read/json/jsonDocument.ts';

const found = (value: unknown) => tableIn(JSON.stringify(value));
const plain = { inside: [], aside: [] };
const letters = (count: number) => Array.from({ length: count }, (_, at) => `row ${at}`);
const rows = (keys: readonly (string | number)[], cell: (at: number) => unknown = (at) => at) =>
  Object.fromEntries(keys.map((key, at) => [key, cell(at)]));

describe('columns with data', () => {
  const records = { kind: 'records', orient: 'split', ...plain };

  it('are rows as lists, with the names of their columns', () => {
    expect(
      found({
        columns: ['y', 'p'],
        data: [
          [1, 0.5],
          [0, 0.1],
        ],
      }),
    ).toEqual({
      ...records,
      names: ['y', 'p'],
      records: ['[1,0.5]', '[0,0.1]'],
    });
  });

  it.each([
    ['counts from 0', [0, 1]],
    ['counts from 1', [1, 2]],
    ['is of another length', ['a']],
    ['is no list', 'ab'],
  ])('leave an index out that %s', (_, index) => {
    const table = found({ columns: ['y'], index, data: [[1], [0]] });
    expect(table).toEqual({ ...records, names: ['y'], records: ['[1]', '[0]'] });
  });

  it.each([
    ['words', ['a', 'b'], ['["a",1]', '["b",0]']],
    ['other numbers', [0, 2], ['[0,1]', '[2,0]']],
    ['numbers from 2', [2, 3], ['[2,1]', '[3,0]']],
  ])('have an index of %s in a column before the others', (_, index, expected) => {
    const table = found({ columns: ['y'], index, data: [[1], [0]] });
    expect(table).toEqual({ ...records, names: ['index', 'y'], records: expected });
  });

  it('have an index beside rows without cells, or with blanks in them', () => {
    expect(found({ columns: [], index: ['a'], data: [[]] })).toEqual({
      ...records,
      names: ['index'],
      records: ['["a"]'],
    });
    expect(tableIn('{"columns":["y"],"index":["a"],"data":[[ 1 ]]}')).toMatchObject({ records: ['["a",1 ]'] });
    expect(tableIn('{"columns":[],"index":["a"],"data":[[ ]]}')).toMatchObject({ records: ['["a"]'] });
  });

  it('have names of several levels', () => {
    expect(found({ columns: [['a', 'b'], 'c', 7], data: [[1, 2, 3]] })).toMatchObject({ names: ['a b', 'c', '7'] });
  });

  it('are columns like others where the data are no lists, or are missing', () => {
    expect(found({ columns: ['y', 'p'], data: [[1], 2] })).toMatchObject({ kind: 'columns' });
    expect(found({ columns: ['y', 'p'] })).toMatchObject({ kind: 'columns', columns: [{ name: 'columns' }] });
    expect(found({ columns: 'y', data: [[1]] })).toMatchObject({ kind: 'columns', aside: ['columns'] });
    expect(found({ columns: ['y'], data: 1 })).toMatchObject({ kind: 'columns', aside: ['data'] });
  });
});

describe('a schema with data', () => {
  it('is rows as objects', () => {
    expect(found({ schema: { fields: [] }, data: [{ y: 1 }, { y: 0 }] })).toEqual({
      kind: 'records',
      orient: 'table',
      ...plain,
      names: null,
      records: ['{"y":1}', '{"y":0}'],
    });
  });

  it('is none where one of both is something else', () => {
    expect(found({ schema: 1, data: [{ y: 1 }] })).toMatchObject({
      orient: 'records',
      inside: ['data'],
      aside: ['schema'],
    });
    expect(found({ schema: {}, data: [{ y: 1 }, 2] })).toMatchObject({ kind: 'columns', aside: ['schema'] });
    expect(found({ schema: {}, other: [{ y: 1 }] })).toMatchObject({ orient: 'records', inside: ['other'] });
    expect(found({ schema: {}, data: 1 })).toBeNull();
    expect(found({ schema: {}, data: [] })).toBeNull();
  });
});

describe('lists side by side', () => {
  it('are columns, and what is no list stands aside', () => {
    expect(found({ y: [1, 0], p: [0.5, 'x'], name: 'run', more: { a: 1 } })).toEqual({
      kind: 'columns',
      orient: 'columns',
      inside: [],
      aside: ['name', 'more'],
      columns: [
        { name: 'y', cells: ['1', '0'] },
        { name: 'p', cells: ['0.5', '"x"'] },
      ],
    });
  });

  it('leave aside what has a tenth of the longest or less', () => {
    expect(found({ y: letters(20), classes: ['a', 'b'] })).toMatchObject({ kind: 'columns', aside: ['classes'] });
    const uneven = { kind: 'uneven', longer: 'y', shorter: 'classes', most: 20, least: 3 };
    expect(found({ y: letters(20), classes: ['a', 'b', 'c'] })).toEqual(uneven);
    expect(found({ classes: ['a', 'b', 'c'], y: letters(20), p: letters(20) })).toEqual(uneven);
  });

  it('are none where they are empty', () => {
    expect(found({ y: [], p: [] })).toBeNull();
    expect(found({})).toBeNull();
  });

  it('of which there is one are rows where all are objects', () => {
    const rowsInside = { kind: 'records', orient: 'records', inside: ['rows'], aside: ['n'], names: null };
    expect(found({ n: 2, rows: [{ y: 1 }, { y: 0 }] })).toEqual({ ...rowsInside, records: ['{"y":1}', '{"y":0}'] });
    expect(found({ rows: [{ y: 1 }, 2] })).toMatchObject({ kind: 'columns' });
    expect(found({ a: [{ y: 1 }], b: [{ y: 0 }] })).toMatchObject({ kind: 'columns' });
  });
});

describe('objects side by side', () => {
  it('are columns by numbered rows', () => {
    expect(found({ y: rows([0, 1]), p: rows([0, 1], (at) => at / 2) })).toEqual({
      kind: 'columns',
      orient: 'columns',
      ...plain,
      columns: [
        { name: 'y', cells: ['0', '1'] },
        { name: 'p', cells: ['0', '0.5'] },
      ],
    });
    expect(found({ y: rows([1, 2]), p: rows([1, 2]) })).toMatchObject({ columns: [{ name: 'y' }, { name: 'p' }] });
  });

  it('have a column for rows that are numbered otherwise, or have twenty names or more', () => {
    expect(found({ y: rows([3, 5]), p: rows([3, 5]) })).toMatchObject({
      columns: [{ name: 'index', cells: ['"3"', '"5"'] }, { name: 'y', cells: ['0', '1'] }, { name: 'p' }],
    });
    expect(found({ y: rows(letters(20)), p: rows(letters(20)) })).toMatchObject({
      columns: [{ name: 'index' }, {}, {}],
    });
    expect(found({ y: rows(letters(19)), p: rows(letters(19)) })).toBeNull();
    const mixed = ['7', ...letters(18)];
    expect(found({ y: rows(mixed), p: rows(mixed) })).toBeNull();
  });

  it('put the cells of a row together by its key', () => {
    const text = '{"y":{"a 0":1,"a 1":2},"p":{"a 1":4,"a 0":3}}'.replaceAll(/"a (\d)"/g, '"$1"');
    expect(tableIn(text)).toMatchObject({ columns: [{ cells: ['1', '2'] }, { cells: ['3', '4'] }] });
  });

  it('are rows where the numbers are outside', () => {
    const records = ['{"y":1,"p":0.5}', '{"y":0,"p":0.1}'];
    expect(tableIn(`{"0":${records[0]},"7":${records[1]}}`)).toEqual({
      kind: 'records',
      orient: 'index',
      ...plain,
      names: null,
      records,
    });
    expect(tableIn(`{"0":${records[0]},"b":${records[1]}}`)).toBeNull();
    expect(found({ 0: rows([0, 1]), 1: rows([0, 1]) })).toMatchObject({ kind: 'columns', orient: 'columns' });
  });

  it('are none where their rows differ, or something else stands beside them', () => {
    expect(found({ y: rows([0, 1]), p: rows([0, 1, 2]) })).toBeNull();
    expect(found({ y: rows([0, 1]), p: rows([0, 2]) })).toBeNull();
    expect(found({ y: rows([0, 1]), p: rows([0, 1]), n: 2 })).toBeNull();
  });

  it('are a single column only where its rows are numbered from the start', () => {
    expect(found({ y: rows([0, 1]) })).toMatchObject({ columns: [{ name: 'y' }] });
    expect(found({ y: rows([3, 5]) })).toBeNull();
    expect(found({ y: rows(letters(30)) })).toBeNull();
  });
});

describe('a table inside other objects', () => {
  const table = { y: [1, 0], p: [0.5, 0.1] };
  const within = (depth: number): unknown => (depth === 0 ? table : { [`w${depth}`]: within(depth - 1) });

  it('is found up to five of them deep, with the names on the way', () => {
    expect(found(within(1))).toMatchObject({ inside: ['w1'] });
    expect(found(within(5))).toMatchObject({ inside: ['w5', 'w4', 'w3', 'w2', 'w1'] });
    expect(found(within(6))).toBeNull();
  });

  it('is the only one, beside whatever is none', () => {
    expect(found({ result: table, info: { a: 1 }, n: 3 })).toMatchObject({ inside: ['result'] });
    expect(found({ a: table, b: table, n: 1 })).toBeNull();
    expect(found({ rows: { n: 1, list: [{ y: 1 }] }, n: 1 })).toMatchObject({ inside: ['rows', 'list'] });
  });

  it('may be uneven', () => {
    expect(found({ a: { y: [1, 2, 3], p: [1, 2] } })).toMatchObject({ kind: 'uneven', longer: 'y', shorter: 'p' });
  });
});

describe('the names in a document', () => {
  const names = (value: unknown) => [...namesIn(JSON.stringify(value))];

  it('are those of all objects, also inside lists', () => {
    expect(names({ a: { b: 1 }, c: [{ d: [{ e: 1 }] }, 2], f: 'g' })).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(names([{ a: 1 }])).toEqual(['a']);
    expect(names(3)).toEqual([]);
  });

  it('are looked for eight deep', () => {
    const nested = (depth: number): unknown => ({ [`n${depth}`]: depth === 0 ? 1 : nested(depth - 1) });
    expect(names(nested(12))).toEqual(['n12', 'n11', 'n10', 'n9', 'n8', 'n7', 'n6', 'n5', 'n4']);
    const lists = (depth: number): unknown => (depth === 0 ? { deep: 1 } : [lists(depth - 1)]);
    expect([names(lists(8)), names(lists(9))]).toEqual([['deep'], []]);
  });

  it('are no more than some ten thousand', () => {
    const list = Array.from({ length: 20_000 }, (_, at) => ({ [`n${at}`]: 1 }));
    expect(names(list)).toHaveLength(10_001);
  });
});
