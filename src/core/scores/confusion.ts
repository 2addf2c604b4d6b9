import { amountBelow, amountFrom, type Run, type ScoreIndex } from './scoreIndex.ts';

/** `>=` flags a score that equals the threshold, `>` does not. */
export type DecisionRule = '>=' | '>';

/** Counts of rows, or sums of weights. */
export interface Confusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** How many rows a confusion matrix counts, or the sum of their weights. O(1). */
export const rowsOf = ({ tp, fp, fn, tn }: Confusion): number => tp + fp + fn + tn;

/**
 * Whether a row of that score is predicted positive: the one place where a score meets a threshold. Doubles are compared exactly. A
 * threshold of +∞ flags nobody, −∞ everybody (finite scores), NaN nobody. O(1).
 */
export function isFlagged(score: number, threshold: number, rule: DecisionRule): boolean {
  return rule === '>=' ? score >= threshold : score > threshold;
}

/** On which side of a threshold a score lies, whatever the rule. O(1). */
export function sideOf(score: number, threshold: number): 'below' | 'at' | 'above' {
  if (isFlagged(score, threshold, '>')) return 'above';
  return isFlagged(score, threshold, '>=') ? 'at' : 'below';
}

/** The place of the lowest flagged score in a run, its length where none is. O(log n). Agrees with `numpy.searchsorted`. */
export function firstFlagged(run: Run, threshold: number, rule: DecisionRule): number {
  const { scores } = run;
  let low = 0;
  let high = scores.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isFlagged(scores[middle], threshold, rule)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The confusion matrix at a threshold: tp and fn count the positives that are and are not flagged, fp and tn the negatives. Rows, or
 * sums of weights. O(log n). Agrees with `sklearn.metrics.confusion_matrix`.
 */
export function confusionAt(index: ScoreIndex, threshold: number, rule: DecisionRule): Confusion {
  const { positives, negatives } = index;
  const firstPositive = firstFlagged(positives, threshold, rule);
  const firstNegative = firstFlagged(negatives, threshold, rule);
  return {
    tp: amountFrom(positives, firstPositive),
    fp: amountFrom(negatives, firstNegative),
    fn: amountBelow(positives, firstPositive),
    tn: amountBelow(negatives, firstNegative),
  };
}
