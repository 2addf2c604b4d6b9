import { describe, expect, it } from 'vitest';
import { type Column, numberAt, textAt } from '../../../src/core/dataset/dataset.ts';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import { textPiece } from '../../../src/core/dataset/textPieces.ts';
import type { ColumnRepair, ColumnRepairKind } from '../../../src/core/roles/repair.ts';
import {
  type ColumnReading,
  divisorOf,
  repairedDataset,
  repairedProfiles,
  unignored,
} from '../../../src/core/roles/repairedColumns.ts';
import { tableOf } from '../dataset/tables.ts';

const reading = (repairs: readonly ColumnRepair[], labels: Partial<ColumnReading> = {}): ColumnReading => ({
  positiveLabel: '1',
  negativeLabel: '0',
  scoredLabel: '1',
  ...labels,
  repairs,
});

/** The cells of column x after repairs of it, as texts and as numbers, with what its profile then says. */
function repaired(x: Parameters<typeof tableOf>[0][string], kinds: readonly ColumnRepairKind[], labels = {}) {
  const table = tableOf({ y: ['NO', 'YES', ...x].slice(0, x.length), x });
  const profiles = profileColumns(table);
  const asked = reading(
    kinds.map((kind) => ({ kind, column: 'x' })),
    labels,
  );
  const dataset = repairedDataset(table, profiles, asked);
  const [other, column] = dataset.columns;
  expect(other).toBe(table.columns[0]);
  const [otherProfile, profile] = repairedProfiles(profiles, asked);
  expect(otherProfile).toBe(profiles[0]);
  const rows = [...Array(table.rowCount).keys()];
  return {
    texts: rows.map((row) => textAt(column, row)),
    numbers: rows.map((row) => numberAt(column, row)),
    column,
    profile,
  };
}

describe('without repairs', () => {
  it('everything stays the same object', () => {
    const table = tableOf({ x: ['a'] });
    const profiles = profileColumns(table);
    expect(repairedDataset(table, profiles, reading([]))).toBe(table);
    expect(repairedProfiles(profiles, reading([]))).toBe(profiles);
    expect(unignored(profiles, [{ kind: 'divideBy100', column: 'x' }])).toBe(profiles);
  });
});

