import { describe, expect, it } from 'vitest';
import { type Column, textAt } from '../../../../src/core/dataset/dataset.ts';
import { PIECE_ROWS, textPiece } from '../../../../src/core/dataset/textPieces.ts';
import { listColumns, PART_LIMIT } from '../../../../src/io/read/lists/listColumn.ts';
import { parseList } from '../../../../src/io/read/lists/parseList.ts';
import { tableOf } from '../../../core/dataset/tables.ts';
import { cellsOf, columnNames, read } from '../reading.ts';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
/** A CSV file with these cells in the column `p`, and its table without the column `y`. */
async function columnOf(cells: readonly string[]) {
  const result = await read(`y,p\n${cells.map((cell, at) => `${at},${quoted(cell)}`).join('\n')}\n`);
  const findings = result.notes.findings.map(({ code, values }) => [code, values.count]);
  return { names: columnNames(result).slice(1), cells: cellsOf(result).map((row) => row.slice(1)), findings };
}

describe('a cell that holds two numbers', () => {
  it.each([
    ['JSON, Spark', '[0.25,0.75]', '[0.5, 0.5]'],
    ['NumPy', '[0.25 0.75]', '[ 0.5\n 0.5]'],
    ['a tuple', '(0.25, 0.75)', '(0.5, 0.5)'],
    ['array()', 'array([0.25, 0.75], dtype=float32)', 'array([0.5, 0.5])'],
    ['torch', 'tensor([0.25, 0.75], device="cuda:0")', 'tensor([0.5, 0.5])'],
    ['np.float64', '[np.float64(0.25), np.float64(0.75)]', '[np.float64(0.5), np.float64(0.5)]'],
    ['DenseVector', 'DenseVector([0.25, 0.75])', 'DenseVector([0.5, 0.5])'],
    ['PostgreSQL', '{0.25,0.75}', '{0.5,0.5}'],
    ['R', 'c(0.25, 0.75)', 'c(0.5, 0.5)'],
    ['a list in a list', '[[0.25, 0.75]]', '[[0.5, 0.5]]'],
    ['Spark in JSON', '{"type":1,"values":[0.25,0.75]}', '{"type":1,"values":[0.5,0.5]}'],
  ])('as %s writes it, makes two columns', async (_, first, second) => {
    const { names, cells, findings } = await columnOf([first, second]);
    expect(names).toEqual(['p[0]', 'p[1]']);
    expect(cells.map((row) => row.map(Number))).toEqual([
      [0.25, 0.75],
      [0.5, 0.5],
    ]);
    expect(findings).toEqual([['listColumn', 2]]);
  });

  it.each([
    ['(2,[1],[0.75])', '[0.5,0.5]'],
    ['SparseVector(2, {1: 0.75})', 'DenseVector([0.5, 0.5])'],
    ['{"type":0,"size":2,"indices":[1],"values":[0.75]}', '{"type":1,"values":[0.5,0.5]}'],
  ])('has zeros where Spark leaves them out: %s', async (sparse, dense) => {
    expect((await columnOf([sparse, dense])).cells.map((row) => row.map(Number))).toEqual([
      [0, 0.75],
      [0.5, 0.5],
    ]);
  });

  it('is missing where it does not fit the others, and said', async () => {
    const { names, cells, findings } = await columnOf(
      ['[1.5, 2]', '[3, 4]', '', '[5]', '[6, 7]'].concat(Array(40).fill('[8, 9]')),
    );
    expect(names).toEqual(['p[0]', 'p[1]']);
    expect(cells.slice(0, 5)).toEqual([
      ['1.5', '2'],
      ['3', '4'],
      ['', ''],
      ['', ''],
      ['6', '7'],
    ]);
    expect(findings).toEqual([
      ['listColumn', 2],
      ['unevenLists', 1],
    ]);
  });
});

