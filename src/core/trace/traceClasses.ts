import { type ClassDecision, decideRows } from '../classes/decide.ts';
import { type DecisionRule, isFlagged } from '../scores/confusion.ts';

/** How one row becomes one class of several. */
export interface ClassTrace {
  readonly kind: ClassDecision['kind'];
  /** The place of the class decided on; null: none of them ("other"). */
  readonly picked: number | null;
  /** The places of the classes whose score reaches their own threshold; all of them where there are no thresholds. */
  readonly reached: readonly number[];
}

/** The decision about one row, from a score for every class; null where a score is missing. O(classes), for costs O(classes²). */
export function traceClasses(scores: readonly (number | null)[], decision: ClassDecision): ClassTrace | null {
  if (scores.some((score) => score !== null && !Number.isFinite(score))) return null;
  const yScore = scores.map((score) => (score === null ? null : Float64Array.of(score)));
  const [picked] = decideRows({ yTrue: Uint16Array.of(0), yScore, sampleWeight: null }, decision);
  const reached =
    decision.kind === 'thresholds' ? reachedBy(scores, decision.thresholds, decision.rule) : [...scores.keys()];
  return { kind: decision.kind, picked: picked < scores.length ? picked : null, reached };
}

/** The places of the scores that reach their own threshold; a missing score reaches none. O(scores). */
export function reachedBy(
  scores: readonly (number | null)[],
  thresholds: readonly number[],
  rule: DecisionRule,
): number[] {
  return [...scores.keys()].filter((place) => {
    const score = scores[place];
    return score !== null && isFlagged(score, thresholds[place], rule);
  });
}
