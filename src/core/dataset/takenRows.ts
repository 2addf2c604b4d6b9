import type { CategoryColumn, Column, Exceptions, NumberColumn, TextColumn } from './dataset.ts';
import { firstAtLeast } from './firstAtLeast.ts';
import { PIECE_ROWS, type TextPiece, textIn, textPiece } from './textPieces.ts';

/** Some rows of a column in the order given, as a column that knows no others. `rows`: its rows. O(rows · log exceptions). */
export function takenRows(column: Column, rows: Uint32Array): Column {
  if (column.kind === 'category') return takenCells(column, rows);
  return column.kind === 'number' ? takenNumbers(column, rows) : takenTexts(column, rows);
}

/** Cells that no row has any more would stand in for classes that are not there. */
function takenCells(column: CategoryColumn, rows: Uint32Array): CategoryColumn {
  const codeOf = new Map<number, number>();
  const codes = column.dictionary.length <= 2 ** 16 ? new Uint16Array(rows.length) : new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const old = column.codes[rows[at]];
    let code = codeOf.get(old);
    if (code === undefined) {
      code = codeOf.size;
      codeOf.set(old, code);
    }
    codes[at] = code;
  }
  const used = [...codeOf.keys()];
  return {
    ...column,
    codes,
    dictionary: used.map((code) => column.dictionary[code]),
    numbers: Float64Array.from(used, (code) => column.numbers[code]),
    missing: Uint8Array.from(used, (code) => column.missing[code]),
  };
}

function takenNumbers(column: NumberColumn, rows: Uint32Array): NumberColumn {
  const values = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) values[at] = column.values[rows[at]];
  const { marks } = column;
  return {
    ...column,
    values,
    exceptions: takenExceptions(column.exceptions, rows),
    marks: marks === null ? null : Uint8Array.from(rows, (row) => marks[row]),
  };
}

function takenExceptions(exceptions: Exceptions, rows: Uint32Array): Exceptions {
  if (exceptions.rows.length === 0) return exceptions;
  const taken: number[] = [];
  const codes: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    const place = firstAtLeast(exceptions.rows, rows[at]);
    if (exceptions.rows[place] !== rows[at]) continue;
    taken.push(at);
    codes.push(exceptions.codes[place]);
  }
  return { rows: Uint32Array.from(taken), codes: Uint32Array.from(codes), texts: exceptions.texts };
}

function takenTexts(column: TextColumn, rows: Uint32Array): TextColumn {
  const pieces: TextPiece[] = [];
  for (let start = 0; start < rows.length; start += PIECE_ROWS) {
    pieces.push(textPiece(Array.from(rows.subarray(start, start + PIECE_ROWS), (row) => textIn(column.pieces, row))));
  }
  return { ...column, pieces };
}
