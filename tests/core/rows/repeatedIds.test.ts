import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../src/core/dataset/dataset.ts';
import { textPiece } from '../../../src/core/dataset/textPieces.ts';
import { repeatedIds } from '../../../src/core/rows/repeatedIds.ts';
import { tableOf } from '../dataset/tables.ts';

const columnsOf = (ids: readonly string[]): Column[] => [
  tableOf({ id: ids }).columns[0],
  { kind: 'text', name: 'id', pieces: [textPiece(ids)] },
];

/** The same by lists of rows. */
function repeatedIn(ids: readonly string[], rows: readonly number[], splitOf: readonly number[]) {
  const inOrder: { id: string; isCrossing: boolean }[] = [];
  const seen = new Map<string, number[]>();
  for (const [at, row] of rows.entries()) {
    const id = ids[row];
    if (id === 'NA') continue;
    const splits = seen.get(id) ?? [];
    seen.set(id, [...splits, splitOf[at]]);
    if (splits.length === 1) inOrder.push({ id, isCrossing: false });
  }
  const crossing = inOrder.filter(({ id }) => new Set(seen.get(id)).size > 1);
  return { count: inOrder.length, example: inOrder[0]?.id, crossing: crossing.map(({ id }) => id) };
}

describe('repeatedIds', () => {
  it('finds what comparing all rows finds', () => {
    const row = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'NA'),
      split: fc.nat(2),
      isKept: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (list) => {
        const ids = list.map(({ id }) => id);
        const rows = [...list.keys()].filter((at) => list[at].isKept);
        const splitOf = rows.map((at) => list[at].split);
        const expected = repeatedIn(ids, rows, splitOf);
        for (const column of columnsOf(ids)) {
          const found = repeatedIds(column, { rows: Uint32Array.from(rows), splitOf: Uint8Array.from(splitOf) });
          expect(found?.count ?? 0).toBe(expected.count);
          expect(found?.example).toBe(expected.example);
          expect(found?.crossing?.count ?? 0).toBe(expected.crossing.length);
          if (found?.crossing) expect(expected.crossing).toContain(found.crossing.example);
          const together = repeatedIds(column, { rows: Uint32Array.from(rows), splitOf: null });
          expect(together === null ? 0 : together.count).toBe(expected.count);
          expect(together?.crossing ?? null).toBeNull();
        }
      }),
    );
  });

  it('finds one id that comes twice among very many', () => {
    const ids = Array.from({ length: 40_000 }, (_, row) => `customer ${row}`);
    ids[39_999] = 'customer 7';
    const pieces = Array.from({ length: Math.ceil(ids.length / 4096) }, (_, at) =>
      textPiece(ids.slice(4096 * at, 4096 * (at + 1))),
    );
    const found = repeatedIds(
      { kind: 'text', name: 'id', pieces },
      { rows: Uint32Array.from(ids.keys()), splitOf: null },
    );
    expect(found).toEqual({ count: 1, example: 'customer 7', crossing: null });
  });

  it('counts very many that come twice', () => {
    const ids = Array.from({ length: 20_000 }, (_, row) => `customer ${row % 10_000}`);
    for (const column of columnsOf(ids.slice(0, 4000).concat(ids.slice(0, 96)))) {
      const found = repeatedIds(column, { rows: Uint32Array.from({ length: 4096 }, (_, row) => row), splitOf: null });
      expect(found).toEqual({ count: 96, example: 'customer 0', crossing: null });
    }
    const pieces = Array.from({ length: Math.ceil(ids.length / 4096) }, (_, at) =>
      textPiece(ids.slice(4096 * at, 4096 * (at + 1))),
    );
    const rows = Uint32Array.from(ids.keys());
    const splitOf = Uint8Array.from(rows, (row) => (row < 10_000 ? 0 : 1));
    expect(repeatedIds({ kind: 'text', name: 'id', pieces }, { rows, splitOf })).toEqual({
      count: 10_000,
      example: 'customer 0',
      crossing: { count: 10_000, example: 'customer 0' },
    });
  });

  it('does not take two ids for one that share the number by which they are sought', () => {
    // Two texts of one hash, found by a search among some hundred million.
    const ids = ['cpjs51v2jt5', 'e0s3guatdn1'];
    for (const column of columnsOf(ids)) {
      expect(repeatedIds(column, { rows: Uint32Array.of(0, 1), splitOf: Uint8Array.of(0, 1) })).toBeNull();
    }
    const [, column] = columnsOf([...ids, ids[0]]);
    expect(repeatedIds(column, { rows: Uint32Array.of(0, 1, 2), splitOf: Uint8Array.of(0, 1, 0) })).toEqual({
      count: 1,
      example: ids[0],
      crossing: null,
    });
  });

  it('reads numbers as ids too', () => {
    const [column] = tableOf({ id: Float64Array.of(5, 7, Number.NaN, 5, Number.NaN) }).columns;
    const rows = Uint32Array.of(0, 1, 2, 3, 4);
    expect(repeatedIds(column, { rows, splitOf: Uint8Array.of(0, 0, 0, 1, 1) })).toEqual({
      count: 1,
      example: '5',
      crossing: { count: 1, example: '5' },
    });
  });
});
