import type { Payoff } from '../cost/payoff.ts';
import { isFlagged } from '../scores/confusion.ts';
import { type RowDecision, thresholdAt } from '../scores/rowDecision.ts';

/** A decision about rows: each has a score, and the threshold says what becomes of it. */
export interface DecidedScores extends RowDecision {
  /** Finite; NaN where this decision says nothing of a row. */
  readonly yScore: Float64Array;
}

/**
 * For each row 1 where it is flagged after but not before, −1 where before but not after, 0 where both decisions agree or one of them says
 * nothing of it. Both hold the same rows. With the same scores these are exactly the rows between the two thresholds. O(n).
 */
export function flipsBetween(before: DecidedScores, after: DecidedScores): Int8Array {
  if (before.yScore.length !== after.yScore.length) throw new RangeError('The decisions are on different rows.');
  return Int8Array.from(after.yScore, (score, row) => {
    const scoreBefore = before.yScore[row];
    if (Number.isNaN(score) || Number.isNaN(scoreBefore)) return 0;
    return (
      Number(isFlagged(score, thresholdAt(after, row), after.rule)) -
      Number(isFlagged(scoreBefore, thresholdAt(before, row), before.rule))
    );
  });
}

/** How many rows, or how much weight, change sides, by their true class. */
export interface FlipCounts {
  readonly positivesIn: number;
  readonly positivesOut: number;
  readonly negativesIn: number;
  readonly negativesOut: number;
}

/**
 * What changes sides in each of `groupCount` groups. `groupOf`: the group of each row, −1 in none; null puts all into one. A row counts
 * its weight, 1 without weights. O(n).
 */
export function countFlips(
  flips: Int8Array,
  yTrue: Uint8Array,
  sampleWeight: Float64Array | null,
  groupOf: ArrayLike<number> | null,
  groupCount: number,
): readonly FlipCounts[] {
  const sums = Array.from({ length: groupCount }, () => new Float64Array(CELLS));
  for (let row = 0; row < flips.length; row++) {
    const group = groupOf === null ? 0 : groupOf[row];
    if (flips[row] === 0 || group < 0) continue;
    sums[group][2 * yTrue[row] + (flips[row] > 0 ? 0 : 1)] += sampleWeight === null ? 1 : sampleWeight[row];
  }
  return sums.map(([negativesIn, negativesOut, positivesIn, positivesOut]) => ({
    positivesIn,
    positivesOut,
    negativesIn,
    negativesOut,
  }));
}

/** True class times way. */
const CELLS = 4;

/** By how much the flips change the cost of the whole, in the payoff's unit; negative where they save. O(1). */
export function costOfFlips(counts: FlipCounts, { tp, fp, fn, tn }: Payoff): number {
  const { positivesIn, positivesOut, negativesIn, negativesOut } = counts;
  return (positivesIn - positivesOut) * (tp - fn) + (negativesIn - negativesOut) * (fp - tn);
}
