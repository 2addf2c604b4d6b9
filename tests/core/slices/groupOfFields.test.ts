import { describe, expect, it } from 'vitest';
import { thresholdOfFields } from '../../../src/core/slices/groupOfFields.ts';
import { groupRows } from '../../../src/core/slices/groupRows.ts';
import type { GroupThresholds } from '../../../src/core/slices/groupThresholds.ts';
import { rowThresholds } from '../../../src/core/slices/rowThresholds.ts';
import { tableOf } from '../dataset/tables.ts';

const BY_TWO: GroupThresholds = {
  grouping: {
    by: [
      { column: 'sex', edges: null },
      { column: 'age', edges: [30, 50] },
    ],
  },
  thresholds: [
    {
      values: [
        { kind: 'value', text: 'F' },
        { kind: 'range', low: 30, high: 50 },
      ],
      threshold: 0.3,
    },
    { values: [{ kind: 'value', text: '1.0' }, { kind: 'noNumber' }], threshold: 0.7 },
    { values: [{ kind: 'missing' }, { kind: 'range', low: 50, high: Infinity }], threshold: 0.9 },
  ],
  chosenBy: null,
};

const of = (fields: Readonly<Record<string, string>>) =>
  thresholdOfFields(BY_TWO, (column) => fields[column] ?? null, 0.5);

describe('the threshold of one case', () => {
  it('is that of its group', () => {
    expect(of({ sex: 'F', age: '30' })).toMatchObject({ kind: 'own', threshold: 0.3 });
    expect(of({ sex: ' F ', age: '49.9' })).toMatchObject({ kind: 'own', threshold: 0.3 });
    expect(of({ sex: '1', age: 'old' })).toMatchObject({ kind: 'own', threshold: 0.7 });
    expect(of({ sex: '', age: '50' })).toMatchObject({ kind: 'own', threshold: 0.9 });
  });

  it('is the one for all where the group has none, or is not named', () => {
    expect(of({ sex: 'F', age: '50' })).toEqual({
      kind: 'otherGroup',
      values: [
        { kind: 'value', text: 'F' },
        { kind: 'range', low: 50, high: Infinity },
      ],
      threshold: 0.5,
    });
    expect(of({ age: '50' })).toEqual({ kind: 'noGroup', columns: ['sex'], threshold: 0.5 });
    expect(of({})).toMatchObject({ kind: 'noGroup', columns: ['sex', 'age'] });
  });

  it('is the one that the row of a file with the same cells gets', () => {
    const cells = {
      region: ['north', 'south', '', 'north', 'NA', 'east', '-0', '1.0'],
      age: ['9', '30', '18', '', 'old', '64', '29.99', '-5'],
    };
    const table = tableOf(cells);
    const kept = { rows: Uint32Array.from(cells.age, (_, row) => row) };
    const grouping = {
      by: [
        { column: 'region', edges: null },
        { column: 'age', edges: [18, 30] },
      ],
    };
    const thresholds = groupRows(table, kept, grouping).groups.map(({ values }, at) => ({
      values,
      threshold: at / 10,
    }));
    const groups = { grouping, thresholds, chosenBy: null };
    const ofRows = rowThresholds(table, kept, groups, 0.5);
    expect(new Set(ofRows).size).toBe(8);
    for (const [row, threshold] of ofRows.entries()) {
      const fieldOf = (column: string) => cells[column as keyof typeof cells][row];
      expect(thresholdOfFields(groups, fieldOf, 0.5), `row ${row}`).toMatchObject({ kind: 'own', threshold });
    }
  });
});
