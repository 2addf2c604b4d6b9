import type { DecisionRule } from './confusion.ts';
import { amountBelow, amountFrom, type ScoreIndex } from './scoreIndex.ts';

/**
 * Visits every decision the scores allow, from flagging nobody to flagging everybody, with a threshold that really yields it.
 *
 * Under `>=` a cut's threshold is the lowest score it flags: +∞ for nobody, then each distinct score, descending. Under `>` it is the
 * highest score it does not flag: the greatest score for nobody, and −∞ for everybody. There is one cut more than distinct scores.
 * Counts are rows, or sums of weights. O(n). The same cuts as `sklearn.metrics.roc_curve(drop_intermediate=False)`.
 */
export function scanCuts(
  index: ScoreIndex,
  rule: DecisionRule,
  visit: (threshold: number, tp: number, fp: number, fn: number, tn: number) => void,
): void {
  const positives = index.positives.scores;
  const negatives = index.negatives.scores;
  let p = positives.length;
  let n = negatives.length;
  let lowestFlagged = Infinity;
  for (;;) {
    const highestUnflagged = Math.max(p > 0 ? positives[p - 1] : -Infinity, n > 0 ? negatives[n - 1] : -Infinity);
    visit(
      rule === '>=' ? lowestFlagged : highestUnflagged,
      amountFrom(index.positives, p),
      amountFrom(index.negatives, n),
      amountBelow(index.positives, p),
      amountBelow(index.negatives, n),
    );
    if (p + n === 0) return;
    while (p > 0 && positives[p - 1] === highestUnflagged) p--;
    while (n > 0 && negatives[n - 1] === highestUnflagged) n--;
    lowestFlagged = highestUnflagged;
  }
}
