import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestThreshold } from '../../../src/core/choose/bestThreshold.ts';
import { weighByAmounts } from '../../../src/core/cost/amounts.ts';
import { arbitraryRows } from '../arbitraryRows.ts';
import type { Rows } from '../rows.ts';

const amount = fc.constantFrom(0, 0.25, 1, 2, 10, 250.5, 1e6);
const unusable = fc.constantFrom(Number.NaN, -1, Infinity);
const factor = fc.constantFrom(-1, 0, 0.5, 1, 3);
const payoffs = fc.record({ tp: factor, fp: factor, fn: factor, tn: factor });
const rowsWithAmounts = (some: fc.Arbitrary<number>) =>
  arbitraryRows({ minLength: 1 }).chain((rows) =>
    fc.tuple(fc.constant(rows), fc.array(some, { minLength: rows.yTrue.length, maxLength: rows.yTrue.length })),
  );

const weighed = (rows: Rows, amounts: readonly number[]) =>
  weighByAmounts({ ...rows, splitOf: null, splits: ['all'], amounts: Float64Array.from(amounts) })[0];

/** The cost at a threshold, row by row. */
function costAt(
  { yTrue, yScore, sampleWeight }: Rows,
  amounts: readonly number[],
  t: number,
  payoff: Record<string, number>,
) {
  let cost = 0;
  for (let row = 0; row < yTrue.length; row++) {
    if (!(amounts[row] >= 0 && amounts[row] < Infinity)) continue;
    const isFlagged = yScore[row] >= t;
    const outcome = yTrue[row] === 1 ? (isFlagged ? 'tp' : 'fn') : isFlagged ? 'fp' : 'tn';
    cost += payoff[outcome] * amounts[row] * (sampleWeight?.[row] ?? 1);
  }
  return cost;
}

it('finds the lowest cost that going through every row at every threshold finds', () => {
  fc.assert(
    fc.property(rowsWithAmounts(amount), payoffs, ([rows, amounts], payoff) => {
      const { evaluation, leftOut } = weighed(rows, amounts);
      expect(leftOut).toBe(0);
      const thresholds = [Infinity, ...rows.yScore];
      const lowest = Math.min(...thresholds.map((t) => costAt(rows, amounts, t, payoff)));
      const choice = bestThreshold(evaluation.index, '>=', { kind: 'cost', payoff });
      if (choice.kind === 'none') {
        expect(choice.reason).toBe('noRows');
        expect(amounts.every((each, row) => each * (rows.sampleWeight?.[row] ?? 1) === 0)).toBe(true);
        return;
      }
      const scale = 1e-9 * Math.max(1, Math.abs(lowest));
      expect(Math.abs(choice.value - lowest)).toBeLessThanOrEqual(scale);
      expect(Math.abs(costAt(rows, amounts, choice.threshold, payoff) - lowest)).toBeLessThanOrEqual(scale);
    }),
  );
});

it('leaves rows without a usable amount out and counts them', () => {
  fc.assert(
    fc.property(rowsWithAmounts(fc.oneof(amount, unusable)), ([rows, amounts]) => {
      const isUsable = amounts.map((each) => each >= 0 && each < Infinity);
      const { evaluation, leftOut } = weighed(rows, amounts);
      expect(leftOut).toBe(isUsable.filter((each) => !each).length);
      expect(evaluation.rows).toBe(isUsable.filter((each) => each).length);
      const total = amounts.reduce(
        (sum, each, row) => (isUsable[row] ? sum + each * (rows.sampleWeight?.[row] ?? 1) : sum),
        0,
      );
      expect(evaluation.positives + evaluation.negatives).toBeCloseTo(total, 6);
    }),
  );
});
