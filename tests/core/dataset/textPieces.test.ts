import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textIn, textPiece } from '../../../src/core/dataset/textPieces.ts';

it('gives back every text', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', 'é', '\0', '\ud83e', 'x'.repeat(70_000)),
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 20 }), (cells) => {
      const piece = textPiece(cells);
      expect(cells.map((_, row) => textIn([piece], row))).toEqual(cells);
    }),
  );
});

it('takes a byte a character where that is enough', () => {
  const { units, ends } = textPiece(['aé', '', 'b']);
  expect([units.byteLength, ends.byteLength]).toEqual([3, 6]);
  expect(textPiece(['aλ']).units.byteLength).toBe(4);
});
