import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepRows } from '../../../src/core/rows/keptRows.ts';
import type { RowQuery } from '../../../src/io/rows.ts';
import { RowView } from '../../../src/io/worker/rowView.ts';
import { rule } from '../../core/arbitraryRows.ts';
import { inferred, tableOf } from '../../core/dataset/tables.ts';

const INTERPRETATION = inferred(tableOf({ y_true: [0, 1], y_prob: [0.1, 0.2], split: ['a', 'b'] }));
const QUERY: RowQuery = {
  offset: 0,
  limit: 1000,
  order: 'file',
  split: null,
  outcome: null,
  threshold: 0.5,
  rule: '>=',
};

function viewOf(columns: Parameters<typeof tableOf>[0]): RowView {
  const table = tableOf(columns);
  return new RowView(table, keepRows(table, INTERPRETATION));
}

describe('RowView', () => {
  it('orders, filters and pages like a plain list of the rows', () => {
    const row = fc.record({
      label: fc.constantFrom(0, 1),
      score: fc.constantFrom(0.1, 0.3, 0.5, 0.7),
      split: fc.constantFrom('a', 'b'),
    });
    const query = fc.record({
      offset: fc.nat(10),
      limit: fc.nat(10),
      order: fc.constantFrom('file' as const, 'scoreDescending' as const, 'scoreAscending' as const),
      split: fc.constantFrom('a', 'b', 'c', null),
      outcome: fc.constantFrom('tp' as const, 'fp' as const, 'fn' as const, 'tn' as const, null),
      threshold: fc.constantFrom(0.3, 0.5, 0.55, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
      rule,
    });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        fc.array(query, { minLength: 1, maxLength: 8 }),
        (rows, queries) => {
          const view = viewOf({
            y_true: rows.map(({ label }) => label),
            y_prob: rows.map(({ score }) => score),
            split: rows.map(({ split }) => split),
          });
          for (const each of queries) {
            const { order, threshold } = each;
            const direction = order === 'file' ? 0 : order === 'scoreAscending' ? 1 : -1;
            const expected = rows
              .map((value, at) => {
                const isFlagged = each.rule === '>=' ? value.score >= threshold : value.score > threshold;
                const outcome = `${isFlagged === (value.label === 1) ? 't' : 'f'}${isFlagged ? 'p' : 'n'}`;
                return { ...value, at, isFlagged, outcome };
              })
              .filter(
                (value) =>
                  (each.split === null || value.split === each.split) &&
                  (each.outcome === null || value.outcome === each.outcome),
              )
              .sort((a, b) => direction * (a.score - b.score) || a.at - b.at);
            const page = view.page(each);
            expect(page.total).toBe(expected.length);
            expect(page.rows.map((shown) => [shown.row, shown.score, shown.isFlagged, shown.outcome])).toEqual(
              expected
                .slice(each.offset, each.offset + each.limit)
                .map((value) => [value.at, value.score, value.isFlagged, value.outcome]),
            );
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('shows skipped rows’ neighbours at their own places', () => {
    const view = viewOf({ y_true: ['', 0, 1], y_prob: [0.1, 0.2, 0.9], split: ['a', 'a', 'b'], name: ['x', 'y', 'z'] });
    expect(view.page(QUERY).rows.map(({ row, line, cells }) => [row, line, cells])).toEqual([
      [1, 3, ['0', '0.2', 'a', 'y']],
      [2, 4, ['1', '0.9', 'b', 'z']],
    ]);
  });

  it('gives the cells of the columns asked for, in that order', () => {
    const view = viewOf({ y_true: [0, 1], y_prob: [0.1, 0.2], split: ['a', 'b'] });
    expect(view.page(QUERY).rows[1].cells).toEqual(['1', '0.2', 'b']);
    expect(view.page({ ...QUERY, columns: [2, 0] }).rows[1].cells).toEqual(['b', '1']);
  });
});
