import { describe, expect, it } from 'vitest';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import { PIECE_ROWS, textPiece } from '../../../src/core/dataset/textPieces.ts';
import { tableOf } from './tables.ts';

const profileOf = (cells: readonly (string | number)[] | Float64Array) => profileColumns(tableOf({ x: cells }))[0];

/** Of a column that is kept as one text. */
function profileOfText(cells: readonly string[]) {
  const pieces = Array.from({ length: Math.ceil(cells.length / PIECE_ROWS) }, (_, at) =>
    textPiece(cells.slice(PIECE_ROWS * at, PIECE_ROWS * (at + 1))),
  );
  return profileColumns({ ...tableOf({ x: cells }), columns: [{ kind: 'text', name: 'x', pieces }] })[0];
}

describe('profileColumns', () => {
  it('measures a dictionary column', () => {
    expect(profileOf(['b', 'a', 'b', 'NA', '2', '', '0.5', 'b', 'inf'])).toEqual({
      name: 'x',
      kind: 'category',
      missing: 2,
      distinct: 5,
      numericShare: 3 / 7,
      low: 0.5,
      high: 2,
      isInteger: false,
      isRowNumber: false,
      spelling: 'plain',
      topValues: [
        { value: 'b', count: 3 },
        { value: 'a', count: 1 },
        { value: '2', count: 1 },
        { value: '0.5', count: 1 },
        { value: 'inf', count: 1 },
      ],
    });
  });

  it('measures a number column', () => {
    const values = Float64Array.of(3, -2, Number.NaN, Number.NaN, Number.POSITIVE_INFINITY, Number.NaN, Number.NaN);
    const table = tableOf({ x: values });
    const [column] = table.columns;
    const exceptions = { rows: Uint32Array.of(2, 3, 5), codes: Uint8Array.of(0, 0, 1), texts: ['oops', 'NA'] };
    const [profile] = profileColumns({ ...table, columns: [{ ...column, exceptions } as typeof column] });
    expect(profile).toEqual({
      name: 'x',
      kind: 'number',
      missing: 2,
      distinct: 4097,
      numericShare: 3 / 5,
      low: -2,
      high: 3,
      isInteger: true,
      isRowNumber: false,
      spelling: 'plain',
      topValues: [],
    });
  });

  it('measures a text column', () => {
    expect(profileOfText(['b', 'a', 'NA', 'c', 'c', '', '2', 'b', '-0.5', 'b'])).toEqual({
      name: 'x',
      kind: 'text',
      missing: 2,
      distinct: 65_537,
      numericShare: 2 / 8,
      low: -0.5,
      high: 2,
      isInteger: false,
      isRowNumber: false,
      spelling: 'plain',
      topValues: [
        { value: 'b', count: 3 },
        { value: 'c', count: 2 },
        { value: 'a', count: 1 },
        { value: '2', count: 1 },
        { value: '-0.5', count: 1 },
      ],
    });
  });

  it('counts the values of the first 50,000 rows of a text column, and what is missing in all of them', () => {
    const cells = Array.from({ length: 60_000 }, (_, row) => (row % 10 === 0 ? '' : `c${row % 100}`));
    cells[49_999] = 'last';
    cells[50_000] = '17';
    const { missing, numericShare, topValues } = profileOfText(cells);
    expect(missing).toBe(5999);
    expect(numericShare).toBe(0);
    expect(topValues).toHaveLength(12);
    expect(topValues[0]).toEqual({ value: 'c1', count: 500 });
    expect(profileOfText(['1', ...cells.slice(0, 50_000)]).numericShare).toBeGreaterThan(0);
  });

  it('has no range without numbers', () => {
    expect(profileOf(['a', ''])).toMatchObject({
      low: Number.NaN,
      high: Number.NaN,
      isInteger: false,
      numericShare: 0,
    });
    expect(profileOf(['', ''])).toMatchObject({ distinct: 0, missing: 2, numericShare: 0 });
  });

  it('lists the twelve most frequent values', () => {
    const { topValues, distinct } = profileOf(Array.from({ length: 300 }, (_, row) => Math.floor(Math.sqrt(row))));
    expect(distinct).toBe(18);
    expect(topValues).toHaveLength(12);
    expect(topValues[0]).toEqual({ value: '16', count: 33 });
  });

  it.each([
    [[0, 1, 2, 3], true],
    [[1, 2, 3], true],
    [Float64Array.of(1, 2, 3), true],
    [[2, 3, 4], false],
    [[0, 1, 3], false],
    [[1, 0], false],
    [[0, 0], false],
    [[], false],
    [['0', '1.0', '2'], true],
    [['0', '1', 'x'], false],
    [Float64Array.of(0, 1, Number.NaN), false],
  ])('says whether %j numbers the rows', (cells, isRowNumber) => {
    expect(profileOf(cells).isRowNumber).toBe(isRowNumber);
  });
});