describe('an ignored column', () => {
  it('is gone, and the others stay', () => {
    const table = tableOf({ a: ['1'], b: ['2'], c: ['3'] });
    const asked = reading([
      { kind: 'ignoreColumn', column: 'b' },
      { kind: 'divideBy100', column: 'c' },
    ]);
    const profiles = profileColumns(table);
    expect(repairedDataset(table, profiles, asked).columns.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(repairedProfiles(profiles, asked).map(({ name }) => name)).toEqual(['a', 'c']);
  });
});

describe('a divided column', () => {
  it('holds a hundredth of each number, while the text stays', () => {
    for (const cells of [['50', '7', 'x'], Float64Array.of(50, 7, Number.NaN)]) {
      const { texts, numbers, profile } = repaired(cells, ['divideBy100']);
      expect(numbers).toEqual([0.5, 0.07, Number.NaN]);
      if (Array.isArray(cells)) expect(texts).toEqual(cells);
      expect(profile).toMatchObject({ low: 0.07, high: 0.5, isInteger: false });
    }
    expect(divisorOf([{ kind: 'divideBy100', column: 'x' }], 'x')).toBe(100);
    expect(divisorOf([{ kind: 'divideBy100', column: 'x' }], 'y')).toBe(1);
  });

  it('of texts stays as it is', () => {
    const column: Column = { kind: 'text', name: 'x', pieces: [textPiece(['50', 'b'])] };
    const table = { ...tableOf({ x: ['50', 'b'] }), columns: [column] };
    const asked = reading([{ kind: 'divideBy100', column: 'x' }]);
    expect(repairedDataset(table, profileColumns(table), asked).columns).toEqual([column]);
  });
});

describe('a clipped column', () => {
  it('holds the nearest numbers from 0 to 1', () => {
    const { numbers, profile } = repaired(['-0.25', '0', '0.5', '1', '1.5', ''], ['clipToUnit']);
    expect(numbers).toEqual([0, 0, 0.5, 1, 1, Number.NaN]);
    expect(profile).toMatchObject({ low: 0, high: 1 });
  });

  it('is clipped after it was divided', () => {
    const { numbers, profile } = repaired(['50', '101'], ['clipToUnit', 'divideBy100']);
    expect(numbers).toEqual([0.5, 1]);
    expect(profile).toMatchObject({ low: 0.5, high: 1 });
  });
});

describe('another spelling of numbers', () => {
  it('reads the column anew', () => {
    const comma = repaired(['1,234', '2', 'NA', 'inf'], ['decimalComma']);
    expect(comma.numbers).toEqual([1.234, 2, Number.NaN, Number.POSITIVE_INFINITY]);
    expect(comma.profile).toMatchObject({
      spelling: 'decimalComma',
      numericShare: 1,
      low: 1.234,
      high: 2,
      isInteger: false,
    });
    const thousands = repaired(['1,234', '2'], ['thousandsComma']);
    expect(thousands.numbers).toEqual([1234, 2]);
    expect(thousands.profile).toMatchObject({ spelling: 'thousandsComma', low: 2, high: 1234, isInteger: true });
  });

  it('leaves the range alone where the profile lists no numbers', () => {
    const { profile } = repaired(['a', 'b'], ['decimalComma']);
    expect(profile).toMatchObject({ spelling: 'decimalComma', low: Number.NaN, high: Number.NaN, numericShare: 0 });
  });
});

describe('merged spellings', () => {
  it('are written as the most frequent one', () => {
    const { texts, profile } = repaired(['Yes', 'no', 'yes', 'NO', 'yes', ' no', 'no', '', 'NA'], ['mergeSpellings']);
    expect(texts).toEqual(['yes', 'no', 'yes', 'no', 'yes', 'no', 'no', '', 'NA']);
    expect(profile).toMatchObject({
      distinct: 2,
      topValues: [
        { value: 'no', count: 4 },
        { value: 'yes', count: 3 },
      ],
    });
  });

  it('are written as the reading names them', () => {
    const cells = ['yes', 'yes', 'Yes', 'no', 'no', 'NO'];
    const named = { positiveLabel: 'Yes', negativeLabel: 'NO', scoredLabel: 'Yes' };
    expect(repaired(cells, ['mergeSpellings'], named).texts).toEqual(['Yes', 'Yes', 'Yes', 'NO', 'NO', 'NO']);
    const rest = { positiveLabel: 'Yes', negativeLabel: null, scoredLabel: 'NO' };
    expect(repaired(cells, ['mergeSpellings'], rest).texts).toEqual(['Yes', 'Yes', 'Yes', 'NO', 'NO', 'NO']);
  });

  it('are not written in a way that does not stand in the column', () => {
    const named = { positiveLabel: 'YES', negativeLabel: 'No', scoredLabel: 'YES' };
    expect(repaired(['yes', 'Yes', 'yes', 'no'], ['mergeSpellings'], named).texts).toEqual(['yes', 'yes', 'yes', 'no']);
  });

  it('are found beyond the values that a profile lists, and apart from missing ones', () => {
    const words = 'a b c d e f g h i j k l'.split(' ');
    const { texts } = repaired([...words, ...words, 'NA', 'na', 'Na', 'x', 'X'], ['mergeSpellings']);
    expect(texts.slice(24)).toEqual(['NA', 'na', 'na', 'x', 'x']);
  });

  it('are sorted by how often they come once they are one', () => {
    const { profile } = repaired(['b', 'b', 'b', 'a', 'A', 'a', 'A'], ['mergeSpellings']);
    expect(profile.topValues).toEqual([
      { value: 'a', count: 4 },
      { value: 'b', count: 3 },
    ]);
  });
});
