import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildHull, cheapestAt } from '../../../src/core/curves/hull.ts';
import { arbitraryRows } from '../arbitraryRows.ts';
import { candidates, countConfusion, indexOf, type Rows, rowsOf } from '../rows.ts';

const hullOf = (rows: Rows) => buildHull(indexOf(rows));

/**
 * The vertices by their definition: a cut is one if at some positive price it costs less than every other cut. The prices at which two
 * cuts cost the same divide all prices into ranges; one price of each range tries it.
 */
function verticesByTrial(rows: Rows): number[] {
  const cuts = candidates(rows, '>=').map((threshold) => ({ threshold, ...countConfusion(rows, threshold, '>=') }));
  const borders = cuts.flatMap((a) =>
    cuts.map((b) => (a.fp - b.fp) / (a.tp - b.tp)).filter((price) => price > 0 && price < Infinity),
  );
  const sorted = [...new Set(borders)].sort((a, b) => a - b);
  const tried = [0, ...sorted].map((price, i) => {
    const next = sorted[i] ?? 2 * price + 1;
    return (price + next) / 2;
  });
  const vertices = new Set<number>();
  for (const price of tried) {
    const costs = cuts.map(({ fn, fp }) => price * fn + fp);
    const least = Math.min(...costs);
    const cheapest = cuts.filter((_, i) => costs[i] - least <= 1e-9);
    if (cheapest.length === 1) vertices.add(cheapest[0].threshold);
  }
  return [...vertices].sort((a, b) => b - a);
}

describe('the hull', () => {
  it('leaves out what is below it or on an edge', () => {
    // tp, fp: (1, 0) (1, 1) (2, 1) (2, 2) (3, 2) (3, 3): the second and fourth of these are below, the third on the edge to the last.
    const hull = hullOf(rowsOf([1, 0, 1, 0, 1, 0], [0.9, 0.8, 0.7, 0.6, 0.5, 0.4]));
    expect([...hull.thresholds]).toEqual([0.9, 0.5]);
    expect([...hull.tps]).toEqual([1, 3]);
    expect([...hull.fps]).toEqual([0, 2]);
    expect([...hull.prices]).toEqual([1]);
  });

  it('goes from nobody to everybody where the scores say nothing', () => {
    const hull = hullOf(rowsOf([1, 0, 0, 1, 0], [0.5, 0.5, 0.5, 0.5, 0.5]));
    expect([...hull.thresholds]).toEqual([Infinity, 0.5]);
    expect([...hull.prices]).toEqual([1.5]);
  });

  it.each<[string, Rows, number[]]>([
    ['the classes are parted', rowsOf([1, 1, 0, 0], [0.9, 0.8, 0.3, 0.2]), [0.8]],
    ['there are no positives', rowsOf([0, 0], [0.9, 0.1]), [Infinity]],
    ['there are no negatives', rowsOf([1, 1], [0.9, 0.1]), [0.1]],
    ['there are no rows', rowsOf([], []), [Infinity]],
  ])('is one point where %s', (_, rows, thresholds) => {
    const hull = hullOf(rows);
    expect([...hull.thresholds]).toEqual(thresholds);
    expect(hull.prices).toHaveLength(0);
    expect(cheapestAt(hull, 5)).toBe(0);
  });

  it('holds exactly the cuts that are the cheapest at some price', () => {
    fc.assert(
      fc.property(arbitraryRows({ minLength: 1, maxLength: 14 }), (rows) => {
        fc.pre(rows.sampleWeight === null || rows.sampleWeight.some((weight) => weight > 0));
        expect([...hullOf(rows).thresholds]).toEqual(verticesByTrial(rows));
      }),
      { numRuns: 500 },
    );
  });

  it('is searched for the cheapest cut at any price', () => {
    fc.assert(
      fc.property(arbitraryRows(), fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (rows, price) => {
        const hull = hullOf(rows);
        const place = cheapestAt(hull, price);
        const costs = candidates(rows, '>=').map((threshold) => {
          const { fn, fp } = countConfusion(rows, threshold, '>=');
          return price * fn + fp;
        });
        expect(price * (hull.positives - hull.tps[place]) + hull.fps[place]).toBeCloseTo(Math.min(...costs), 9);
      }),
    );
  });
});
