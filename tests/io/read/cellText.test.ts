import { describe, expect, it } from 'vitest';
import { textIn } from '../../../src/core/dataset/textPieces.ts';
import { detached, textBytes, trimmed } from '../../../src/io/read/cellText.ts';
import { TextCells } from '../../../src/io/read/textCells.ts';

describe('the text of a cell', () => {
  it.each([
    ['a', 'a'],
    ['  a b ', 'a b'],
    [' "a" ', 'a'],
    [' " a "', 'a'],
    ['"a" ', 'a'],
    ['"a"', '"a"'], // A quote of the cell's own, which was doubled in the file.
    [' "a', '"a'],
    [' a"', 'a"'],
    [' "', '"'],
    [' ""', ''],
    ['', ''],
  ])('is without blanks, and without quotes that blanks kept: %j → %j', (cell, text) => {
    expect(trimmed(cell)).toBe(text);
  });

  it('is the same when it stands for itself', () => {
    for (const text of ['', 'a', ' a ', 'x'.repeat(100)]) expect(detached(text)).toBe(text);
  });

  it('takes two bytes a character, and room for its place', () => {
    expect(textBytes(0, 0)).toBe(0);
    expect(textBytes(10, 0)).toBeGreaterThan(0);
    expect(textBytes(10, 300) - textBytes(10, 0)).toBe(600);
  });
});

describe('cells of very many different texts', () => {
  const PIECE = 4096;

  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE + 3])('are all given back: %i', (count) => {
    const cells = new TextCells();
    for (let at = 0; at < count; at++) cells.push(` t${at}${at % 7 === 0 ? 'λ' : ''} `);
    const { pieces, ...rest } = cells.build('x');
    expect(rest).toEqual({ kind: 'text', name: 'x' });
    expect(pieces).toHaveLength(Math.ceil(count / PIECE));
    for (let at = 0; at < count; at++) {
      if (textIn(pieces, at) !== `t${at}${at % 7 === 0 ? 'λ' : ''}`) expect.fail(`row ${at}`);
    }
    expect(cells.byteLength).toBe(pieces.reduce((sum, { units, ends }) => sum + units.byteLength + ends.byteLength, 0));
  });
});
