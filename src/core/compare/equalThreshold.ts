import type { DecisionRule } from '../scores/confusion.ts';
import { cutThreshold } from '../scores/cutThreshold.ts';
import { amountFrom, type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';

/** A rounding error of this share must not cost a row. */
const FORGIVEN = 1 - 1e-12;

/**
 * The highest threshold that finds at least so large a share of the positives: the least flagged for that recall. With a recall of 0 it flags nobody. NaN
 * without positives, or where the recall is none. O(log n).
 */
export function thresholdForRecall(index: ScoreIndex, rule: DecisionRule, recall: number): number {
  const { positives } = totalsOf(index);
  if (!(positives > 0 && recall >= 0)) return Number.NaN;
  const { scores } = index.positives;
  const wanted = Math.min(1, recall) * positives * FORGIVEN;
  if (wanted <= 0) return cutThreshold(index, Infinity, rule);
  let low = 0;
  let high = scores.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (amountFrom(index.positives, middle) >= wanted) low = middle;
    else high = middle - 1;
  }
  return cutThreshold(index, scores[low], rule);
}
