import { describe, expect, it } from 'vitest';
import { isSameLabel, labelValues, meaningfulPositive, negativeBeside } from '../../../src/core/dataset/labels.ts';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import { tableOf } from './tables.ts';

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

  it('of very many numbers are only the greatest', () => {
    expect(valuesOf(Float64Array.of(3, 9, 4)).map(({ text }) => text)).toEqual(['9']);
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
    // One class only: where it is the negative one, the positive is what would stand beside it.
    [['1'], '1'],
    [['0'], '1'],
    [['-1'], '1'],
    [['False'], 'True'],
    [['NO'], 'YES'],
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
