import type { DecisionRule } from './confusion.ts';

/** What decides about rows: one threshold, or one for each of them. */
export interface RowDecision {
  readonly threshold: number;
  readonly rule: DecisionRule;
  /** The threshold of each kept row; null or left out where the one above decides about all. */
  readonly thresholds?: Float64Array | null | undefined;
}

/** The threshold that decides about the row of a place among the kept ones. O(1). */
export const thresholdAt = ({ threshold, thresholds }: Omit<RowDecision, 'rule'>, place: number): number =>
  thresholds === null || thresholds === undefined ? threshold : thresholds[place];
