import type { Confusion } from '../scores/confusion.ts';

/** What one case of each outcome costs, in one unit; a benefit is a negative cost. */
export interface Payoff {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** The cost of a decision on all rows: each count times the cost of one such case, in the payoff's unit. O(1). */
export function costOf(confusion: Confusion, payoff: Payoff): number {
  return confusion.tp * payoff.tp + confusion.fp * payoff.fp + confusion.fn * payoff.fn + confusion.tn * payoff.tn;
}
