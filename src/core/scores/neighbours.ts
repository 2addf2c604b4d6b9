import { type DecisionRule, firstFlagged } from './confusion.ts';
import type { Run, ScoreIndex } from './scoreIndex.ts';

/** How near a score must come to a threshold to be worth a warning: relative to thresholds beyond ±1. */
const NEAR = 1e-9;

export interface Neighbours {
  /** Highest score below the threshold, NaN if none. */
  readonly below: number;
  /** Rows (never weights) whose score is exactly the threshold. */
  readonly at: number;
  /** Lowest score above the threshold, NaN if none. */
  readonly above: number;
  /** Rows within 1e-9 below and above, those at the threshold not among them. */
  readonly closeBelow: number;
  readonly closeAbove: number;
}

/**
 * The scores around a threshold: those that a typed 0.3 means to hit while the file says 0.1 + 0.2. Within 1e-9: absolute where
 * |threshold| ≤ 1, relative to it else; nothing is close to an infinite threshold. O(log n).
 */
export function neighboursAt(index: ScoreIndex, threshold: number): Neighbours {
  const reach = NEAR * Math.max(1, Math.abs(threshold));
  const canBeNear = Number.isFinite(threshold);
  const below = highestUnflagged(index, threshold, '>=');
  const above = lowestFlagged(index, threshold, '>');
  return {
    below: below ?? Number.NaN,
    at: rowsFlagged(index, threshold, '>=') - rowsFlagged(index, threshold, '>'),
    above: above ?? Number.NaN,
    closeBelow: canBeNear ? rowsFlagged(index, threshold - reach, '>=') - rowsFlagged(index, threshold, '>=') : 0,
    closeAbove: canBeNear ? rowsFlagged(index, threshold, '>') - rowsFlagged(index, threshold + reach, '>') : 0,
  };
}

/**
 * The nearest threshold above (1) or below (-1) at which the decision on some row changes, among the thresholds that `scanCuts`
 * gives; the same threshold where no row is left to change. O(log n).
 */
export function nextChange(index: ScoreIndex, threshold: number, rule: DecisionRule, direction: 1 | -1): number {
  if (direction === 1) {
    const released = lowestFlagged(index, threshold, rule);
    if (released === null) return threshold;
    return rule === '>' ? released : (lowestFlagged(index, released, '>') ?? Infinity);
  }
  const caught = highestUnflagged(index, threshold, rule);
  if (caught === null) return threshold;
  return rule === '>=' ? caught : (highestUnflagged(index, caught, '>=') ?? -Infinity);
}

function lowestFlagged(index: ScoreIndex, threshold: number, rule: DecisionRule): number | null {
  const lowest = ({ scores }: Run, place: number) => (place < scores.length ? scores[place] : Infinity);
  const { positives, negatives } = index;
  const score = Math.min(
    lowest(positives, firstFlagged(positives, threshold, rule)),
    lowest(negatives, firstFlagged(negatives, threshold, rule)),
  );
  return score === Infinity ? null : score;
}

function highestUnflagged(index: ScoreIndex, threshold: number, rule: DecisionRule): number | null {
  const highest = ({ scores }: Run, place: number) => (place > 0 ? scores[place - 1] : -Infinity);
  const { positives, negatives } = index;
  const score = Math.max(
    highest(positives, firstFlagged(positives, threshold, rule)),
    highest(negatives, firstFlagged(negatives, threshold, rule)),
  );
  return score === -Infinity ? null : score;
}

function rowsFlagged({ positives, negatives }: ScoreIndex, threshold: number, rule: DecisionRule): number {
  const flagged = (run: Run) => run.scores.length - firstFlagged(run, threshold, rule);
  return flagged(positives) + flagged(negatives);
}
