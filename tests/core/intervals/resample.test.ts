import { describe, expect, it } from 'vitest';
import { buildCutGrid } from '../../../src/core/intervals/cutGrid.ts';
import { Random } from '../../../src/core/intervals/random.ts';
import { createResampler, replicatesWithin } from '../../../src/core/intervals/resample.ts';
import { cellSums, groupRows, type RowGroups } from '../../../src/core/intervals/rowGroups.ts';
import { buildScoreIndex } from '../../../src/core/scores/scoreIndex.ts';

/** The chance of each outcome over all n^n ways to draw n rows with replacement. */
function byEnumeration({ cells, rows, weights, cellCount }: RowGroups): Map<string, number> {
  const all = Array.from(rows).flatMap((count, group) => Array<number>(count).fill(group));
  const chances = new Map<string, number>();
  const ways = all.length ** all.length;
  for (let way = 0; way < ways; way++) {
    const sums = new Array<number>(cellCount).fill(0);
    for (let i = 0, rest = way; i < all.length; i++, rest = Math.floor(rest / all.length)) {
      const group = all[rest % all.length];
      sums[cells[group]] += weights[group];
    }
    const key = sums.join();
    chances.set(key, (chances.get(key) ?? 0) + 1 / ways);
  }
  return chances;
}

function isLike(groups: RowGroups, draws = 60_000): boolean {
  const { draw } = createResampler(groups, new Random(3));
  const expected = byEnumeration(groups);
  const counts = new Map<string, number>();
  const sums = new Float64Array(groups.cellCount);
  for (let i = 0; i < draws; i++) {
    draw(sums);
    counts.set(sums.join(), (counts.get(sums.join()) ?? 0) + 1);
  }
  expect([...counts.keys()].every((key) => expected.has(key))).toBe(true);
  let chiSquare = 0;
  for (const [key, chance] of expected) {
    chiSquare += ((counts.get(key) ?? 0) - draws * chance) ** 2 / (draws * chance);
  }
  const freedom = expected.size - 1;
  return chiSquare < freedom + 4 * Math.sqrt(2 * freedom);
}

const groups = (cells: number[], rows: number[], weights = cells.map(() => 1)): RowGroups => ({
  cells: Uint32Array.from(cells),
  rows: Float64Array.from(rows),
  weights: Float64Array.from(weights),
  cellCount: Math.max(...cells) + 1,
});

describe('createResampler', () => {
  it('draws rows one by one as the bootstrap does', () => {
    expect(isLike(groups([0, 1, 2, 3], [2, 1, 0, 2]))).toBe(true);
  });

  it('draws rows with their weights', () => {
    expect(isLike(groups([0, 1, 1, 3], [1, 1, 1, 2], [2, 0.5, 3, 1]))).toBe(true);
  });

  it('draws many rows at once with the same means and covariances', () => {
    const many = groups([0, 1, 2], [3000, 1000, 500]);
    const { draw } = createResampler(many, new Random(9));
    const sums = new Float64Array(3);
    const draws = 20_000;
    const [means, products] = [new Float64Array(3), new Float64Array(9)];
    for (let i = 0; i < draws; i++) {
      draw(sums);
      expect(sums[0] + sums[1] + sums[2]).toBe(4500);
      sums.forEach((sum, a) => {
        means[a] += sum / draws;
        sums.forEach((other, b) => {
          products[3 * a + b] += (sum * other) / draws;
        });
      });
    }
    many.rows.forEach((count, a) => {
      const p = count / 4500;
      expect(Math.abs(means[a] - count)).toBeLessThan((4 * Math.sqrt(4500 * p * (1 - p))) / Math.sqrt(draws));
      many.rows.forEach((other, b) => {
        const expected = a === b ? 4500 * p * (1 - p) : (-count * other) / 4500;
        expect(Math.abs(products[3 * a + b] - means[a] * means[b] - expected)).toBeLessThan(0.06 * 1000);
      });
    });
  });
});

describe('groupRows', () => {
  const yTrue = Uint8Array.of(1, 0, 1, 0, 1, 0);
  const yScore = Float64Array.of(3, 3, 2, 1, 1, 0);

  it('counts the rows between the cuts', () => {
    const index = buildScoreIndex(yTrue, yScore);
    const found = groupRows(index, buildCutGrid(index, '>=', { most: 10 }), 'none');
    // Of each score from the highest on: negatives, positives.
    expect([...found.rows]).toEqual([1, 1, 0, 1, 1, 1, 1, 0]);
  });

  it('takes counts as rows and weights as what a row weighs', () => {
    const index = buildScoreIndex(yTrue, yScore, Float64Array.of(2, 3, 1, 1, 2, 4));
    const grid = buildCutGrid(index, '>=', { most: 10 });
    const counts = groupRows(index, grid, 'counts');
    const weights = groupRows(index, grid, 'weights');
    expect([...counts.rows]).toEqual([3, 2, 0, 1, 1, 2, 4, 0]);
    expect(counts.weights.every((weight) => weight === 1)).toBe(true);
    expect(weights.rows.reduce((sum, rows) => sum + rows, 0)).toBe(6);
    expect([...cellSums(weights)]).toEqual([...cellSums(counts)]);
  });

  it('puts rows of equal weight together where there are few weights', () => {
    const rows = 4000;
    const labels = Uint8Array.from({ length: rows }, (_, i) => i % 2);
    const index = buildScoreIndex(
      labels,
      Float64Array.from(labels, (_, i) => i % 10),
      Float64Array.from(labels, (_, i) => 0.1 + (i % 3)),
    );
    const found = groupRows(index, buildCutGrid(index, '>=', { most: 20 }), 'weights');
    expect(found.cells.length).toBe(3 * 2 * 10);
    expect(found.rows.reduce((sum, count) => sum + count, 0)).toBe(rows);
  });
});

describe('replicatesWithin', () => {
  it('keeps to the budget, but for the least', () => {
    expect([
      replicatesWithin(10, 1000, 50, 5),
      replicatesWithin(100, 1000, 50, 5),
      replicatesWithin(1e6, 1000, 50, 5),
    ]).toEqual([50, 10, 5]);
  });
});
