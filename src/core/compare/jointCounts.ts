import { type Confusion, type DecisionRule, isFlagged } from '../scores/confusion.ts';

/** What two decisions do to the rows of one class: counts of rows, or sums of weights. */
export interface JointFlags {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** What two decisions do to the same rows, by actual class. */
export interface JointCounts {
  readonly positives: JointFlags;
  readonly negatives: JointFlags;
}

/** Two decisions on the same rows: for each the scores and the threshold. */
export interface DecidedScores {
  readonly yScore: Float64Array;
  readonly threshold: number;
}

/** The cells of a joint decision: 4 for a positive, 2 where the first one flags, 1 where the second does. */
export const JOINT_CELLS = 8;

/** The cell of each row. O(rows). */
export function jointCells(
  yTrue: Uint8Array,
  first: DecidedScores,
  second: DecidedScores,
  rule: DecisionRule,
): Uint8Array {
  const cells = new Uint8Array(yTrue.length);
  for (let row = 0; row < cells.length; row++) {
    const one = isFlagged(first.yScore[row], first.threshold, rule) ? 2 : 0;
    const two = isFlagged(second.yScore[row], second.threshold, rule) ? 1 : 0;
    cells[row] = 4 * yTrue[row] + one + two;
  }
  return cells;
}

/** Sums by cell as joint counts. O(1). */
export function jointCountsOf(sums: ArrayLike<number>): JointCounts {
  const flags = (from: number): JointFlags => ({
    neither: sums[from],
    onlySecond: sums[from + 1],
    onlyFirst: sums[from + 2],
    both: sums[from + 3],
  });
  return { negatives: flags(0), positives: flags(4) };
}

/** The confusion matrix of each of the two decisions. O(1). */
export function confusionsOfJoint({ positives, negatives }: JointCounts): readonly [Confusion, Confusion] {
  return [
    {
      tp: positives.both + positives.onlyFirst,
      fp: negatives.both + negatives.onlyFirst,
      fn: positives.onlySecond + positives.neither,
      tn: negatives.onlySecond + negatives.neither,
    },
    {
      tp: positives.both + positives.onlySecond,
      fp: negatives.both + negatives.onlySecond,
      fn: positives.onlyFirst + positives.neither,
      tn: negatives.onlyFirst + negatives.neither,
    },
  ];
}
