import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatExpected,
  formatMetric,
  formatMoney,
  formatMoneyEnds,
  formatNumber,
  formatPercent,
  formatShare,
  formatSpokenThreshold,
  formatThreshold,
} from '../../src/i18n/format.ts';
import '../../src/i18n/later.ts';
import { sentenceParts, type TextKey, translate } from '../../src/i18n/translate.ts';
import { allEnglish } from './allEnglish.ts';

const keys = Object.keys(allEnglish) as TextKey[];

describe('the dictionary', () => {
  it.each(keys)('%s has only whole holes and is not empty', (key) => {
    expect(allEnglish[key].trim()).not.toBe('');
    const rest = sentenceParts(key)
      .map((part) => ('text' in part ? part.text : ''))
      .join('');
    expect(rest).not.toMatch(/[{}]/);
  });
});

describe('a sentence', () => {
  it('takes its numbers as counts and its words in the form that fits', () => {
    expect(translate('context.rows', { read: 30000, skipped: 0 })).toBe('30,000 rows read, 0 skipped');
    expect(translate('context.rows', { read: 1, skipped: 1 })).toBe('1 row read, 1 skipped');
  });

  it('keeps a number and its “%” on one line, whole or in pieces', () => {
    expect(translate('goal.name.flagTop', { share: '5' })).toBe('flag the top 5\u00a0%');
    const texts = sentenceParts('production.expect').map((part) => ('text' in part ? part.text : '…'));
    expect(texts.join('')).toContain('In production …\u00a0% of the cases');
  });

  it('does not read the holes of a value', () => {
    expect(translate('reading.file', { name: '{name} {read:a|b}' })).toBe('Reading {name} {read:a|b} …');
  });
});

describe('numbers as people read them', () => {
  it.each([
    [0.5, '0.50'],
    [0.5233633826490391, '0.5234'],
    [0.29, '0.29'],
    [1, '1.00'],
    [-0.125, '−0.125'],
    [0.59, '0.59'],
    [0, '0.00'],
    [0.00001, '1.00e−5'],
    [0.000153, '0.000153'],
    [0.00123456, '0.001235'],
    [0.005, '0.005'],
    [0.99, '0.99'],
    [0.995, '0.995'],
    [0.99999, '0.99999'],
    [0.9999873, '0.999987'],
    [-0.99999, '−0.99999'],
    [1.00002, '1.00002'],
    [1 - 2 ** -53, '0.99999999999999989'],
    [1234.5678, '1,234.57'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('the threshold %d is %s', (value, text) => expect(formatThreshold(value)).toBe(text));

  it.each([
    [0.59, '0.590'],
    [0, '0.000'],
    [1, '1.000'],
    [0.0004, '0.0004'],
    [0.99999, '0.99999'],
    [-0.00002, '−2.00e−5'],
    [Number.POSITIVE_INFINITY, '∞'],
  ])('the threshold %d is read aloud as %s', (value, text) => expect(formatSpokenThreshold(value)).toBe(text));

  it.each([
    [formatCount(1234567), '1,234,567'],
    [formatCount(8.75), '8.75'],
    [formatMetric(0.7116), '0.712'],
    [formatMetric(-0.0001), '0.000'],
    [formatMetric(Number.NaN), '—'],
    [formatPercent(0.737), '73.7\u00a0%'],
    [formatMoney(-1042, '€'), '−1,042\u00a0€'],
    [formatMoney(5, ''), '5'],
    [formatMoneyEnds(-79, 23.02, '€').join(' to '), '−79.00\u00a0€ to 23.02\u00a0€'],
    [formatMoneyEnds(-79.4, 123.02, '€').join(' to '), '−79\u00a0€ to 123\u00a0€'],
    [formatMoneyEnds(-0.2, 1042, '').join(' to '), '0 to 1,042'],
    [formatMoneyEnds(5, 12, '').join(' to '), '5 to 12'],
    [formatNumber(-6.15631), '−6.156'],
    [formatExpected(58.6667), '58.7'],
    [formatExpected(1089.6), '1,090'],
    [formatExpected(0.01234), '0.012'],
    [formatExpected(0), '0'],
    [formatExpected(Number.NaN), '—'],
    [formatExpected(-1234.5), '−1,234'],
    [formatShare(0.104), '10.4\u00a0%'],
    [formatShare(0.0025), '0.25\u00a0%'],
    [formatShare(0.00001), '0.001\u00a0%'],
    [formatShare(0), '0.0\u00a0%'],
    [formatShare(Number.NaN), '—'],
    [formatBytes(820877), '820.9\u00a0KB'],
    [formatBytes(0), '0\u00a0B'],
  ])('%s', (text, expected) => expect(text).toBe(expected));
});
