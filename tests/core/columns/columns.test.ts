import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupCells } from '../../../src/core/columns/columnGroups.ts';
import { summarizeColumn } from '../../../src/core/columns/columnSummary.ts';
import { populationStability } from '../../../src/core/columns/populationStability.ts';
import { roundEdges } from '../../../src/core/columns/roundEdges.ts';
import type { Column } from '../../../src/core/dataset/dataset.ts';
import { textPiece } from '../../../src/core/dataset/textPieces.ts';
import { tableOf } from '../dataset/tables.ts';

const columnOf = (cells: readonly (string | number)[] | Float64Array): Column => tableOf({ x: cells }).columns[0];
const textColumn = (cells: readonly string[]): Column => ({ kind: 'text', name: 'x', pieces: [textPiece(cells)] });
const all = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);
const groups = (cells: readonly (string | number)[] | Float64Array) => groupCells(columnOf(cells), all(cells.length));

describe('roundEdges', () => {
  it('counts in ones, twos and fives', () => {
    expect(roundEdges(19, 75, 8, true)).toEqual([10, 20, 30, 40, 50, 60, 70, 80]);
    expect(roundEdges(0.03, 0.97, 8, false)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(roundEdges(1, 4, 8, true)).toEqual([1, 2, 3, 4]);
    expect(roundEdges(-0.25, 0.1, 8, false)).toEqual([-0.25, -0.2, -0.15, -0.1, -0.05, 0, 0.05, 0.1]);
    expect(roundEdges(7, 7, 8, false)).toEqual([7, 8]);
  });

  it('covers any range in few equal parts between decimals as a person would write them', () => {
    const number = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 2, max: 20 }), fc.boolean(), (a, b, parts, isInteger) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(high - low > 1e-6 * Math.max(1, Math.abs(low), Math.abs(high)));
        const edges = roundEdges(low, high, parts, isInteger);
        const step = edges[1] - edges[0];
        expect(edges[0]).toBeLessThanOrEqual(low + 1e-9 * step);
        expect(edges[edges.length - 1]).toBeGreaterThanOrEqual(high - 1e-9 * step);
        expect(edges.length).toBeLessThanOrEqual(parts + 2);
        for (const edge of edges) expect(String(edge).replace(/^-|\.|e.*/g, '').length).toBeLessThan(15);
        if (isInteger) expect(edges.every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it('refuses what is no range', () => {
    expect(() => roundEdges(2, 1, 8, false)).toThrow(RangeError);
    expect(() => roundEdges(0, Infinity, 8, false)).toThrow(RangeError);
  });
});

describe('populationStability', () => {
  it('is what a person works out by hand', () => {
    // Shares 0.5, 0.5 and 0.8, 0.2: 0.3 ln 1.6 − 0.3 ln 0.4 = 0.3 ln 4.
    expect(populationStability([10, 10], [8, 2])).toBeCloseTo(0.3 * Math.log(4), 12);
    expect(populationStability([3, 0, 7], [30, 0, 70])).toBeCloseTo(0, 12);
    expect(populationStability([4, 0], [2, 2])).toBeCloseTo(-0.5 * Math.log(0.5) + 0.375 * Math.log(4), 12);
  });

  it('is the same both ways, never negative, and none for an empty sample', () => {
    const cases = fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(cases, (pairs) => {
        const [a, b] = [pairs.map(([each]) => each), pairs.map(([, each]) => each)];
        fc.pre(a.some(Boolean) && b.some(Boolean));
        const stability = populationStability(a, b);
        expect(stability).toBeCloseTo(populationStability(b, a), 10);
        // Half a case in place of none makes the shares add up to a little more than 1.
        if (!a.includes(0) && !b.includes(0)) expect(stability).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
    expect(populationStability([0, 0], [1, 2])).toBeNaN();
  });
});

describe('groupCells', () => {
  it('names few values by themselves, the most frequent first, and what is missing last', () => {
    const found = groups(['own', 'rent', 'own', '', 'free', 'own', 'NA', 'rent']);
    expect(found).toMatchObject({ holds: 'text', distinct: 3, isAtLeast: false, low: Number.NaN });
    expect(found.keys).toEqual([
      { kind: 'value', text: 'own' },
      { kind: 'value', text: 'rent' },
      { kind: 'value', text: 'free' },
      { kind: 'missing' },
    ]);
    expect([...found.groupOf]).toEqual([0, 1, 0, 3, 2, 0, 3, 1]);
  });

  it('gathers rare values, but not a single one', () => {
    const letters = [...'aabbccddeeffgghh'];
    expect(groups([...letters, 'i']).keys.at(-1)).toEqual({ kind: 'value', text: 'i' });
    const found = groups([...letters, 'i', 'j', 'k']);
    expect(found.keys.at(-1)).toEqual({ kind: 'others', count: 3 });
    expect(found.keys).toHaveLength(9);
    expect(found.distinct).toBe(11);
  });

  it('puts few numbers in their order, and many in ranges between round edges', () => {
    expect(groups([10, 2, 2, 1]).keys).toEqual(['1', '2', '10'].map((text) => ({ kind: 'value', text })));
    expect(groups(Float64Array.of(3, 1, 3)).keys).toEqual(['1', '3'].map((text) => ({ kind: 'value', text })));
    const ages = Float64Array.from({ length: 60 }, (_, i) => 19 + (i % 57));
    ages[59] = Number.NaN;
    const found = groups(ages);
    expect(found).toMatchObject({ holds: 'numbers', distinct: 57, low: 19, high: 75, median: 46 });
    expect(found.keys[0]).toEqual({ kind: 'range', low: 10, high: 20 });
    expect(found.keys.at(-1)).toEqual({ kind: 'missing' });
  });

  it('tells a word among numbers from nothing', () => {
    const found = groups([...Array.from({ length: 40 }, (_, i) => i), 'abc', '']);
    expect(found.keys.slice(-2)).toEqual([{ kind: 'unreadable' }, { kind: 'missing' }]);
    expect([...found.groupOf.slice(-2)]).toEqual([found.keys.length - 2, found.keys.length - 1]);
  });

  it('says when there is nothing at all, and counts long texts', () => {
    expect(groups(['', 'NA']).holds).toBe('nothing');
    expect(groupCells(textColumn(['a b', 'c', 'a b', '']), all(4))).toMatchObject({ holds: 'text', distinct: 2 });
    expect(groupCells(columnOf(['a', 'b']), Uint32Array.of(1))).toMatchObject({ distinct: 1 });
  });

  it('puts every number into the group whose range holds it', () => {
    const number = fc.oneof(fc.double({ noDefaultInfinity: true }), fc.integer({ min: -5, max: 40 }).map(Number));
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 200 }), (cells) => {
        const { keys, groupOf, distinct } = groups(Float64Array.from(cells));
        expect(distinct).toBe(new Set(cells.filter((cell) => !Number.isNaN(cell)).map((cell) => cell + 0)).size);
        cells.forEach((cell, row) => {
          const key = keys[groupOf[row]];
          if (Number.isNaN(cell)) expect(key.kind).toBe('missing');
          else if (key.kind === 'value') expect(Number(key.text) + 0).toBe(cell + 0);
          else {
            if (key.kind !== 'range') throw new Error(key.kind);
            expect(cell).toBeGreaterThanOrEqual(key.low ?? -Infinity);
            expect(cell).toBeLessThan(key.high ?? Infinity);
          }
        });
      }),
    );
  });
});

