import type { ReviewBand, Reviewer } from '../core/choose/triage.ts';

/** Whether doubtful cases are looked at, and what is known of whoever does it; undo brings it back. */
export interface Review {
  /** Null while one threshold decides alone. */
  readonly band: ReviewBand | null;
  /** What a look at one case costs, in the unit of the prices. */
  readonly price: number;
  /** The share of looks that lead to the right decision, 0 to 1. */
  readonly accuracy: number;
  /** The most cases that can be looked at; null where it does not matter. */
  readonly capacity: number | null;
}

export const DEFAULT_REVIEW: Review = { band: null, price: 0.5, accuracy: 0.95, capacity: null };

export const isUsualReview = ({ band, price, accuracy, capacity }: Review): boolean =>
  band === null &&
  price === DEFAULT_REVIEW.price &&
  accuracy === DEFAULT_REVIEW.accuracy &&
  capacity === DEFAULT_REVIEW.capacity;

export const reviewerOf = ({ price, accuracy, capacity }: Review): Reviewer => ({
  price,
  accuracy,
  capacity: capacity ?? Infinity,
});
