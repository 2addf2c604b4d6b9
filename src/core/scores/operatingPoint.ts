import { type Confusion, confusionAt, type DecisionRule } from './confusion.ts';
import type { ScoreIndex } from './scoreIndex.ts';

/** A decision in force: the threshold, the rule, and what they do to the rows. */
export interface OperatingPoint {
  readonly threshold: number;
  readonly rule: DecisionRule;
  readonly confusion: Confusion;
}

/** The operating point at a threshold. O(log n). */
export function operatingPointAt(index: ScoreIndex, threshold: number, rule: DecisionRule): OperatingPoint {
  return { threshold, rule, confusion: confusionAt(index, threshold, rule) };
}
