import { describe, expect, it } from 'vitest';
import { PART_LIMIT } from '../../../../src/io/read/lists/listColumn.ts';
import { parseList } from '../../../../src/io/read/lists/parseList.ts';
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
