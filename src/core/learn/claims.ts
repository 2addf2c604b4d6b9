import { accuracy, fnr, fpr, npv, precision, recall, selectionRate, specificity } from '../metrics/threshold.ts';
import type { Confusion } from '../scores/confusion.ts';

/** Something that is said about decisions in two shares; the sentence lives in i18n under the code. */
export const CLAIMS = {
  /** x of the negatives and y of the positives are flagged. */
  ratesFlagged: [fpr, recall],
  /** x of the positives and y of the negatives are flagged. */
  ratesSwapped: [recall, fpr],
  /** x of the flagged are negative; y of them are positive, or so it says. */
  flaggedByClass: [null, precision],
  /** y of the decisions are right. */
  decisionsRight: [null, accuracy],
  /** x of the positives are missed, y of the negatives are left alone. */
  missedAndLeft: [fnr, specificity],
  /** x of the positives are found, y of the flagged are right. */
  foundAndRight: [recall, precision],
  /** x of the flagged are right, y of the positives are found. */
  rightAndFound: [precision, recall],
  /** x of all cases are flagged, y of them rightly. */
  flaggedAndRight: [selectionRate, precision],
  /** x of the negatives are left alone, y of those left alone are negative. */
  leftAndRight: [specificity, npv],
} as const;

export type Claim = keyof typeof CLAIMS;

/**
 * By how much a claim departs from the counts when it is made with the shares x and y: the larger of both distances, 0 where it is
 * exactly true. A share that is undefined cannot be claimed: Infinity. O(1).
 */
export function departure(claim: Claim, x: number, y: number, confusion: Confusion): number {
  const [ofX, ofY] = CLAIMS[claim];
  // None of the two depends on the threshold but through the counts.
  const distance = (metric: (typeof CLAIMS)[Claim][number], claimed: number) => {
    if (metric === null) return 0;
    const gap = Math.abs(metric.of(confusion, Number.NaN) - claimed);
    return Number.isNaN(gap) ? Infinity : gap;
  };
  return Math.max(distance(ofX, x), distance(ofY, y));
}
