import type { DecisionRule } from '../../core/scores/confusion.ts';
import { neighboursAt } from '../../core/scores/neighbours.ts';
import type { ScoreIndex } from '../../core/scores/scoreIndex.ts';

/**
 * The threshold that makes the decision of a drawn cut under the rule in force: a cut's own threshold is the lowest score it flags;
 * under `>` it is the highest score it does not flag, −∞ where it flags all.
 */
export function cutThreshold(index: ScoreIndex, threshold: number, rule: DecisionRule): number {
  if (rule === '>=') return threshold;
  const { below } = neighboursAt(index, threshold);
  return Number.isNaN(below) ? -Infinity : below;
}