describe('a cell that names its numbers', () => {
  it.each([
    ['JSON', '{"no":0.25,"yes":0.75}', '{"no":0.5,"yes":0.5}'],
    ['Python', "{'no': 0.25, 'yes': np.float32(0.75)}", "{'no': 0.5, 'yes': 0.5}"],
    [
      'a pipeline',
      '[{"label":"no","score":0.25},{"label":"yes","score":0.75}]',
      "[{'label': 'no', 'score': 0.5}, {'label': 'yes', 'score': 0.5}]",
    ],
    [
      'BigQuery ML',
      '[{"label":"no","prob":"0.25"},{"label":"yes","prob":"0.75"}]',
      '[{"label":"yes","prob":"0.5"},{"label":"no","prob":"0.5"}]',
    ],
    ['Vertex AI', '{"classes":["no","yes"],"scores":[0.25,0.75]}', '{"scores":[0.5,0.5],"classes":["yes","no"]}'],
  ])('as %s does, makes a column for each name', async (_, first, second) => {
    const { names, cells } = await columnOf([first, second]);
    expect(names).toEqual(['p.no', 'p.yes']);
    expect(cells.map((row) => row.map(Number))).toEqual([
      [0.25, 0.75],
      [0.5, 0.5],
    ]);
  });

  it('and nests, makes a column for each value, named by the way to it', async () => {
    const { names, cells } = await columnOf(['{"a":{"b":1},"c":[2,3]}', '{"a":{"b":4,"constructor":"x"},"c":[5,6]}']);
    expect(names).toEqual(['p.a.b', 'p.c[0]', 'p.c[1]', 'p.a.constructor']);
    expect(cells).toEqual([
      ['1', '2', '3', ''],
      ['4', '5', '6', 'x'],
    ]);
  });
});

describe('a cell that lists names', () => {
  it('makes a column of 1 and 0 for each, missing where nothing is known', async () => {
    const { names, cells } = await columnOf(["['a', 'b']", '[]', '', '["c"]', "('b',)"]);
    expect(names).toEqual(['p.a', 'p.b', 'p.c']);
    expect(cells).toEqual([
      ['1', '1', '0'],
      ['0', '0', '0'],
      ['', '', ''],
      ['0', '0', '1'],
      ['0', '1', '0'],
    ]);
  });

  it('may number them', async () => {
    const { names, cells } = await columnOf(['[0, 2]', '[2]', '[]', '[0, 1, 2]']);
    expect(names).toEqual(['p.0', 'p.2', 'p.1']);
    expect(cells).toEqual([
      ['1', '1', '0'],
      ['0', '1', '0'],
      ['0', '0', '0'],
      ['1', '1', '1'],
    ]);
  });

  it('stays text where there are too many of them', async () => {
    const { names } = await columnOf(Array.from({ length: PART_LIMIT + 1 }, (_, at) => `["w${at}", "x"]`));
    expect(names).toEqual(['p']);
  });
});

describe('what only looks like a list', () => {
  it.each([
    '(a) see below',
    '[x',
    '{a: }',
    '(1,',
    '[0.1 ... 0.9]',
    'f(x',
    '["a]',
    `${'['.repeat(50)}1${']'.repeat(50)}`,
    'call(me)',
  ])('%s is text', (cell) => {
    expect(parseList(cell)).toBeNull();
  });

  it('takes time in step with its length', () => {
    for (const cell of ['['.repeat(1e5), '"\\'.repeat(1e5), `[${' '.repeat(1e6 - 2)}`, `(${'type='.repeat(1e5)}`]) {
      expect(parseList(cell)).toBeNull();
    }
  });
});

/** The same cells as a dictionary and as one long text. */
function bothKinds(cells: readonly string[]): Column[] {
  const pieces = Array.from({ length: Math.ceil(cells.length / PIECE_ROWS) }, (_, at) =>
    textPiece(cells.slice(at * PIECE_ROWS, (at + 1) * PIECE_ROWS)),
  );
  return [tableOf({ p: cells }).columns[0], { kind: 'text', name: 'p', pieces }];
}

/** What becomes of a column with these cells, which must not depend on how the column is kept. */
function inside(cells: readonly string[]) {
  const [ofCategory, ofText] = bothKinds(cells).map((column) => {
    const found = listColumns(column, cells.length);
    if (found === null) return null;
    const columns = found.columns.map(({ column: each }) => [each.name, cells.map((_, row) => textAt(each, row))]);
    return { columns: Object.fromEntries(columns), findings: found.findings };
  });
  expect(ofText).toEqual(ofCategory);
  return ofText;
}

