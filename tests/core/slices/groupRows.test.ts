import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../../src/core/dataset/dataset.ts';
import { confusionAt } from '../../../src/core/scores/confusion.ts';
import { buildScoreIndex } from '../../../src/core/scores/scoreIndex.ts';
import { groupEdges } from '../../../src/core/slices/groupEdges.ts';
import { type GroupValue, groupKey, tidyEdges } from '../../../src/core/slices/grouping.ts';
import { groupRows, largestGroups } from '../../../src/core/slices/groupRows.ts';
import { measureGroups } from '../../../src/core/slices/measureGroups.ts';
import { tableOf } from '../dataset/tables.ts';
import { finished } from '../finished.ts';

const everyRow = (rowCount: number) => Uint32Array.from({ length: rowCount }, (_, row) => row);
const byValue = (column: string) => ({ column, edges: null });
const nameOf = (value: GroupValue) => {
  if (value.kind === 'value') return value.text;
  return value.kind === 'range' ? `${value.low}..${value.high}` : value.kind;
};
const namesOf = (values: readonly GroupValue[]) => values.map(nameOf).join(' & ');

describe('groups of rows', () => {
  const table = tableOf({
    region: ['north', 'south', '', 'north', 'NA', 'east'],
    age: ['9', '30', '18', '', 'old', '64'],
  });
  const grouped = (by: readonly { column: string; edges: readonly number[] | null }[]) =>
    groupRows(table, { rows: everyRow(6) }, { by });

  it('are the values of a column, what is missing last and as one', () => {
    const { groups, groupOf } = grouped([byValue('region')]);
    expect(groups.map(({ values, rows }) => [namesOf(values), rows])).toEqual([
      ['east', 1],
      ['north', 2],
      ['south', 1],
      ['missing', 2],
    ]);
    expect([...groupOf]).toEqual([1, 2, 3, 1, 3, 0]);
  });

  it('ascend by size where values are numbers, texts behind them', () => {
    expect(grouped([byValue('age')]).groups.map(({ values }) => namesOf(values))).toEqual([
      '9',
      '18',
      '30',
      '64',
      'old',
      'missing',
    ]);
  });

  it('are ranges that hold their lower end; what is no number and what is missing stand apart', () => {
    const { groups } = grouped([{ column: 'age', edges: [18, 64] }]);
    expect(groups.map(({ values, rows }) => [namesOf(values), rows])).toEqual([
      ['-Infinity..18', 1],
      ['18..64', 2],
      ['64..Infinity', 1],
      ['noNumber', 1],
      ['missing', 1],
    ]);
  });

  it('are the intersections of several columns that occur', () => {
    const { groups } = grouped([byValue('region'), { column: 'age', edges: [18] }]);
    expect(groups.map(({ values }) => namesOf(values))).toEqual([
      'east & 18..Infinity',
      'north & -Infinity..18',
      'north & missing',
      'south & 18..Infinity',
      'missing & 18..Infinity',
      'missing & noNumber',
    ]);
  });

  it('need their column, and without any all rows are one', () => {
    expect(() => grouped([byValue('gone')])).toThrow(RangeError);
    expect(grouped([]).groups).toEqual([{ values: [], rows: 6 }]);
  });

  it('have a name each', () => {
    const { groups } = grouped([byValue('region'), { column: 'age', edges: [18] }]);
    expect(new Set(groups.map(({ values }) => groupKey(values))).size).toBe(groups.length);
  });
});

