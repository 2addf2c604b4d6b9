import type { CutGrid } from '../intervals/cutGrid.ts';
import { isTied } from './bestCuts.ts';
import type { Aim } from './worth.ts';

/** How good every cut is in a sample, the higher the better; NaN where undefined. */
export function worthsOf(sums: Float64Array, { thresholds }: CutGrid, aim: Aim, worths: Float64Array): void {
  let negatives = 0;
  let positives = 0;
  for (let cell = 0; cell < sums.length; cell += 2) {
    negatives += sums[cell];
    positives += sums[cell + 1];
  }
  const sign = aim.better === 'higher' ? 1 : -1;
  let fp = 0;
  let tp = 0;
  for (let k = 0; k < worths.length; k++) {
    if (k > 0) {
      fp += sums[2 * k - 2];
      tp += sums[2 * k - 1];
    }
    worths[k] = sign * aim.valueOf({ tp, fp, fn: positives - tp, tn: negatives - fp }, thresholds[k]);
  }
}

/** The middle of the longest run of best cuts, as `bestThreshold` chooses it; −1 where all are undefined. */
export function middleOfBest(worths: Float64Array): number {
  let highest = Number.NaN;
  for (const worth of worths) if (!(worth <= highest) && !Number.isNaN(worth)) highest = worth;
  let longest = 0;
  let chosen = -1;
  let run = 0;
  for (let k = 0; k < worths.length; k++) {
    run = isTied(worths[k], highest) ? run + 1 : 0;
    if (run <= longest) continue;
    longest = run;
    // The middle of k − run + 1 … k, the higher threshold of two.
    chosen = k - run + 1 + Math.floor((run - 1) / 2);
  }
  return chosen;
}
