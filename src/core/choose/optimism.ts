import { percentileInterval, type Resamples, resampleCounts } from '../intervals/bootstrap.ts';
import { LEVEL } from '../intervals/interval.ts';
import { SEED } from '../intervals/random.ts';
import { type Confusion, rowsOf } from '../scores/confusion.ts';
import type { Aim } from './worth.ts';

/** What a threshold is worth where it was chosen and where it was not. */
export interface Optimism {
  /** On the rows it was chosen on; a total for as many rows as it is reported on. */
  readonly there: number;
  /** On the rows it is reported on. */
  readonly here: number;
  /** `there` less `here`. */
  readonly difference: number;
  /** The 95 % bootstrap interval of the difference; NaN where rows have weights that are no counts. */
  readonly low: number;
  readonly high: number;
  readonly nResamples: number;
  readonly seed: number;
}

/**
 * The value of a threshold on the rows it was chosen on against that on other rows. A total such as a cost is scaled to the number of the
 * other rows. The interval is the percentile bootstrap of the difference at that threshold, both parts drawn by themselves from their four
 * counts. O(samples).
 */
export function optimismOf(
  chosen: Confusion,
  reported: Confusion,
  threshold: number,
  aim: Aim,
  areCounts: boolean,
): Optimism {
  const scale = aim.isTotal ? rowsOf(reported) / rowsOf(chosen) : 1;
  const there = scale * aim.valueOf(chosen, threshold);
  const here = aim.valueOf(reported, threshold);
  const known = { there, here, difference: there - here, seed: SEED };
  if (!areCounts) return { ...known, low: Number.NaN, high: Number.NaN, nResamples: 0 };
  const ofChosen = valuesOf(resampleCounts(chosen), threshold, aim);
  const ofReported = valuesOf(resampleCounts(reported, ofChosen.length, SEED + 1), threshold, aim);
  const { low, high, nResamples } = percentileInterval(
    ofChosen.map((value, i) => scale * value - ofReported[i]),
    LEVEL,
  );
  return { ...known, low, high, nResamples };
}

function valuesOf({ tps, fps, fns, tns }: Resamples, threshold: number, aim: Aim): Float64Array {
  return tps.map((tp, i) => aim.valueOf({ tp, fp: fps[i], fn: fns[i], tn: tns[i] }, threshold));
}
