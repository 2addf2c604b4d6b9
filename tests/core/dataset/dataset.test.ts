import { describe, expect, it } from 'vitest';
import {
  type Column,
  columnNamed,
  isMissingAt,
  numberAt,
  numbersOf,
  placeOf,
  respelt,
  textAt,
} from '../../../src/core/dataset/dataset.ts';
import { MARKS } from '../../../src/core/dataset/numberSpelling.ts';
import { textPiece } from '../../../src/core/dataset/textPieces.ts';
import { tableOf } from './tables.ts';

const CELLS = ['1.50', 'a', '', 'NA', '-2', 'inf'];

/** The same cells as a column of each kind; a column of numbers keeps no notation. */
const COLUMNS: Record<Column['kind'], Column> = {
  category: tableOf({ x: CELLS }).columns[0],
  text: { kind: 'text', name: 'x', pieces: [textPiece(CELLS)] },
  number: {
    kind: 'number',
    name: 'x',
    values: Float64Array.of(1.5, Number.NaN, Number.NaN, Number.NaN, -2, Number.POSITIVE_INFINITY),
    exceptions: { rows: Uint32Array.of(1, 3), codes: Uint8Array.of(0, 1), texts: ['a', 'NA'] },
    spelling: 'plain',
    isAmbiguous: false,
    marks: null,
  },
};

describe.each(Object.values(COLUMNS))('the cells of a column of the kind $kind', (column) => {
  const rows = [...CELLS.keys()];
  const NUMBERS = [1.5, Number.NaN, Number.NaN, Number.NaN, -2, Number.POSITIVE_INFINITY];

  it('are numbers', () => {
    expect(rows.map((row) => numberAt(column, row))).toEqual(NUMBERS);
    expect(Array.from(numbersOf(column, CELLS.length))).toEqual(NUMBERS);
  });

  it('are texts', () => {
    const texts = column.kind === 'number' ? ['1.5', 'a', '', 'NA', '-2', 'Infinity'] : CELLS;
    expect(rows.map((row) => textAt(column, row))).toEqual(texts);
  });

  it('are there or missing', () => {
    expect(rows.map((row) => isMissingAt(column, row))).toEqual([false, false, true, true, false, false]);
  });
});

describe('respelt', () => {
  const values = Float64Array.of(1100, 1.5, 7);
  const marked: Column = {
    ...COLUMNS.number,
    kind: 'number',
    values,
    exceptions: { rows: new Uint32Array(0), codes: new Uint8Array(0), texts: [] },
    spelling: 'thousandsComma',
    isAmbiguous: true,
    marks: Uint8Array.of(MARKS.comma, MARKS.point, MARKS.none),
  };

  it('reads ambiguous numbers with a decimal comma', () => {
    const read = respelt(marked, 'decimalComma');
    expect([0, 1, 2].map((row) => numberAt(read, row))).toEqual([1.1, 1500, 7]);
    expect(read).toMatchObject({ spelling: 'decimalComma', isAmbiguous: false, marks: null });
  });

  it('leaves numbers that were read so, or can be read in one way only, and texts', () => {
    const clear: Column = { ...marked, kind: 'number', values, marks: null } as Column;
    expect(respelt(marked, 'thousandsComma')).toBe(marked);
    expect(respelt(clear, 'decimalComma')).toBe(clear);
    expect(respelt(COLUMNS.text, 'decimalComma')).toBe(COLUMNS.text);
  });
});

describe('columnNamed', () => {
  it('finds a column by its name', () => {
    const table = tableOf({ a: ['1'], b: ['2'] });
    expect(columnNamed(table, 'b')).toBe(table.columns[1]);
    expect(columnNamed(table, 'c')).toBeNull();
    expect(columnNamed(table, null)).toBeNull();
  });
});

describe('placeOf', () => {
  it('is the file of a row and its line there', () => {
    const table = tableOf({ a: ['1', '2', '3', '4', '5'] }, { 'one.csv': 2, 'empty.csv': 0, 'two.csv': 3 });
    expect([0, 1, 2, 4].map((row) => placeOf(table, row))).toEqual([
      { file: 'one.csv', line: 2 },
      { file: 'one.csv', line: 3 },
      { file: 'two.csv', line: 2 },
      { file: 'two.csv', line: 4 },
    ]);
  });
});
