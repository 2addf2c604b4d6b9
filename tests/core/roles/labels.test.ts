import { describe, expect, it } from 'vitest';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import {
  hasOddSpellings,
  isDecision,
  isSameLabel,
  labelValues,
  meaningfulPositive,
  negativeBeside,
  spellingKey,
} from '../../../src/core/roles/labels.ts';
import { tableOf } from '../dataset/tables.ts';

const valuesOf = (cells: readonly string[] | Float64Array) => labelValues(profileColumns(tableOf({ y: cells }))[0]);

describe('labelValues', () => {
  it('are in ascending order, numbers by size and before words', () => {
    expect(valuesOf(['b', '10', '9', 'a', '-1', 'NA', '']).map(({ text }) => text)).toEqual([
      '-1',
      '9',
      '10',
      'a',
      'b',
    ]);
  });

  it('are one value where they spell one number', () => {
    const values = valuesOf(['1', '1.0', '1', '0', '0.0', '0', '1']);
    expect(values.map(({ text, count }) => [text, count])).toEqual([
      ['0', 3],
      ['1', 4],
    ]);
  });

  it('have numbers before words that begin with a mark', () => {
    expect(valuesOf(['(other)', '7', '#']).map(({ text }) => text)).toEqual(['7', '#', '(other)']);
  });

  it('are one value where they spell one word, under its most frequent spelling', () => {
    const values = valuesOf(['Yes', 'no', 'yes', 'yes', 'No', 'no', 'YES', 'yes']);
    expect(values.map(({ text, count }) => [text, count])).toEqual([
      ['no', 3],
      ['yes', 5],
    ]);
    expect(values[1].spellings).toEqual([
      { text: 'yes', count: 3 },
      { text: 'Yes', count: 1 },
      { text: 'YES', count: 1 },
    ]);
  });

  it.each([
    // Nothing else is there that the capitals could tell them apart from.
    [
      ['a', 'A'],
      ['A', 'a'],
    ],
    [
      ['m', 'M', 'f'],
      ['f', 'm'],
    ],
    // One side of a decision is one value, however it is written.
    [['No', 'no'], ['No']],
    [['yes', 'YES'], ['yes']],
    [['3', '3.0'], ['3']],
  ])('%j are the values %j', (cells, expected) => {
    expect(valuesOf(cells).map(({ text }) => text)).toEqual(expected);
  });

  it('of an empty column are none', () => {
    expect(valuesOf(['', 'NA'])).toEqual([]);
  });

  it('of very many numbers are only the greatest', () => {
    expect(valuesOf(Float64Array.of(3, 9, 4)).map(({ text }) => text)).toEqual(['9']);
  });
});

describe('hasOddSpellings', () => {
  it('is about words that are not read as one by themselves, unlike numbers', () => {
    const odd = (cells: readonly string[]) =>
      valuesOf(cells)
        .filter(hasOddSpellings)
        .map(({ text }) => text);
    expect(odd(['yes', 'yes', 'Yes', 'no'])).toEqual(['yes']);
    expect(odd(['1', '1.0', '0', '0'])).toEqual([]);
    expect(odd(['yes', 'no'])).toEqual([]);
  });
});

describe('spellingKey', () => {
  it.each([
    ['Yes', ' yes '],
    ['not  churned', 'Not churned'],
    ['not\u00a0churned', 'not churned'],
    ['ｙｅｓ', 'yes'],
    ['1', '1.00'],
    ['-1', '\u22121.0'],
  ])('is shared by %j and %j', (a, b) => {
    expect(spellingKey(a)).toBe(spellingKey(b));
  });

  it.each([
    ['yes', 'no'],
    ['not churned', 'notchurned'],
    ['a b', 'a  c'],
    ['1', '10'],
    ['07', '7'],
  ])('is not shared by %j and %j', (a, b) => {
    expect(spellingKey(a)).not.toBe(spellingKey(b));
  });
});

describe('isDecision', () => {
  it.each([
    [['0', '1'], true],
    [['no', 'yes'], true],
    [['Benign', 'Malignant'], true],
    // One side is enough.
    [['normal', 'port_scan'], true],
    [['mail', 'spam'], true],
    [['cat', 'dog'], false],
    [['2', '3'], false],
    [['no', 'unsure', 'yes'], false],
    [['yes'], false],
  ])('of %j is %j', (cells, expected) => {
    expect(isDecision(valuesOf(cells))).toBe(expected);
  });
});

describe('isSameLabel', () => {
  it('compares numbers as numbers and words as words', () => {
    expect([isSameLabel('1', '1.0'), isSameLabel('yes', 'yes'), isSameLabel('', '')]).toEqual([true, true, true]);
    expect([isSameLabel('1', '2'), isSameLabel('yes', 'Yes'), isSameLabel('', '0'), isSameLabel('007', '7')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('meaningfulPositive', () => {
  it.each([
    [['ja', 'nein', 'nein'], 'ja'],
    [['Oui', 'Non'], 'Oui'],
    [['no', 'sí'], 'sí'],
    [['Não', 'Sim'], 'Sim'],
    [['0', '1'], '1'],
    [['-1', '1'], '1'],
    [['1', '2'], '2'],
    [['0.0', '1.0'], '1.0'],
    [['False', 'True'], 'True'],
    [['no', 'yes'], 'yes'],
    [['N', 'Y'], 'Y'],
    [['good', 'bad'], 'bad'],
    [['benign', 'malignant'], 'malignant'],
    [['NEGATIVE', 'POSITIVE'], 'POSITIVE'],
    [['LABEL_0', 'LABEL_1'], 'LABEL_1'],
    [['否', '是'], '是'],
    [['normal', 'port_scan'], 'port_scan'],
    [['cat', 'dog'], null],
    [['low', 'middle', 'high'], null],
    [['0', '1', '2'], null],
    [['ham', 'spam', 'unsure'], 'spam'],
    [['no', '1'], '1'],
    // As Weka writes them.
    [['1:no', '2:yes'], '2:yes'],
    [['12:good', '13:bad'], '13:bad'],
    [['x1:no', 'x2:yes'], null],
    [['1234:no', '1235:yes'], null],
    [['0', 'failed'], 'failed'],
    [['no', 'neg', 'cat'], null],
    [['yes', 'pos', 'cat'], null],
    // One class only: where it is the negative one, the positive is what would stand beside it.
    [['1'], '1'],
    [['0'], '1'],
    [['0.0'], '1'],
    [['-1'], '1'],
    [['False'], 'True'],
    [['NO'], 'YES'],
    [['no'], 'yes'],
    [['Good'], 'Bad'],
    [['Event'], 'Event'],
    [['yes'], 'yes'],
    [['cat'], 'cat'],
  ])('of %j is %j', (cells, positive) => {
    expect(meaningfulPositive(valuesOf(cells))).toBe(positive);
  });

  it('of nothing is nothing', () => {
    expect(meaningfulPositive([])).toBeNull();
  });
});

describe('negativeBeside', () => {
  it('is the other of two, else null', () => {
    expect(negativeBeside(valuesOf(['a', 'b']), 'b')).toBe('a');
    expect(negativeBeside(valuesOf(['0', '1.0']), '1')).toBe('0');
    expect(negativeBeside(valuesOf(['a', 'b', 'c']), 'b')).toBeNull();
    expect(negativeBeside(valuesOf(['a']), 'a')).toBeNull();
    expect(negativeBeside(valuesOf(['0']), '1')).toBe('0');
  });
});