describe('summarizeColumn', () => {
  it('counts cases and positives of each group, which add up to the whole', () => {
    const row = fc.record({
      cell: fc.constantFrom('a', 'b', 'c', '', '1', '2.5', 'NA'),
      isPositive: fc.boolean(),
      split: fc.integer({ min: 0, max: 2 }),
      weight: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), fc.boolean(), (rows, isWeighted) => {
        const kept = {
          rows: all(rows.length),
          yTrue: Uint8Array.from(rows, ({ isPositive }) => Number(isPositive)),
          splitOf: Uint8Array.from(rows, ({ split }) => split),
          splits: ['x', 'y', 'z'],
          sampleWeight: isWeighted ? Float64Array.from(rows, ({ weight }) => weight) : null,
        };
        const summary = summarizeColumn(columnOf(rows.map(({ cell }) => cell)), kept);
        const weigh = (some: typeof rows) => some.reduce((sum, { weight }) => sum + (isWeighted ? weight : 1), 0);
        expect(summary.cases).toBe(weigh(rows));
        expect(summary.missing).toBe(weigh(rows.filter(({ cell }) => cell === '' || cell === 'NA')));
        expect(summary.groups.reduce((sum, { cases }) => sum + cases, 0)).toBe(summary.cases);
        for (const { key, cases, positives } of summary.groups) {
          if (key.kind !== 'value') continue;
          const of = rows.filter(({ cell }) => cell === key.text);
          expect(cases).toBe(weigh(of));
          expect(positives).toBe(weigh(of.filter(({ isPositive }) => isPositive)));
        }
      }),
    );
  });

  it('names the split that differs most from the first', () => {
    const kept = {
      rows: all(12),
      yTrue: new Uint8Array(12),
      splitOf: Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2),
      splits: ['train', 'valid', 'test'],
      sampleWeight: null,
    };
    const { drift } = summarizeColumn(columnOf([...'aabbaabbaaab']), kept);
    expect(drift).toMatchObject({ from: 'train', to: 'test' });
    expect(drift?.stability).toBeCloseTo(0.25 * Math.log(1.5) - 0.25 * Math.log(0.5), 12);
    expect(
      summarizeColumn(columnOf([...'aabb']), { ...kept, rows: all(4), splitOf: null, splits: ['all'] }).drift,
    ).toBe(null);
  });
});
