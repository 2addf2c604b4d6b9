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

export type PayoffOddity = 'nothingMatters' | 'neverPays' | 'alwaysPays' | 'reversed';

/**
 * What is odd about a payoff, whatever the scores: `nothingMatters` where flagging changes no cost, `neverPays` and `alwaysPays` where
 * nobody or everybody should be flagged, `reversed` where flagging pays for the negatives only. Null for a usual one. O(1).
 */
export function payoffOddity({ tp, fp, fn, tn }: Payoff): PayoffOddity | null {
  const gainByPositive = fn - tp;
  const lossByNegative = fp - tn;
  if (gainByPositive === 0 && lossByNegative === 0) return 'nothingMatters';
  if (gainByPositive <= 0 && lossByNegative >= 0) return 'neverPays';
  if (gainByPositive >= 0 && lossByNegative <= 0) return 'alwaysPays';
  return gainByPositive < 0 ? 'reversed' : null;
}
