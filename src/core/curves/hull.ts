import { scanCuts } from '../scores/scanCuts.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';

/**
 * The upper convex hull of the ROC points, in counts: the only cuts that are ever the cheapest one while a miss and a false alarm both
 * cost something. From the fewest flagged to the most; tp and fp rise from each vertex to the next, and the first and the last vertex are
 * the best of those without a false alarm and without a miss.
 */
export interface RocHull {
  /** The lowest score each vertex flags; +∞ where it flags nobody. Each is a cut of `scanCuts`. */
  readonly thresholds: Float64Array;
  readonly tps: Float64Array;
  readonly fps: Float64Array;
  /**
   * Ascending, one less than there are vertices: at the price `prices[i]` of a miss, in false alarms, the vertices i and i + 1 cost the
   * same; it is Δfp / Δtp between them, the inverse slope of that edge.
   */
  readonly prices: Float64Array;
  readonly positives: number;
  readonly negatives: number;
}

/**
 * The hull of an index, by Andrew's monotone chain over the cuts, which come sorted already. Counts are rows, or sums of weights. A single
 * vertex where a class is absent or the scores part the classes without a mistake. O(n) time, memory for the vertices only.
 */
export function buildHull(index: ScoreIndex): RocHull {
  const { positives, negatives } = totalsOf(index);
  const thresholds: number[] = [];
  const tps: number[] = [];
  const fps: number[] = [];
  let top = -1;
  scanCuts(index, (batch) => {
    for (let i = 0; i < batch.count; i++) {
      const tp = batch.tps[i];
      const fp = batch.fps[i];
      // Catching all positives ends the hull: what is flagged beyond is false alarms only.
      if (top >= 0 && tp === tps[top]) continue;
      while (top >= 0 && isUnder(top, tp, fp)) top--;
      top++;
      thresholds[top] = batch.thresholds[i];
      tps[top] = tp;
      fps[top] = fp;
    }
  });

  /** Whether the last vertex lies on or under the line from the one before it to the next point. */
  function isUnder(last: number, tp: number, fp: number): boolean {
    if (fp === fps[last]) return true;
    if (last === 0) return false;
    return (tp - tps[last]) * (fps[last] - fps[last - 1]) >= (tps[last] - tps[last - 1]) * (fp - fps[last]);
  }

  const count = top + 1;
  const prices = new Float64Array(Math.max(0, count - 1));
  let highest = 0;
  for (let i = 0; i < prices.length; i++) {
    // Sums of weights are rounded; a search needs them in order all the same.
    highest = Math.max(highest, (fps[i + 1] - fps[i]) / (tps[i + 1] - tps[i]));
    prices[i] = highest;
  }
  return {
    thresholds: Float64Array.from(thresholds.slice(0, count)),
    tps: Float64Array.from(tps.slice(0, count)),
    fps: Float64Array.from(fps.slice(0, count)),
    prices,
    positives,
    negatives,
  };
}

/**
 * The place of the vertex that costs least at a price of a miss, in false alarms; of two that cost the same the one that flags fewer.
 * A search over the slopes: O(log vertices).
 */
export function cheapestAt({ prices }: RocHull, price: number): number {
  let low = 0;
  let high = prices.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (prices[middle] < price) low = middle + 1;
    else high = middle;
  }
  return low;
}
