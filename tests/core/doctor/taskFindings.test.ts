import { describe, expect, it } from 'vitest';
import type { FindingCode } from '../../../src/core/roles/finding.ts';
import { found, inTurn, type tableOf } from '../dataset/tables.ts';

type Columns = Parameters<typeof tableOf>[0];

const ROWS = 24;
const ANIMALS = inTurn(['cat', 'dog', 'owl'], ROWS);

/** A score column for each name, in every row ½ for one of them in turn and the rest shared. */
function scores(names: readonly string[], rows = ROWS): Record<string, number[]> {
  const others = 0.5 / (names.length - 1);
  const column = (place: number) =>
    Array.from({ length: rows }, (_, row) => (row % names.length === place ? 0.5 : others));
  return Object.fromEntries(names.map((name, place) => [name, column(place)]));
}

const NAMED = scores(['p_cat', 'p_dog', 'p_owl']);
const file = (columns: Columns = NAMED, truth: readonly string[] = ANIMALS): Columns => ({ truth, ...columns });
/** The same with other numbers in the first rows. */
const withRows = (rows: readonly (readonly (number | string)[])[]): Columns =>
  Object.fromEntries(
    Object.entries(NAMED).map(([name, column], place) => [
      name,
      [...rows.map((row) => row[place]), ...column.slice(rows.length)],
    ]),
  );
const valuesOf = (code: FindingCode, columns: Columns) => found(code, columns).map(({ values }) => values);

describe('a file with a score for each class', () => {
  const CODES: readonly FindingCode[] = [
    'classesByPlace',
    'classWithoutColumn',
    'classWithoutRows',
    'classesAlike',
    'classScoresMissing',
    'classLogits',
    'classSums',
    'classColumnsDiffer',
  ];

  it.each(CODES)('in order has no finding %s', (code) => {
    expect(found(code, file())).toEqual([]);
  });

  it('by place names the columns and the classes, five of them at most', () => {
    const byPlace = (count: number) => {
      const truth = inTurn([...'abcdef'].slice(0, count), ROWS);
      return found('classesByPlace', file(scores(Array.from({ length: count }, (_, at) => `p[${at}]`)), truth));
    };
    expect(byPlace(3)).toMatchObject([
      { severity: 'note', values: { first: 'p[0]', last: 'p[2]', classes: ['a', 'b', 'c'] } },
    ]);
    expect(byPlace(5)[0].values.classes).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(byPlace(6)[0].values).toEqual({ first: 'p[0]', last: 'p[5]', classes: ['a', 'b', 'c', 'd', 'e', '…'] });
  });

  it('has classes without a column', () => {
    const truth = inTurn(['cat', 'pig', 'dog', 'owl', 'fox'], ROWS);
    expect(found('classWithoutColumn', file(NAMED, truth))).toMatchObject([
      { severity: 'warning', values: { count: 2, classes: ['fox', 'pig'] } },
    ]);
  });

  it('has classes without rows', () => {
    const columns = file(scores(['p_cat', 'p_dog', 'p_owl', 'p_Fox']));
    expect(found('classWithoutRows', columns)).toMatchObject([
      { severity: 'note', values: { column: 'truth', count: 1, classes: ['Fox'] } },
    ]);
  });

  it('has classes that differ in capitals only', () => {
    const columns = file(scores(['p_a', 'p_A', 'p_b']), inTurn(['a', 'A', 'b'], ROWS));
    expect(found('classesAlike', columns)).toMatchObject([{ severity: 'note', values: { classes: ['a', 'A'] } }]);
  });

  it('counts rows of a class that lack a score', () => {
    const columns = withRows([
      ['', 0.5, 0.5],
      [0.5, 'x', 0.5],
      [0.2, 0.3, ''],
      [0.2, 0.3, ''],
    ]);
    const truth = [...ANIMALS.slice(0, 3), '', ...ANIMALS.slice(4)];
    expect(found('classScoresMissing', file(columns, truth))).toMatchObject([
      { severity: 'note', values: { count: 3 } },
    ]);
  });

  it('says nothing of the numbers where every row lacks one', () => {
    const columns = file({
      p_cat: inTurn([0.2, ''], ROWS),
      p_dog: inTurn([3.5, 0.5], ROWS),
      p_owl: inTurn(['', 0.5], ROWS),
    });
    expect(valuesOf('classScoresMissing', columns)).toEqual([{ count: ROWS }]);
    expect([...found('classLogits', columns), ...found('classSums', columns)]).toEqual([]);
  });

  it.each<[string, readonly number[], readonly object[]]>([
    ['below 0', [-0.25, 0.5, 0.75], [{ low: -0.25, high: 0.75 }]],
    ['above 1', [1.25, 0.25, 0.25], [{ low: 0.25, high: 1.25 }]],
    ['of 0 and 1', [1, 0, 0], []],
  ])('calls numbers logits where one is %s', (_, row, expected) => {
    const columns = file(withRows([row]));
    expect(valuesOf('classLogits', columns)).toEqual(expected);
    expect(valuesOf('classSums', columns)).toEqual([]);
  });

  const everyRow = (rows: readonly (readonly number[])[]) => file(withRows(inTurn(rows, ROWS)));
  const softmax = { kind: 'softmaxClasses', column: 'truth' };

  it.each<[string, readonly (readonly number[])[], readonly object[] | undefined]>([
    [
      'are far from 1 in sum',
      [
        [4, -1.5, 0],
        [-2, 3, 0],
        [0, 0.5, 2],
      ],
      [softmax],
    ],
    [
      'are all above 0',
      [
        [4, 1.5, 7],
        [2, 3, 9],
      ],
      [softmax],
    ],
    [
      'add up to 1 in nearly every row',
      [
        [1.5, -0.5, 0],
        [0.5, 0.25, 0.25],
      ],
      undefined,
    ],
    [
      'are percentages',
      [
        [50.5, 24.5, 25],
        [20.25, 69.75, 10],
      ],
      undefined,
    ],
    [
      'lie outside by rounding only',
      [
        [1.005, 0.5, 0.5],
        [-0.005, 0.5, 0.1],
      ],
      undefined,
    ],
  ])('offers the softmax, or not, where they %s', (_, rows, offers) => {
    expect(found('classLogits', everyRow(rows)).map((finding) => finding.offers)).toEqual([offers]);
  });

  it('offers no sigmoid for one class of several', () => {
    const [finding] = found(
      'scoreOutsideUnit',
      everyRow([
        [4, -1.5, 0],
        [-2, 3, 0],
        [0, 0.5, 2],
      ]),
    );
    expect(finding.offers?.map(({ kind }) => kind) ?? []).not.toContain('sigmoid');
  });

  it('looks for the lowest and the highest in all classes, but only in rows of a class', () => {
    const columns = withRows([
      [0.5, -3, 0.5],
      [0.5, 0.5, 4],
      [-9, 9, 0.5],
    ]);
    const truth = [...ANIMALS.slice(0, 2), '', ...ANIMALS.slice(3)];
    expect(found('classLogits', file(columns, truth))).toMatchObject([
      { severity: 'note', values: { low: -3, high: 4 } },
    ]);
  });

  it('counts rows that are more than a thousandth off 1, of those with all scores', () => {
    const columns = withRows([
      [0.5, 0.25, 0.2505],
      [0.5, 0.25, 0.252],
      [0.5, 0.25, 0.248],
      ['', 0.5, 0.9],
    ]);
    expect(found('classSums', file(columns))).toMatchObject([
      { severity: 'warning', values: { count: 2, total: ROWS - 1 } },
    ]);
  });
});

