import { describe, expect, it } from 'vitest';
import { findingsOf, found, inTurn, NO_NOTES, preparedOf, tableOf } from '../dataset/tables.ts';

const ROWS = 400;
const SCORES = Array.from({ length: ROWS }, (_, row) => (((row * 7) % 401) / 401).toFixed(4));
const Y = inTurn([0, 1], ROWS);

describe('rows left out', () => {
  it('are many beyond one in a hundred', () => {
    const missing = (count: number) => Y.map((label, row) => (row < count ? '' : label));
    expect(found('manySkipped', { y: missing(4), p: SCORES })).toEqual([]);
    expect(found('manySkipped', { y: missing(5), p: SCORES })).toMatchObject([
      { severity: 'warning', values: { count: 5, read: ROWS, share: 5 / ROWS } },
    ]);
  });

  it('include those that the reader left out', () => {
    const skipped = [{ reason: 'tooFewFields', count: 100, places: [] }] as const;
    const [finding] = found('manySkipped', { y: Y, p: SCORES }, {}, { ...NO_NOTES, skipped });
    expect(finding.values).toEqual({ count: 100, read: 500, share: 0.2 });
  });

  it('count as missing for want of a label, score, split or weight, and for nothing else', () => {
    const columns = {
      y: ['0', '1', '', '1', '0', '1', '0', '1'],
      p: ['0.1', '0.9', '0.5', 'NA', 'oops', 'inf', '0.3', '0.4'],
      split: ['a', 'a', 'a', 'a', 'a', 'a', '', 'a'],
      weight: ['1', '2', '1', '1', '1', '1', '1', ''],
    };
    const change = { split: 'split', weight: 'weight' };
    expect(found('missingValues', columns, change)).toMatchObject([{ severity: 'note', values: { count: 4 } }]);
    const unreadable = { y: Y, p: SCORES.map((score, row) => (row === 0 ? 'oops' : score)) };
    expect(found('missingValues', unreadable)).toEqual([]);
  });
});

describe('weights below zero', () => {
  it('are counted in all rows, kept or not', () => {
    const columns = { y: ['', '0', '1', '0', '1'], p: SCORES.slice(0, 5), weight: [-1, 1, 0, -2, 3] };
    expect(found('negativeWeight', columns)).toMatchObject([{ values: { column: 'weight', count: 2 } }]);
  });
});

describe('ids', () => {
  it('that only number the rows are not looked at', () => {
    const prepared = preparedOf(tableOf({ id: [...Y.keys()], y: Y, p: SCORES }), { id: 'id' });
    expect(findingsOf(prepared, 'duplicateIds')).toEqual([]);
  });

  it('that come twice within one split do not cross splits', () => {
    const columns = {
      id: SCORES.map((_, row) => (row === 1 ? 'c0' : `c${row}`)),
      split: SCORES.map((_, row) => (row < 200 ? 'train' : 'test')),
      y: Y,
      p: SCORES,
    };
    const prepared = preparedOf(tableOf(columns));
    expect(findingsOf(prepared, 'duplicateIds')).toMatchObject([{ values: { column: 'id', count: 1, example: 'c0' } }]);
    expect(findingsOf(prepared, 'idsAcrossSplits')).toEqual([]);
  });
});

describe('weights of whole numbers', () => {
  const said = (code: 'integerWeights' | 'weightsCountRows', weight: readonly number[], areWeightsCounts: boolean) =>
    found(code, { y: Y, p: SCORES, weight: inTurn(weight, ROWS) }, { weight: 'weight', areWeightsCounts }).map(
      ({ values, offers, severity }) => [severity, values, offers],
    );

  it('could count rows where they differ', () => {
    const offer = [['note', { column: 'weight' }, [{ kind: 'weightsAreCounts' }]]];
    expect(said('integerWeights', [1, 3], false)).toEqual(offer);
    expect(said('integerWeights', [2, 2], false)).toEqual([]);
    expect(said('integerWeights', [1, 2.5], false)).toEqual([]);
    expect(said('integerWeights', [1, 3], true)).toEqual([]);
  });

  it('count rows where somebody said so, all of them together', () => {
    const total = { column: 'weight', total: 2 * ROWS };
    expect(said('weightsCountRows', [1, 3], true)).toEqual([['note', total, [{ kind: 'weightsAreNoCounts' }]]]);
    expect(said('weightsCountRows', [1, 3], false)).toEqual([]);
    expect(said('weightsCountRows', [1, 2.5], true)).toEqual([]);
  });

  it('are no matter without a weight column', () => {
    expect(found('weightsCountRows', { y: Y, p: SCORES }, { areWeightsCounts: true })).toEqual([]);
  });
});

describe('ids that a spreadsheet has shortened', () => {
  const said = (id: readonly (string | number)[] | Float64Array, name = 'id') =>
    found('shortenedIds', { [name]: id, y: Y.slice(0, id.length), p: SCORES.slice(0, id.length) }).map(
      ({ values }) => values,
    );

  it('are written in scientific notation', () => {
    expect(said(['7', '1.23457E+12', '1,2E+14', '9e11'])).toEqual([{ column: 'id', count: 3, example: '1.23457E+12' }]);
    expect(said(['7', '12E+12', '1.5', 'x1E+12', '1E+5'])).toEqual([]);
    expect(said(['1.23457E+12', '1.23458E+12'], 'customer_id')).toHaveLength(1);
    expect(said(['1.23457E+12', '1.23458E+12'], 'amount')).toEqual([]);
  });

  it('are great numbers of six digits and zeros, most of them', () => {
    const great = [123457000000, 123458000000, 1234560000000];
    expect(said(Float64Array.from(great))).toEqual([{ column: 'id', count: 3, example: '123457000000' }]);
    expect(said(Float64Array.of(...great, 123456700001, 123456700002, 123456700003))).toHaveLength(1);
    expect(said(Float64Array.of(...great, 1, 2, 3, 4))).toEqual([]);
    expect(said(Float64Array.of(123456700000, 1234567000000))).toEqual([]);
    expect(said(Float64Array.of(12345600000, 12345700000))).toEqual([]);
    expect(said(Float64Array.of(100000000000, 200000000000))).toHaveLength(1);
  });
});