describe('the columns inside a column', () => {
  it('have what each row says of them, and nothing where it says nothing', () => {
    expect(inside(['{"a":1}', '', '{"b":2}', '{"a":3,"b":4}', 'NA', '{}', '{"a":1}'])).toEqual({
      columns: { 'p.a': ['1', '', '', '3', '', '', '1'], 'p.b': ['', '', '2', '4', '', '', ''] },
      findings: [
        { code: 'listColumn', severity: 'note', values: { column: 'p', count: 2, first: 'p.a', last: 'p.b' } },
      ],
    });
  });

  it('say no for a name that is not listed, and nothing where no list is', () => {
    const cells = ['["a"]', '', '["b","a"]', '[]', '', '', '["c"]', '["a"]', ''];
    expect(inside(cells)?.columns).toEqual({
      'p.a': ['1', '', '1', '0', '', '', '0', '1', ''],
      'p.b': ['0', '', '1', '0', '', '', '0', '0', ''],
      'p.c': ['0', '', '0', '0', '', '', '1', '0', ''],
    });
  });

  it('take the first of a name that is listed twice', () => {
    const columns = { 'p.a': ['1', '0', '1'], 'p.b': ['1', '1', '0'] };
    expect(inside(['["a","a","b"]', '["b","b"]', '["a"]'])?.columns).toEqual(columns);
  });

  it('are counted where they do not fit, every row of them, with the first one quoted', () => {
    const fitting = Array.from({ length: 40 }, (_, at) => `[${at}.5,0.25]`);
    const found = inside([...fitting, '[1.5]', '[1.5]', 'see below', '[2.5]', '[7.5,1]']);
    expect(found?.columns['p[0]'].slice(39)).toEqual(['39.5', '', '', '', '', '7.5']);
    expect(found?.findings).toEqual([
      { code: 'listColumn', severity: 'note', values: { column: 'p', count: 2, first: 'p[0]', last: 'p[1]' } },
      { code: 'unevenLists', severity: 'warning', values: { column: 'p', count: 4, example: '[1.5]' } },
    ]);
  });

  it('say nothing of a name in a row that does not fit', () => {
    const lists = Array.from({ length: 20 }, (_, at) => `["a","b${at}"]`);
    expect(inside([...lists, 'see below', '["b1"]'])?.columns['p.a'].slice(19)).toEqual(['1', '', '0']);
  });

  it('are quoted with sixty characters of a cell that does not fit', () => {
    const exampleOf = (cell: string) =>
      inside([cell, ...Array.from({ length: 40 }, (_, at) => `[${at}.5]`)])?.findings[1].values.example;
    expect(exampleOf('x'.repeat(60))).toBe('x'.repeat(60));
    expect(exampleOf('x'.repeat(61))).toBe(`${'x'.repeat(60)}…`);
  });

  it('are none where the column has numbers, no rows, no cells or no values', () => {
    expect(listColumns(tableOf({ p: Float64Array.of(1, 2) }).columns[0], 2)).toBeNull();
    expect(inside([])).toBeNull();
    expect(inside(['', 'NA'])).toBeNull();
    expect(inside(['[]', '{}', '[]'])).toBeNull();
  });

  it('are none where fewer than nineteen of twenty cells are lists, missing ones aside', () => {
    const lists = Array.from({ length: 19 }, (_, at) => `[0.${at + 1}]`);
    expect(inside([...lists, 'x'])?.findings).toHaveLength(2);
    expect(inside([...lists, '', 'x', 'NA'])?.findings).toHaveLength(2);
    expect(inside([...lists.slice(1), 'x'])).toBeNull();
    expect(inside(['x', 'y', 'z'])).toBeNull();
  });

  it('are found though the first cells are none, unless twenty are', () => {
    const lists = Array.from({ length: 399 }, (_, at) => `[0.${at + 1}]`);
    expect(inside([...Array.from({ length: 19 }, (_, at) => `x${at}`), ...lists])).not.toBeNull();
    expect(inside([...Array.from({ length: 20 }, (_, at) => `x${at}`), ...lists])).toBeNull();
  });

  it('are told by four hundred cells from all over the column, however long it is', () => {
    // Each second cell is text; of twelve hundred cells each third is looked at, which finds as many of either.
    const lists = Array.from({ length: 1200 }, (_, at) => (at % 3 === 0 ? `[0.${at + 1}]` : `x${at}`));
    expect(inside(lists)?.findings[1].values.count).toBe(800);
    const texts = Array.from({ length: 1200 }, (_, at) => (at % 3 !== 0 ? `[0.${at + 1}]` : `x${at}`));
    expect(inside(texts)).toBeNull();
  });

  it('may be a thousand', () => {
    const wide = (count: number) => inside([JSON.stringify(Array.from({ length: count }, (_, at) => at + 0.5))]);
    expect(wide(PART_LIMIT)?.findings[0].values).toEqual({ column: 'p', count: 1000, first: 'p[0]', last: 'p[999]' });
    expect(wide(PART_LIMIT + 1)).toBeNull();
  });
});
