import { describe, expect, it } from 'vitest';
import { softmaxColumns } from '../../../src/core/roles/classSoftmax.ts';

describe('the softmax of each row', () => {
  // scipy.special.softmax([[1, 2, 3], [0, 0, 0], [-800, -900, 800], [0.25, -1.5, 4]], axis=1), scipy 1.10.1
  const columns = [
    [1, 0, -800, 0.25],
    [2, 0, -900, -1.5],
    [3, 0, 800, 4],
  ];
  const expected = [
    [0.09003057317038043, 1 / 3, 0, 0.022885989172106568],
    [0.24472847105479767, 1 / 3, 0, 0.003976988588201146],
    [0.6652409557748218, 1 / 3, 1, 0.9731370222396922],
  ];

  it('is that of scipy, also far from 0', () => {
    const shares = softmaxColumns(
      columns.map((column) => Float64Array.from(column)),
      4,
    );
    for (const [at, share] of shares.entries()) {
      for (const [row, value] of share.entries()) {
        expect(Math.abs(value - expected[at][row])).toBeLessThanOrEqual(1e-12 * expected[at][row]);
      }
    }
  });

  it('is unknown where a number is missing, and nowhere else', () => {
    const shares = softmaxColumns([Float64Array.of(1, Number.NaN), Float64Array.of(2, 3)], 2);
    expect(shares.map((share) => Number.isNaN(share[1]))).toEqual([true, true]);
    expect(shares.map((share) => Number.isNaN(share[0]))).toEqual([false, false]);
  });
});
