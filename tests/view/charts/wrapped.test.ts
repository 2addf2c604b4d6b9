import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapped } from '../../../src/view/charts/wrapped.ts';

const lengthOf = (text: string) => [...text].length;

describe('text in lines', () => {
  it('breaks between words, as late as it can', () => {
    expect(wrapped('to be or not to be', 8, lengthOf)).toEqual(['to be or', 'not to', 'be']);
    expect(wrapped('', 8, lengthOf)).toEqual([]);
  });

  it('breaks a word that fits no line, between its characters', () => {
    expect(wrapped('a verylongname.csv b', 6, lengthOf)).toEqual(['a', 'verylo', 'ngname', '.csv b']);
    expect(wrapped('😀😀😀', 2, lengthOf)).toEqual(['😀😀', '😀']);
  });

  it('breaks Chinese between characters, but begins no line with a sign that ends something', () => {
    expect(wrapped('拖动圆点：向右漏报更少。', 5, lengthOf)).toEqual(['拖动圆点：', '向右漏报更', '少。']);
    expect(wrapped('在 test 上，AUC 为 0.9', 8, lengthOf)).toEqual(['在 test', '上，AUC 为', '0.9']);
  });

  it('loses no character and keeps to the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 12 }), (text, width) => {
        const lines = wrapped(text, width, lengthOf);
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        for (const line of lines) expect(lengthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