describe('any table', () => {
  const cell = fc.constantFrom('a', 'b', 'B', '', 'NA', '1', '2', '2.0', '10', '-1', '1e3', 'x y');
  const arbitrary = fc.record({
    cells: fc.array(fc.tuple(cell, cell, fc.double({ noNaN: true }), fc.nat(1), fc.nat(10)), {
      minLength: 1,
      maxLength: 60,
    }),
    edges: fc.array(fc.constantFrom(-1, 0, 1, 2, 2.5, 10)),
    most: fc.integer({ min: 1, max: 9 }),
  });

  it('is grouped as row by row: same cells, same group', () => {
    fc.assert(
      fc.property(arbitrary, ({ cells, edges }) => {
        const table = tableOf({
          a: cells.map(([a]) => a),
          b: cells.map(([, b]) => b),
          c: Float64Array.from(cells, ([, , c]) => c),
        });
        const rows = everyRow(cells.length).filter((row) => row % 3 !== 1);
        const by = [byValue('a'), { column: 'b', edges: tidyEdges(edges) }, byValue('c')];
        const { groups, groupOf } = groupRows(table, { rows }, { by });
        const [a, b, c] = table.columns;
        const isMissing = (text: string) => text === '' || text === 'NA';
        const naive = (row: number) => {
          const number = Number(textAt(b, row));
          const range = tidyEdges(edges).filter((edge) => edge <= number).length;
          const second = isMissing(textAt(b, row)) ? 'missing' : Number.isNaN(number) ? 'no' : String(range);
          return JSON.stringify([
            isMissing(textAt(a, row)) ? null : textAt(a, row),
            second,
            Number(textAt(c, row)) + 0,
          ]);
        };
        const nameOfGroup = new Map<number, string>();
        for (const [at, row] of rows.entries()) {
          const known = nameOfGroup.get(groupOf[at]) ?? naive(row);
          expect(naive(row)).toBe(known);
          nameOfGroup.set(groupOf[at], known);
        }
        expect(new Set(nameOfGroup.values()).size).toBe(groups.length);
        expect(nameOfGroup.size).toBe(groups.length);
        for (const [at, group] of groups.entries()) {
          expect(groupOf.filter((each) => each === at).length).toBe(group.rows);
        }
      }),
    );
  });

  it('keeps of its groups the largest, of equal ones the first, in the order in which all stand', () => {
    fc.assert(
      fc.property(arbitrary, ({ cells, edges, most }) => {
        const table = tableOf({
          a: cells.map(([a]) => a),
          b: cells.map(([, b]) => b),
          c: cells.map(([, , c], row) => (row % 2 === 0 ? `text ${c}` : String(c))),
        });
        for (const by of [[byValue('a')], [byValue('c')], [byValue('b'), { column: 'a', edges: tidyEdges(edges) }]]) {
          const rows = everyRow(cells.length);
          const all = groupRows(table, { rows }, { by });
          const kept = all.groups
            .map((group, place) => ({ group, place }))
            .sort((a, b) => b.group.rows - a.group.rows || a.place - b.place)
            .slice(0, most)
            .sort((a, b) => a.place - b.place);
          const { grouped, leftOut } = finished(largestGroups(table, { rows }, { by }, most));
          expect(grouped.groups).toEqual(kept.map(({ group }) => group));
          expect([...grouped.groupOf]).toEqual(
            Array.from(all.groupOf, (group) => kept.findIndex(({ place }) => place === group)),
          );
          expect(leftOut).toBe(all.groups.length - kept.length);
        }
      }),
    );
  });

  it('ascends, numbers by size before texts by the alphabet, and stands so whatever the order of its rows', () => {
    fc.assert(
      fc.property(arbitrary, ({ cells }) => {
        const texts = cells.map(([a]) => a);
        const groupsOf = (column: readonly string[]) =>
          groupRows(tableOf({ a: [...column] }), { rows: everyRow(column.length) }, { by: [byValue('a')] }).groups;
        const ordered = groupsOf(texts);
        expect(groupsOf([...texts].reverse())).toEqual(ordered);
        const known = ['-1', '1', '2', '2.0', '10', '1e3', 'a', 'b', 'B', 'x y', 'missing'];
        const places = ordered.map(({ values }) => known.indexOf(namesOf(values)));
        // “2” and “2.0” are one number, and ordered by how they are written.
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  it('has groups that add up to the whole at every threshold, those left out included', () => {
    fc.assert(
      fc.property(arbitrary, fc.double({ min: 0, max: 10 }), fc.boolean(), ({ cells, most }, threshold, isWeighted) => {
        const table = tableOf({ a: cells.map(([a]) => a) });
        const grouped = groupRows(table, { rows: everyRow(cells.length) }, { by: [byValue('a')] });
        const { grouped: largest, leftOut } = finished(
          largestGroups(table, { rows: everyRow(cells.length) }, { by: [byValue('a')] }, most),
        );
        const kept = {
          yTrue: Uint8Array.from(cells, ([, , , y]) => y),
          yScore: Float64Array.from(cells, ([, , , , score]) => score),
          splitOf: null,
          // Sums of these are exact.
          sampleWeight: isWeighted ? Float64Array.from(cells, (_, row) => (row % 5) / 4) : null,
        };
        expect(leftOut).toBe(grouped.groups.length - largest.groups.length);
        const { groups, others } = measureGroups(kept, largest, null, leftOut);
        expect(others === null).toBe(leftOut === 0);
        const sum = { tp: 0, fp: 0, fn: 0, tn: 0 };
        for (const { index } of [...groups, ...(others === null ? [] : [others])]) {
          const { tp, fp, fn, tn } = confusionAt(index, threshold, '>=');
          sum.tp += tp;
          sum.fp += fp;
          sum.fn += fn;
          sum.tn += tn;
        }
        expect(sum).toEqual(confusionAt(buildScoreIndex(kept.yTrue, kept.yScore, kept.sampleWeight), threshold, '>='));
        const smallest = Math.min(...largest.groups.map(({ rows }) => rows));
        const shown = new Set(largest.groups.map(({ values }) => groupKey(values)));
        const left = grouped.groups.filter(({ values }) => !shown.has(groupKey(values)));
        expect(left.every(({ rows }) => rows <= smallest)).toBe(true);
      }),
    );
  });
});

describe('ends of ranges', () => {
  const edgesOf = (numbers: readonly number[]) =>
    groupEdges(tableOf({ a: Float64Array.from(numbers) }).columns[0], everyRow(numbers.length));

  it('are round and leave about as many rows in each range', () => {
    const ages = Array.from({ length: 1000 }, (_, row) => 18 + ((row * 37) % 58));
    expect(edgesOf(ages)).toEqual([30, 40, 50, 60]);
    expect(edgesOf(Array.from({ length: 500 }, (_, row) => 1000 + row / 1000))).toEqual([
      1000.1, 1000.2, 1000.3, 1000.4,
    ]);
    expect(edgesOf(Array.from({ length: 500 }, (_, row) => -(row ** 3)))).toEqual([-64e6, -27e6, -8e6, -1e6]);
  });

  it('are none where all numbers are the same, or there are none', () => {
    expect(edgesOf([])).toEqual([]);
    expect(edgesOf([3, 3, 3])).toEqual([]);
    expect(edgesOf([Number.NaN, Number.NaN])).toEqual([]);
  });

  it('lie above the least number, so that no range is empty from the start', () => {
    expect(edgesOf([0, 0, 0, 0, 0, 0, 1, 2])).toEqual([0.5]);
  });
});
