import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasCertainDecimalComma,
  numberIn,
  numberOfPercent,
  numberWithComma,
  spellsMissing,
} from '../../../src/core/dataset/cell.ts';

describe('numberIn', () => {
  it.each([
    ['1e-1', 0.1],
    ['+0.8', 0.8],
    ['.35', 0.35],
    ['-.5', -0.5],
    ['1.', 1],
    ['5E-01', 0.5],
    ['4.0E-1', 0.4],
    ['−0.2', -0.2],
    ['0.5000', 0.5],
    ['  7 ', 7],
    ['0', 0],
    ['-0', -0],
    ['0e0', 0],
    ['0.1e1', 1],
    ['00.5', 0.5],
    ['9007199254740991', 9_007_199_254_740_991],
    ['1e300', 1e300],
    ['123456789012345678901234567890.5', 1.2345678901234568e29],
    ['5e-324', 5e-324],
    ['0.30000000000000004', 0.30000000000000004],
    ['inf', Number.POSITIVE_INFINITY],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['+INF', Number.POSITIVE_INFINITY],
    ['1e999', Number.POSITIVE_INFINITY],
  ])('reads %j', (cell, expected) => {
    expect(numberIn(cell)).toBe(expected);
  });

  it.each([
    ['nothing', ''],
    ['blanks', '  '],
    ['hexadecimal', '0x1F'],
    ['binary', '0b1'],
    ['octal', '0o7'],
    ['a leading zero', '007'],
    ['a signed leading zero', '-01'],
    ['a whole number beyond 2^53', '9007199254740993'],
    ['one of twenty digits', '12345678901234567890'],
    ['a thousand with a comma', '1,000'],
    ['two points', '1.2.3'],
    ['an exponent alone', 'e5'],
    ['a point alone', '.'],
    ['a sign alone', '-'],
    ['an underscore', '1_000'],
    ['a unit', '5px'],
    ['a word', 'abc'],
    ['NaN', 'NaN'],
    ['true', 'true'],
  ])('finds no number in %s', (_, cell) => {
    expect(numberIn(cell)).toBeNaN();
  });

  it('reads back every double that JavaScript or Python writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        // Whole numbers beyond 2^53 written out are identifiers, and JavaScript writes -0 as 0.
        fc.pre(!(Number.isInteger(value) && Math.abs(value) > Number.MAX_SAFE_INTEGER) && value !== 0);
        expect(numberIn(String(value))).toBe(value);
        expect(numberIn(value.toExponential())).toBe(value);
      }),
    );
  });

  it('takes linear time for any long cell', () => {
    const start = performance.now();
    for (const part of ['1', '0', '.', 'e', '-', '1.', '1,', ' ', '1 ']) {
      const cell = part.repeat(100_000);
      numberIn(cell);
      numberIn(`${cell}x`);
      numberWithComma(`${cell}x`);
      numberOfPercent(`${cell}%`);
      hasCertainDecimalComma(cell);
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('spellsMissing', () => {
  it('knows how programs write nothing', () => {
    const spellings = [
      '',
      '-',
      '.',
      'NaN',
      'nan',
      'NA',
      'N/A',
      'null',
      'NULL',
      'None',
      'nil',
      '#N/A',
      '#DIV/0!',
      '<NA>',
    ];
    expect(spellings.filter((cell) => !spellsMissing(cell))).toEqual([]);
  });

  it('takes no word or number for it', () => {
    expect(['0', 'no', 'none at all', 'n', 'inf', 'false', '--'].filter(spellsMissing)).toEqual([]);
  });
});
