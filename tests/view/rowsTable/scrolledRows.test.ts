import { describe, expect, it } from 'vitest';
import { widestTexts } from '../../../src/view/rowsTable/ColumnWidths.tsx';
import {
  drawnTop,
  listHeight,
  MOST_PIXELS,
  nearSight,
  rowAtTop,
  topOfRow,
} from '../../../src/view/rowsTable/scrolledRows.ts';

describe('where rows are drawn', () => {
  it.each([10, 1000, 1_000_000, 50_000_000])('a list of %i rows reaches from its first row to its last', (total) => {
    const shown = 520;
    expect(listHeight(total)).toBeLessThanOrEqual(MOST_PIXELS);
    expect(rowAtTop(0, total, shown)).toBe(0);
    const end = Math.max(0, listHeight(total) - shown);
    expect(rowAtTop(end, total, shown)).toBeGreaterThanOrEqual(Math.min(total, total - Math.ceil(shown / 33)) - 1);
    // Rows fetched for where the list was before stay within it.
    expect(drawnTop(total - 1, 1, 0, total, shown)).toBeLessThanOrEqual(listHeight(total) - 33);
    for (const row of [0, 5, Math.floor(total / 3), Math.max(0, total - 20)]) {
      expect(rowAtTop(topOfRow(row, total, shown), total, shown)).toBe(row);
      expect(drawnTop(Math.max(0, row - 40), 10, row, total, shown)).toBeLessThanOrEqual(topOfRow(row, total, shown));
    }
  });

  it.each([0, 1, 7, 8, 39, 80, 95])('all in sight are near it, where the row %i is the first', (first) => {
    const count = 96;
    const [start, end] = nearSight(first, count, 520);
    expect(start).toBeLessThanOrEqual(first);
    expect(end).toBeGreaterThanOrEqual(Math.min(count, first + Math.ceil(520 / 33) + 1));
    expect([start, end]).toEqual(nearSight(first - (first % 8), count, 520));
    expect(end - start).toBeLessThanOrEqual(40);
  });
});

it('keeps of each column the texts that may be the widest, also of rows that are gone', () => {
  const textsOf = (widest: ReturnType<typeof widestTexts>) => widest.map((known) => known.map(({ text }) => text));
  const first = widestTexts([
    ['1', '', 'long\n ago'],
    ['22', '', 'now'],
    ['22', '', 'now'],
  ]);
  expect(textsOf(first)).toEqual([['1', '22'], [], ['long ago', 'now']]);
  const many = Array.from({ length: 20 }, (_, at) => ['333', '', 'x'.repeat(at)]);
  const [places, results, texts] = textsOf(widestTexts([...many, ['4', '', '乌鲁木齐乌鲁木齐乌鲁']], first));
  expect(places).toEqual(['1', '22', '333', '4']);
  expect(results).toEqual([]);
  expect(texts.map(({ length }) => length).sort((a, b) => a - b)).toEqual([10, 13, 14, 15, 16, 17, 18, 19]);
  expect(widestTexts([])).toEqual([]);
});
