import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasAmbiguousComma,
  numberIn,
  numberOfPercent,
  numberOfPercentWithComma,
  numberWithComma,
  numberWithThousandsComma,
  numberWithThousandsGap,
  spellsMissing,
  spellsNumber,
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
    ['０．５', 0.5],
    ['－１２', -12],
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
    ['an amount in euros', '€5'],
    ['an amount in dollars', '$5.00'],
    ['a date', '05.Jan'],
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
    // Quadratic time would run into the limit of a test.
    for (const part of ['1', '0', '.', 'e', '-', '1.', '1,', ' ', '1 ']) {
      const cell = part.repeat(100_000);
      numberIn(cell);
      numberIn(`${cell}x`);
      spellsNumber(`${cell}x`);
      spellsNumber(`1${cell}%`);
      hasAmbiguousComma(cell);
    }
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
      '#N/A N/A',
      '-1.#IND',
      '1.#QNAN',
      '#NV',
      '−',
    ];
    expect(spellings.filter((cell) => !spellsMissing(cell))).toEqual([]);
  });

  it('takes no word or number for it', () => {
    expect(['0', 'no', 'none at all', 'n', 'inf', 'false', '--'].filter(spellsMissing)).toEqual([]);
  });
});

const NBSP = '\u00a0';
const NARROW = '\u202f';
const THIN = '\u2009';

describe('numbers with marks', () => {
  it.each<[string, (cell: string) => number, Record<string, number>]>([
    [
      'a decimal comma',
      numberWithComma,
      {
        '0,25': 0.25,
        ',5': 0.5,
        '1,': 1,
        '-1,5e-3': -0.0015,
        '−0,2': -0.2,
        '1.234,56': 1234.56,
        '1.234.567': 1_234_567,
        [`1${NBSP}234,5`]: 1234.5,
        "1'234,5": 1234.5,
        '12': 12,
        '5E-01': 0.5,
        inf: Number.POSITIVE_INFINITY,
        '0.5': Number.NaN,
        '0.123': Number.NaN,
        '1.23': Number.NaN,
        '1,2,3': Number.NaN,
        '1.234 567': Number.NaN,
        '1,234.5': Number.NaN,
        '007': Number.NaN,
        '9.007.199.254.740.993': Number.NaN,
      },
    ],
    [
      'commas between thousands',
      numberWithThousandsComma,
      {
        '1,234.56': 1234.56,
        '12,345,678': 12_345_678,
        '-1,234.': -1234,
        '0.5': 0.5,
        '1e-5': 0.00001,
        '1234': 1234,
        '0,234': Number.NaN,
        '1,23': Number.NaN,
        '1234,567': Number.NaN,
        '1,234,56': Number.NaN,
      },
    ],
    [
      'gaps between thousands',
      numberWithThousandsGap,
      {
        '1 234.5': 1234.5,
        [`1${NBSP}234`]: 1234,
        [`12${NARROW}345${NARROW}678`]: 12_345_678,
        [`1${THIN}234.25`]: 1234.25,
        "1'234": 1234,
        '1’234’567.5': 1_234_567.5,
        '0.5': 0.5,
        "1'234 567": Number.NaN,
        '1 23': Number.NaN,
        '0 123': Number.NaN,
      },
    ],
    ['percent', numberOfPercent, { '53%': 53, '53.2 %': 53.2, '-1e1%': -10, '53,2 %': Number.NaN, '53': Number.NaN }],
    [
      'percent with a comma',
      numberOfPercentWithComma,
      { '53,2 %': 53.2, [`53,2${NBSP}%`]: 53.2, '５３％': 53, '%': Number.NaN },
    ],
  ])('%s', (_, numberOf, cells) => {
    for (const [cell, number] of Object.entries(cells)) expect([cell, numberOf(cell)]).toEqual([cell, number]);
  });

  it('knows numbers in whichever spelling', () => {
    for (const cell of ['0.5', '0,5', '1,234.5', '1 234.5', '53.2 %', '53,2%', '-inf']) {
      expect([cell, spellsNumber(cell)]).toEqual([cell, true]);
    }
    for (const cell of ['', 'a', '007', '1,2,3', '5 EUR', '%']) {
      expect([cell, spellsNumber(cell)]).toEqual([cell, false]);
    }
  });

  it('knows which commas have two readings', () => {
    expect(['1,234', '-999,000', '12,345'].every(hasAmbiguousComma)).toBe(true);
    expect(['0,234', '1,23', '1,234,567', '1234,567', '1,234.5', '1.234'].some(hasAmbiguousComma)).toBe(false);
  });
});
