/** Rows of a piece, 2 to the power of `PIECE_BITS`. */
const PIECE_BITS = 12;
export const PIECE_ROWS = 2 ** PIECE_BITS;

/** The cells of `PIECE_ROWS` rows (of the last piece: of fewer) as one text. */
export interface TextPiece {
  /** UTF-16 code units; as bytes where all are below 256. */
  readonly units: Uint8Array | Uint16Array;
  /** For each row, where its text ends in `units`; it begins where the one before it ends. */
  readonly ends: Uint16Array | Uint32Array;
}

/** Arguments that a call takes in any engine. */
const STRETCH = 8192;

/** The text of a row. O(its length). */
export function textIn(pieces: readonly TextPiece[], row: number): string {
  const { units, ends } = pieces[row >>> PIECE_BITS];
  const place = row & (PIECE_ROWS - 1);
  const start = place === 0 ? 0 : ends[place - 1];
  const end = ends[place];
  let text = '';
  for (let from = start; from < end; from += STRETCH) {
    text += String.fromCharCode(...units.subarray(from, Math.min(end, from + STRETCH)));
  }
  return text;
}

/** Cells as one piece. O(characters). */
export function textPiece(cells: readonly string[]): TextPiece {
  const length = cells.reduce((sum, cell) => sum + cell.length, 0);
  const isNarrow = cells.every((cell) => /^[\0-\xff]*$/.test(cell));
  const units = isNarrow ? new Uint8Array(length) : new Uint16Array(length);
  const ends = length < 2 ** 16 ? new Uint16Array(cells.length) : new Uint32Array(cells.length);
  let end = 0;
  for (const [place, cell] of cells.entries()) {
    for (let at = 0; at < cell.length; at++) units[end++] = cell.charCodeAt(at);
    ends[place] = end;
  }
  return { units, ends };
}
