import { type ReviewBand, type Reviewer, triageAt } from '../choose/triage.ts';
import type { Payoff } from '../cost/payoff.ts';
import type { DecisionRule } from '../scores/confusion.ts';
import type { ScoreIndex } from '../scores/scoreIndex.ts';
import { type RecordedNumber, recorded } from './recordedNumber.ts';

/** A review between two thresholds, and what it was weighed by. */
export interface ReviewInput {
  readonly band: ReviewBand;
  readonly reviewer: Reviewer;
  readonly payoff: Payoff;
}

export interface RecordedReview {
  readonly lower: RecordedNumber;
  readonly upper: RecordedNumber;
  readonly price: number;
  readonly accuracy: number;
  /** Null where any number of cases can be reviewed. */
  readonly capacity: number | null;
  readonly costs: Payoff;
}

export interface RecordedTriage {
  readonly yes: { readonly tp: number; readonly fp: number };
  readonly review: { readonly positives: number; readonly negatives: number };
  readonly no: { readonly fn: number; readonly tn: number };
  readonly cost: RecordedNumber;
  readonly coverage: RecordedNumber;
  readonly error: RecordedNumber;
  readonly errorOverall: RecordedNumber;
}

/** The review as an object for JSON. O(1). */
export function recordReview({ band, reviewer, payoff }: ReviewInput): RecordedReview {
  return {
    lower: recorded(band.lower),
    upper: recorded(band.upper),
    price: reviewer.price,
    accuracy: reviewer.accuracy,
    capacity: reviewer.capacity === Infinity ? null : reviewer.capacity,
    costs: payoff,
  };
}

/** What it does on one split, as an object for JSON. O(log n). */
export function recordTriage(
  index: ScoreIndex,
  rule: DecisionRule,
  { band, reviewer, payoff }: ReviewInput,
): RecordedTriage {
  const { yes, review, no, cost, coverage, error, errorOverall } = triageAt(index, band, rule, payoff, reviewer);
  return {
    yes,
    review,
    no,
    cost: recorded(cost),
    coverage: recorded(coverage),
    error: recorded(error),
    errorOverall: recorded(errorOverall),
  };
}
