import type { TextColumn } from '../../core/dataset/dataset.ts';
import { PIECE_ROWS, type TextPiece, textPiece } from '../../core/dataset/textPieces.ts';
import { trimmed } from './cellText.ts';

/** Takes the cells of a column of very many different texts, one a row. */
export class TextCells {
  readonly #pieces: TextPiece[] = [];
  #cells: string[] = [];
  byteLength = 0;

  push(cell: string): void {
    this.#cells.push(trimmed(cell));
    if (this.#cells.length === PIECE_ROWS) this.#closePiece();
  }

  build(name: string): TextColumn {
    if (this.#cells.length > 0) this.#closePiece();
    return { kind: 'text', name, pieces: this.#pieces };
  }

  #closePiece(): void {
    const piece = textPiece(this.#cells);
    this.#pieces.push(piece);
    this.byteLength += piece.units.byteLength + piece.ends.byteLength;
    this.#cells = [];
  }
}
