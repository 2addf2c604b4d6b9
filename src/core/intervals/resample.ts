import { drawBinomial } from './binomial.ts';
import type { Random } from './random.ts';
import type { RowGroups } from './rowGroups.ts';

/** Draws one bootstrap sample: as many rows as there are, with replacement; the sum of their weights by cell goes into `sums`. */
export interface Resampler {
  readonly draw: (sums: Float64Array) => void;
  /** What a draw costs, in drawn rows. */
  readonly cost: number;
}

/** A draw from the binomial distribution takes about as long as drawing so many rows. */
const ROWS_PER_BINOMIAL = 8;

/**
 * The bootstrap of rows in groups. How often the rows of each group are drawn is multinomial, so the groups are drawn at once, one
 * binomial after another given those before; where there are hardly more rows than groups, row by row. Both are the same in distribution.
 * O(min(rows, groups)) a draw.
 */
export function createResampler({ cells, rows, weights, cellCount }: RowGroups, random: Random): Resampler {
  const total = rows.reduce((sum, count) => sum + count, 0);
  const held = rows.reduce((groups, count) => groups + (count > 0 ? 1 : 0), 0);
  if (total <= ROWS_PER_BINOMIAL * held) {
    const groupOf = new Uint32Array(total);
    let next = 0;
    rows.forEach((count, group) => {
      groupOf.fill(group, next, next + count);
      next += count;
    });
    const draw = (sums: Float64Array): void => {
      sums.fill(0, 0, cellCount);
      for (let i = 0; i < total; i++) {
        const group = groupOf[Math.floor(random.uniform() * total)];
        sums[cells[group]] += weights[group];
      }
    };
    return { draw, cost: total };
  }
  const shares = new Float64Array(rows.length);
  let left = total;
  rows.forEach((count, group) => {
    shares[group] = count / left;
    left -= count;
  });
  const draw = (sums: Float64Array): void => {
    sums.fill(0, 0, cellCount);
    let undrawn = total;
    for (let group = 0; group < shares.length && undrawn > 0; group++) {
      if (rows[group] === 0) continue;
      const drawn = drawBinomial(random, undrawn, shares[group]);
      undrawn -= drawn;
      sums[cells[group]] += drawn * weights[group];
    }
  };
  return { draw, cost: ROWS_PER_BINOMIAL * held };
}

/** How many replicates a budget of drawn rows allows: `wanted` if possible, and `least` in any case. O(1). */
export function replicatesWithin(cost: number, budget: number, wanted: number, least: number): number {
  return Math.max(least, Math.min(wanted, Math.floor(budget / cost)));
}
