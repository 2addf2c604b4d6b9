import { scanCuts } from '../scores/scanCuts.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';

/**
 * Every decision a file allows, from flagging nobody to flagging all: one cut per distinct score, descending. Cut 0 flags nobody
 * (threshold +∞ under `>=`); cut k flags every row with a score of at least the k-th highest distinct score.
 */
export interface Cuts {
  /** Descending; the first is +∞. Under `>=`, the score at which the cut's last rows are flagged. */
  readonly thresholds: Float64Array;
  readonly tps: Float64Array;
  readonly fps: Float64Array;
  readonly positives: number;
  readonly negatives: number;
}

/**
 * All cuts of an index; counts are rows, or sums of weights. O(n). `thresholds`, `tps` and `fps` are those of
 * `sklearn.metrics._ranking._binary_clf_curve` after a first cut that flags nobody.
 */
export function buildCuts(index: ScoreIndex): Cuts {
  // Counted first: room for every row, most of it unused where scores tie, could be more than a browser tab has.
  let count = 0;
  scanCuts(index, (batch) => {
    count += batch.count;
  });
  const thresholds = new Float64Array(count);
  const tps = new Float64Array(count);
  const fps = new Float64Array(count);
  let k = 0;
  scanCuts(index, (batch) => {
    thresholds.set(batch.thresholds.subarray(0, batch.count), k);
    tps.set(batch.tps.subarray(0, batch.count), k);
    fps.set(batch.fps.subarray(0, batch.count), k);
    k += batch.count;
  });
  const { positives, negatives } = totalsOf(index);
  return { thresholds, tps, fps, positives, negatives };
}
