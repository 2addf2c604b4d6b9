import type { CutGrid } from '../intervals/cutGrid.ts';
import type { DecisionRule } from '../scores/confusion.ts';
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

/**
 * The cut that `bestThreshold` would choose in a sample: the middle of the longest run of best cuts. Cuts with none of the sample's rows
 * between them are one there, at the threshold that is a score of the sample: the highest under `>=`, the lowest under `>`. −1 where all
 * are undefined. O(cuts).
 */
export function middleOfBest(worths: Float64Array, sums: Float64Array, rule: DecisionRule): number {
  const isNew = (k: number) => k === 0 || k === worths.length || sums[2 * k - 2] + sums[2 * k - 1] > 0;
  let highest = Number.NaN;
  for (const worth of worths) if (!(worth <= highest) && !Number.isNaN(worth)) highest = worth;
  let longest = 0;
  let chosen = -1;
  let run: number[] = [];
  for (let k = 0; k < worths.length; k++) {
    if (!isTied(worths[k], highest)) {
      run = [];
      continue;
    }
    const isOwn = rule === '>=' ? isNew(k) : isNew(k + 1);
    if (!isOwn) continue;
    run.push(k);
    if (run.length <= longest) continue;
    longest = run.length;
    // Of two in the middle the higher threshold.
    chosen = run[Math.floor((run.length - 1) / 2)];
  }
  return chosen;
}
