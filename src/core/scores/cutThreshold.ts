import type { DecisionRule } from './confusion.ts';
import { neighboursAt } from './neighbours.ts';
import type { ScoreIndex } from './scoreIndex.ts';

/**
 * The threshold that makes the decision of a cut under the rule in force, `threshold` being the lowest score it flags (+∞ where nobody
 * is flagged): under `>` it is the highest score that is not flagged, −∞ where everybody is. O(log n).
 */
export function cutThreshold(index: ScoreIndex, threshold: number, rule: DecisionRule): number {
  if (rule === '>=') return threshold;
  const { below } = neighboursAt(index, threshold);
  return Number.isNaN(below) ? -Infinity : below;
}
