import type { CompensatedSum } from './compensatedSum.ts';
import { amountBelow, type Run } from './scoreIndex.ts';

/** Writes what each of some scores adds. A loop of its own for each sum: a call for each of millions of rows takes longer. */
export type TermsOf = (scores: Float64Array, terms: Float64Array) => void;

/** Scores at a time. */
const BATCH = 1024;

/** Adds what the scores of a run from the place `start` up to `end` contribute, each times its weight. O(end − start). */
export function addOverRun(sum: CompensatedSum, run: Run, start: number, end: number, termsOf: TermsOf): void {
  const terms = new Float64Array(BATCH);
  for (let from = start; from < end; from += BATCH) {
    const to = Math.min(from + BATCH, end);
    termsOf(run.scores.subarray(from, to), terms);
    if (run.weightFrom !== null) {
      for (let i = from; i < to; i++) terms[i - from] *= amountBelow(run, i + 1) - amountBelow(run, i);
    }
    sum.addAll(terms, to - from);
  }
}
