import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, isMissingAt, numberAt, textAt } from '../../../src/core/dataset/dataset.ts';
import { takenRows } from '../../../src/core/dataset/takenRows.ts';
import { PIECE_ROWS, textPiece } from '../../../src/core/dataset/textPieces.ts';
import { tableOf } from './tables.ts';

/** Numbers with gaps of two kinds: an empty cell in row 1, a word in rows 3 and 4. */
const NUMBERS: Column = {
  kind: 'number',
  name: 'x',
  values: Float64Array.of(0.5, Number.NaN, 7, Number.NaN, Number.NaN, -1),
  exceptions: { rows: Uint32Array.of(1, 3, 4), codes: Uint8Array.of(0, 1, 1), texts: ['', 'none'] },
  spelling: 'plain',
  isAmbiguous: false,
  marks: null,
};
const CELLS = ['b', '', '7', 'a', 'b', 'NA'];
const columns: readonly Column[] = [
  tableOf({ x: CELLS }).columns[0],
  { kind: 'text', name: 'x', pieces: [textPiece(CELLS)] },
  NUMBERS,
  { ...NUMBERS, marks: Uint8Array.of(1, 0, 0, 0, 0, 2) },
  tableOf({ x: Float64Array.of(1, 2, 3, 4, 5, 6) }).columns[0],
];

const cellsOf = (column: Column, rows: readonly number[]) =>
  rows.map((row) => [textAt(column, row), numberAt(column, row), isMissingAt(column, row)]);

describe('takenRows', () => {
  it('has the cells of those rows, in their order, whatever the column is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...columns), fc.array(fc.nat(5), { maxLength: 12 }), (column, rows) => {
        const taken = takenRows(column, Uint32Array.from(rows));
        expect([taken.kind, taken.name]).toEqual([column.kind, column.name]);
        expect(cellsOf(taken, [...rows.keys()])).toEqual(cellsOf(column, rows));
      }),
    );
  });

  it('knows no cells but those of its rows', () => {
    const taken = takenRows(columns[0], Uint32Array.of(3, 2, 3));
    expect(taken).toMatchObject({ dictionary: ['a', '7'], numbers: Float64Array.of(Number.NaN, 7) });
    expect(takenRows(columns[0], Uint32Array.of(5))).toMatchObject({ dictionary: ['NA'], missing: Uint8Array.of(1) });
  });

  it('takes very many different cells', () => {
    const many = Array.from({ length: 2 ** 16 + 2 }, (_, at) => `w${at}`);
    const column: Column = {
      kind: 'category',
      name: 'x',
      codes: Uint32Array.from(many.keys()),
      dictionary: many,
      numbers: new Float64Array(many.length).fill(Number.NaN),
      missing: new Uint8Array(many.length),
      spelling: 'plain',
      isAmbiguous: false,
    };
    const taken = takenRows(column, Uint32Array.from(many.keys()));
    expect([0, 2 ** 16 - 1, 2 ** 16, 2 ** 16 + 1].map((row) => textAt(taken, row))).toEqual([
      'w0',
      'w65535',
      'w65536',
      'w65537',
    ]);
  });

  it('takes texts piece by piece', () => {
    const cells = Array.from({ length: PIECE_ROWS + 3 }, (_, at) => `${at}`);
    const pieces = [textPiece(cells.slice(0, PIECE_ROWS)), textPiece(cells.slice(PIECE_ROWS))];
    const taken = takenRows({ kind: 'text', name: 'x', pieces }, Uint32Array.from(cells.keys()).reverse());
    expect(cells.map((_, row) => textAt(taken, row))).toEqual(cells.toReversed());
  });
});
