import { describe, expect, it } from 'vitest';
import { type Column, columnNamed, isMissingAt, numberAt, placeOf, textAt } from '../../../src/core/dataset/dataset.ts';
import { MARKS } from '../../../src/core/dataset/numberSpelling.ts';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import { textPiece } from '../../../src/core/dataset/textPieces.ts';
import { binColumns, unbinned } from '../../../src/core/roles/bins.ts';
import { tableOf } from '../dataset/tables.ts';

type Columns = Parameters<typeof tableOf>[0];

const binsOf = (columns: Columns, files?: Record<string, number>) => {
  const table = tableOf(columns, files);
  return binColumns(profileColumns(table), table);
};

const SCORES = [0.1, 0.5, 0.9];
const EVENTS = [1, 5, 9];
const OTHERS = [90, 50, 10];
const NONE = { score: null, lower: null, upper: null, positives: 'events', negatives: null, total: null };

describe('a table of counts', () => {
  it.each<[string, Columns, object]>([
    [
      'events and others',
      { score: SCORES, events: EVENTS, non_events: OTHERS },
      { ...NONE, score: 'score', negatives: 'non_events' },
    ],
    ['events and all', { score: SCORES, events: EVENTS, n: OTHERS }, { ...NONE, score: 'score', total: 'n' }],
    [
      'all three',
      { score: SCORES, events: EVENTS, n: OTHERS, goods: OTHERS },
      { ...NONE, score: 'score', negatives: 'goods' },
    ],
    ['no events at all', { score: SCORES, events: [0, 0, 0], n: OTHERS }, { ...NONE, score: 'score', total: 'n' }],
    [
      'ranges',
      { lower: [0, 0.3, 0.6], upper: [0.3, 0.6, 1], events: EVENTS, n: OTHERS },
      { ...NONE, lower: 'lower', upper: 'upper', total: 'n' },
    ],
    [
      'ranges that are numbered',
      { decile: [1, 2, 3], lower: [0, 0.3, 0.6], upper: [0.3, 0.6, 1], events: EVENTS, n: OTHERS },
      { ...NONE, lower: 'lower', upper: 'upper', total: 'n' },
    ],
    [
      'ranges with their mean',
      { mean_score: SCORES, lower: [0, 0.3, 0.6], upper: [0.3, 0.6, 1], events: EVENTS, n: OTHERS },
      { ...NONE, score: 'mean_score', total: 'n' },
    ],
    ['deciles', { decile: [1, 2, 3], events: EVENTS, n: OTHERS }, { ...NONE, score: 'decile', total: 'n' }],
    [
      'one end of ranges and a score',
      { lower: [0, 0.3, 0.6], score: SCORES, events: EVENTS, n: OTHERS },
      { ...NONE, score: 'score', total: 'n' },
    ],
  ])('is one with %s', (_, columns, expected) => {
    expect(binsOf(columns)).toEqual(expected);
  });

  it.each<[string, Columns]>([
    ['no positives', { score: SCORES, n: OTHERS }],
    ['no others', { score: SCORES, events: EVENTS }],
    ['no score', { events: EVENTS, n: OTHERS }],
    ['one end of a range', { lower: [0, 0.3, 0.6], events: EVENTS, n: OTHERS }],
    ['the other end of a range', { upper: [0, 0.3, 0.6], events: EVENTS, n: OTHERS }],
    ['decisions of 0 and 1', { score: SCORES, bad: [0, 1, 1], good: [1, 0, 0] }],
    ['shares', { score: SCORES, events: [0.5, 2, 3], n: OTHERS }],
    ['numbers below 0', { score: SCORES, events: [-1, 5, 9], n: OTHERS }],
    ['words', { score: SCORES, events: ['a', 'b', '3'], n: OTHERS }],
    ['great numbers only elsewhere', { score: SCORES, events: [0, 1, 1], n: [1, 1, 1], age: [30, 40, 50] }],
  ])('is none with %s', (_, columns) => {
    expect(binsOf(columns)).toBeNull();
  });

  it('is one file, of some rows and not very many', () => {
    const columns = { score: SCORES, events: EVENTS, n: OTHERS };
    expect(binsOf(columns, { 'a.csv': 1, 'b.csv': 2 })).toBeNull();
    const table = tableOf(columns);
    const of = (rowCount: number) => binColumns(profileColumns(table), { ...table, rowCount });
    expect(of(0)).toBeNull();
    expect(of(100_000)).not.toBeNull();
    expect(of(100_001)).toBeNull();
  });
});