describe('columns that look like one for each class', () => {
  const FOUR = scores(['prob_1', 'prob_2', 'prob_3', 'prob_4']);
  const code = 'classColumnsDiffer';

  it('but are not as many are said', () => {
    expect(found(code, file(FOUR))).toMatchObject([
      { severity: 'warning', values: { first: 'prob_1', last: 'prob_4', columns: 4, label: 'truth', count: 3 } },
    ]);
    const five = inTurn(['a', 'b', 'c', 'd', 'e'], ROWS);
    expect(valuesOf(code, file(scores(['prob_1', 'prob_2', 'prob_3']), five))).toEqual([
      { first: 'prob_1', last: 'prob_3', columns: 3, label: 'truth', count: 5 },
    ]);
  });

  it.each<[string, Columns]>([
    ['the label has two values', file(FOUR, inTurn(['no', 'yes'], ROWS))],
    ['there are two of them', file(scores(['prob_1', 'prob_2']))],
    ['they do not add up to 1', file({ ...FOUR, prob_4: inTurn([0.75, 0.25], ROWS) })],
    ['one is missing', file({ prob_1: FOUR.prob_1, prob_2: FOUR.prob_2, prob_4: FOUR.prob_4, prob_5: FOUR.prob_3 })],
  ])('are not where %s', (_, columns) => {
    expect(found(code, columns)).toEqual([]);
  });

  it('do not count a column that has another role', () => {
    const columns = file({ ...FOUR, prob_5: inTurn([1], ROWS).map((one, row) => one + row / 100) });
    expect(found(code, columns, { weight: 'prob_5' })).toHaveLength(1);
    expect(found(code, columns)).toEqual([]);
  });
});
