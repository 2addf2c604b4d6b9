import { precision } from '../metrics/threshold.ts';
import type { Confusion } from '../scores/confusion.ts';

/** What a decision will meet once it is in use. */
export interface Production {
  /** The share of positives there, 0 to 1. */
  readonly baseRate: number;
  /** How many cases there are, in a day or whatever time is meant. */
  readonly cases: number;
}

/**
 * The counts to expect of a decision among other cases than those of the file, with recall and specificity held: they do not depend on
 * the share of positives, while precision, NPV and every count do. A class that the file has no rows of leaves its counts NaN, unless
 * there are none of it in production either. Every metric of the result is that of production (precision is Bayes' rule). O(1).
 */
export function projectConfusion({ tp, fp, fn, tn }: Confusion, { baseRate, cases }: Production): Confusion {
  const positives = cases * baseRate;
  const negatives = cases * (1 - baseRate);
  const part = (all: number, count: number, rest: number): number => (all === 0 ? 0 : (all * count) / (count + rest));
  return {
    tp: part(positives, tp, fn),
    fp: part(negatives, fp, tn),
    fn: part(positives, fn, tp),
    tn: part(negatives, tn, fp),
  };
}

/** The precision of a decision at each of some shares of positives, recall and specificity held. NaN where nothing is flagged. O(rates). */
export function precisionByBaseRate(confusion: Confusion, baseRates: readonly number[]): readonly number[] {
  return baseRates.map((baseRate) => precision.of(projectConfusion(confusion, { baseRate, cases: 1 }), Number.NaN));
}

/** So near one half the share of positives of a file looks made, where there are enough rows for chance to miss it. */
const EVEN = 0.01;
const EVEN_ROWS = 200;

/** Whether a file has as many positives as negatives, or nearly: few real cases do, balanced training files do. O(1). */
export function looksBalanced(positives: number, negatives: number): boolean {
  const total = positives + negatives;
  return total >= EVEN_ROWS && Math.abs(positives / total - 0.5) <= EVEN;
}