describe('unbinned', () => {
  const cellsOf = (dataset: ReturnType<typeof tableOf>, name: string) => {
    const column = columnNamed(dataset, name) ?? expect.fail(name);
    return Array.from({ length: dataset.rowCount }, (_, row) => textAt(column, row));
  };
  const namesOf = ({ columns }: ReturnType<typeof tableOf>) => columns.map(({ name }) => name);

  it('has each row as its positives and as its negatives', () => {
    const table = tableOf({ part: ['a', 'b', ''], score: SCORES, events: EVENTS, non_events: OTHERS });
    const made = unbinned(table, { ...NONE, score: 'score', negatives: 'non_events' });
    expect(made.rowCount).toBe(6);
    expect(made.files).toEqual([{ name: 'f.csv', firstRow: 0, rowCount: 6 }]);
    expect(namesOf(made)).toEqual(['part', 'score', 'outcome', 'row_count']);
    expect(cellsOf(made, 'part')).toEqual(['a', 'b', '', 'a', 'b', '']);
    expect(cellsOf(made, 'score')).toEqual(['0.1', '0.5', '0.9', '0.1', '0.5', '0.9']);
    expect(cellsOf(made, 'outcome')).toEqual(['1', '1', '1', '0', '0', '0']);
    expect(cellsOf(made, 'row_count')).toEqual(['1', '5', '9', '90', '50', '10']);
    expect([0, 2, 3, 5].map((row) => placeOf(made, row).line)).toEqual([2, 4, 2, 4]);
    const outcome = columnNamed(made, 'outcome') ?? expect.fail();
    expect([numberAt(outcome, 0), numberAt(outcome, 5), isMissingAt(outcome, 0)]).toEqual([1, 0, false]);
    expect(made.columns[2]).toMatchObject({ spelling: 'plain', isAmbiguous: false });
    expect(made.columns[3]).toMatchObject({ spelling: 'plain', isAmbiguous: false, marks: null });
  });

  it('takes the positives off the whole where the negatives are not given', () => {
    const table = tableOf({ score: SCORES, events: EVENTS, n: OTHERS });
    expect(cellsOf(unbinned(table, { ...NONE, score: 'score', total: 'n' }), 'row_count')).toEqual([
      ...['1', '5', '9'],
      ...['89', '45', '1'],
    ]);
  });

  it('has the middle of each range, or its only end', () => {
    const table = tableOf({ lower: ['-inf', '0.25', '0.5'], upper: ['0.25', '0.5', 'inf'], events: EVENTS, n: OTHERS });
    const made = unbinned(table, { ...NONE, lower: 'lower', upper: 'upper', total: 'n' });
    expect(namesOf(made)).toEqual(['outcome', 'score', 'row_count']);
    expect(cellsOf(made, 'score')).toEqual(['0.25', '0.375', '0.5', '0.25', '0.375', '0.5']);
  });

  it('keeps columns of numbers with what stood where there was none, and leaves long texts out', () => {
    const table = tableOf({ events: EVENTS, n: OTHERS });
    const number: Column = {
      kind: 'number',
      name: 'score',
      values: Float64Array.of(0.1, Number.NaN, Number.NaN),
      exceptions: { rows: Uint32Array.of(1, 2), codes: Uint8Array.of(1, 0), texts: ['x', 'NA'] },
      spelling: 'plain',
      isAmbiguous: false,
      marks: Uint8Array.of(MARKS.point, MARKS.none, MARKS.comma),
    };
    const text: Column = { kind: 'text', name: 'note', pieces: [textPiece(['a', 'b', 'c'])] };
    const made = unbinned(
      { ...table, columns: [...table.columns, number, text] },
      { ...NONE, score: 'score', total: 'n' },
    );
    expect(namesOf(made)).toEqual(['score', 'outcome', 'row_count']);
    expect(cellsOf(made, 'score')).toEqual(['0.1', 'NA', 'x', '0.1', 'NA', 'x']);
    expect(made.columns[0]).toMatchObject({ marks: Uint8Array.of(2, 0, 1, 2, 0, 1) });
  });

  it('takes the place of columns that have the names it gives', () => {
    const table = tableOf({ outcome: ['x', 'y', 'z'], score: SCORES, events: EVENTS, n: OTHERS });
    expect(namesOf(unbinned(table, { ...NONE, score: 'score', total: 'n' }))).toEqual([
      'score',
      'outcome',
      'row_count',
    ]);
  });

  it('needs its columns', () => {
    expect(() => unbinned(tableOf({ score: SCORES, n: OTHERS }), { ...NONE, score: 'score', total: 'n' })).toThrow(
      RangeError,
    );
  });
});
