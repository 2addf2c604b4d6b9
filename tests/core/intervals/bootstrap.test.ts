import { describe, expect, it } from 'vitest';
import {
  bootstrapInterval,
  percentileInterval,
  resampleCounts,
  resampleRows,
} from '../../../src/core/intervals/bootstrap.ts';
import { Random } from '../../../src/core/intervals/random.ts';
import { f1, precision } from '../../../src/core/metrics/threshold.ts';
import { finished } from '../finished.ts';
import { countConfusion, indexOf, type Rows, rowsOf } from '../rows.ts';

const f1Of = (confusion: Parameters<typeof f1.of>[0]) => f1.of(confusion, 0);

/** Rows drawn one by one, by another generator seed: what the bootstrap is defined as. */
function byRows(rows: Rows, threshold: number, draws: number): Float64Array {
  const random = new Random(99);
  const count = rows.yTrue.length;
  return Float64Array.from({ length: draws }, () => {
    const drawn = Array.from({ length: count }, () => Math.floor(random.uniform() * count));
    const sample = {
      yTrue: Uint8Array.from(drawn, (row) => rows.yTrue[row]),
      yScore: Float64Array.from(drawn, (row) => rows.yScore[row]),
      sampleWeight: rows.sampleWeight === null ? null : Float64Array.from(drawn, (row) => rows.sampleWeight![row]),
    };
    return f1Of(countConfusion(sample, threshold, '>='));
  });
}

const random = new Random(4);
const some = (count: number, weight?: () => number): Rows => {
  const yTrue = Array.from({ length: count }, () => (random.uniform() < 0.3 ? 1 : 0));
  const yScore = yTrue.map((label) => random.uniform() + 0.4 * label);
  return rowsOf(yTrue, yScore, weight === undefined ? undefined : yTrue.map(weight));
};

describe('bootstrapInterval', () => {
  it('is that of rows drawn with replacement', () => {
    const rows = some(300);
    const draws = 4000;
    const expected = percentileInterval(byRows(rows, 0.6, draws));
    const found = bootstrapInterval(resampleCounts(countConfusion(rows, 0.6, '>='), draws), f1Of);
    // The ends of 4,000 draws scatter by about a twentieth of the width.
    const scatter = 0.1 * (expected.high - expected.low);
    expect(Math.abs(found.low - expected.low)).toBeLessThan(scatter);
    expect(Math.abs(found.high - expected.high)).toBeLessThan(scatter);
    expect(found).toMatchObject({ method: 'bootstrap', level: 0.95, nResamples: draws, seed: 1, nUndefined: 0 });
  });

  it.each([
    ['few weights', () => (random.uniform() < 0.5 ? 0.5 : 3)],
    ['all different weights', () => 0.1 + 5 * random.uniform()],
  ])('is that of rows drawn with their weights, with %s', (_, weight) => {
    const rows = some(200, weight);
    const draws = 4000;
    const expected = percentileInterval(byRows(rows, 0.6, draws));
    const found = bootstrapInterval(finished(resampleRows(indexOf(rows), 0.6, '>=', draws)), f1Of);
    const scatter = 0.1 * (expected.high - expected.low);
    expect(Math.abs(found.low - expected.low)).toBeLessThan(scatter);
    expect(Math.abs(found.high - expected.high)).toBeLessThan(scatter);
  });

  it('adds up to as many rows in every sample', () => {
    const { tps, fps, fns, tns } = resampleCounts({ tp: 10, fp: 3, fn: 0, tn: 1000 });
    expect(tps.every((tp, i) => tp + fps[i] + fns[i] + tns[i] === 1013 && fns[i] === 0)).toBe(true);
  });

  it('is the same on every run, and another for another seed', () => {
    const confusion = { tp: 40, fp: 20, fn: 15, tn: 300 };
    const ends = (seed?: number) => bootstrapInterval(resampleCounts(confusion, 1000, seed), f1Of);
    expect(ends()).toEqual(ends());
    expect(ends(2)).not.toMatchObject({ low: ends().low, high: ends().high });
  });

  it('leaves out samples without a value, and has no ends where those are most', () => {
    const rare = resampleCounts({ tp: 1, fp: 1, fn: 2, tn: 20 });
    const some = bootstrapInterval(rare, (confusion) => precision.of(confusion, 0));
    expect(some.nUndefined).toBeGreaterThan(50);
    expect([some.low, some.high]).toEqual([0, 1]);
    const none = bootstrapInterval(resampleCounts({ tp: 0, fp: 0, fn: 2, tn: 20 }), (c) => precision.of(c, 0));
    expect([none.low, none.high]).toEqual([NaN, NaN]);
  });

  it('has no ends without rows', () => {
    const { low, high } = bootstrapInterval(resampleCounts({ tp: 0, fp: 0, fn: 0, tn: 0 }), f1Of);
    expect([low, high]).toEqual([NaN, NaN]);
  });
});
