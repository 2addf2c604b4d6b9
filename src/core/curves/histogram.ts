import { firstFlagged } from '../scores/confusion.ts';
import { amountBelow, type Run } from '../scores/scoreIndex.ts';

/**
 * How many rows, or how much weight, of a run falls into each of `bins` bins of equal width over [low, high]. Edges are
 * low + (high − low) · i / bins; a bin is [edge i, edge i+1), the last one closed. Scores outside [low, high] are in none; where low
 * equals high, all that is there is in the last. O(bins · log n). Agrees with `numpy.histogram` on the same edges.
 */
export function scoreHistogram(run: Run, low: number, high: number, bins: number): Float64Array {
  const below = Float64Array.from({ length: bins + 1 }, (_, i) => {
    const place = i === bins ? firstFlagged(run, high, '>') : firstFlagged(run, low + ((high - low) * i) / bins, '>=');
    return amountBelow(run, place);
  });
  return Float64Array.from({ length: bins }, (_, i) => below[i + 1] - below[i]);
}
