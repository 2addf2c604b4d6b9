import type { Confusion } from '../scores/confusion.ts';

/** Of which hundred the symbols are: of the flagged cases, of the positives, or of all. */
export const ICON_QUESTIONS = ['flagged', 'positives', 'all'] as const;
export type IconQuestion = (typeof ICON_QUESTIONS)[number];

/** How many symbols there are. */
export const ICONS = 100;

/** A hundred cases by outcome, and the outcome that the question is about. */
export interface IconArray {
  /** Whole numbers that add up to 100. */
  readonly icons: Confusion;
  /** What they stand for: the counts of the rows that were asked about, 0 for all others. */
  readonly counts: Confusion;
  /** The sum of `counts`. */
  readonly whole: number;
  /** Of the counts, those that answer the question: hits, or right decisions where all rows are asked about. */
  readonly right: number;
}

/**
 * Shares out `total` equal things in proportion to some amounts by the largest remainder (Hamilton): each gets the whole part of its
 * quota, and those with the largest parts left over get one more, the earlier of two equal ones first. Whole numbers that add up to
 * `total`, each less than 1 away from its quota. Amounts must be finite and not negative, with a positive sum: else a RangeError.
 * O(n log n).
 */
export function apportion(amounts: readonly number[], total: number): number[] {
  const largest = Math.max(...amounts);
  const isFair = amounts.every((amount) => amount >= 0 && amount < Infinity) && largest > 0;
  if (!isFair) throw new RangeError(`${total} cannot be shared out in proportion to ${amounts.join(', ')}.`);
  // Of shares no sum overflows, however large the amounts.
  const shares = amounts.map((amount) => amount / largest);
  const sum = shares.reduce((all, share) => all + share, 0);
  const quotas = shares.map((share) => (share / sum) * total);
  const given = quotas.map(Math.floor);
  const left = total - given.reduce((all, count) => all + count, 0);
  const byRemainder = quotas
    .map((quota, place) => ({ place, remainder: quota - given[place] }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place);
  for (const { place } of byRemainder.slice(0, left)) given[place]++;
  return given;
}

/** The rows that a question is about. */
function asked({ tp, fp, fn, tn }: Confusion, question: IconQuestion): Confusion {
  if (question === 'flagged') return { tp, fp, fn: 0, tn: 0 };
  return question === 'positives' ? { tp, fp: 0, fn, tn: 0 } : { tp, fp, fn, tn };
}

/** A confusion matrix as 100 cases, for one question; null where there are no such rows. O(1). */
export function iconArray(confusion: Confusion, question: IconQuestion): IconArray | null {
  const counts = asked(confusion, question);
  const whole = counts.tp + counts.fp + counts.fn + counts.tn;
  if (!(whole > 0)) return null;
  const [tp, fp, fn, tn] = apportion([counts.tp, counts.fp, counts.fn, counts.tn], ICONS);
  return { icons: { tp, fp, fn, tn }, counts, whole, right: counts.tp + counts.tn };
}
