import { type DecisionRule, isFlagged } from '../scores/confusion.ts';
import type { ClassScores } from './classScores.ts';

/** What becomes of a row whose score reaches no class's threshold: no class at all, as a serving system says, or the best one. */
export type ClassFallback = 'other' | 'argmax';

/** How a row with a score for every class becomes one class. */
export type ClassDecision =
  | { readonly kind: 'argmax' }
  | {
      readonly kind: 'thresholds';
      /** One a class. */
      readonly thresholds: readonly number[];
      readonly rule: DecisionRule;
      readonly fallback: ClassFallback;
    }
  | {
      readonly kind: 'cost';
      /** `costs[actual][predicted]`. */
      readonly costs: readonly (readonly number[])[];
    };

/** Rows at a time, so that what is known of them stays in the fastest memory. */
const BLOCK = 2048;

/**
 * The place of the class that each row is decided to be; the number of classes where it is none of them ("other").
 *
 * `argmax`: the class of the highest score, the first of equal ones, as `numpy.argmax`. `thresholds`: the same among the classes whose
 * score reaches their own threshold; where none does, the fallback. `cost`: the class of least expected cost Σ over actual classes of
 * score · cost, the first of equal ones, as `numpy.argmin(scores @ costs)`; scores must be probabilities. A class without scores is
 * never chosen. O(rows · classes), for costs O(rows · classes²).
 */
export function decideRows(scores: ClassScores, decision: ClassDecision): Uint16Array {
  const rows = scores.yTrue.length;
  const picks = new Uint16Array(rows).fill(scores.yScore.length);
  const best = new Float64Array(BLOCK);
  const sums = new Float64Array(BLOCK);
  for (let from = 0; from < rows; from += BLOCK) {
    const to = Math.min(from + BLOCK, rows);
    if (decision.kind === 'cost') pickCheapest(scores, decision.costs, picks, best, sums, from, to);
    else {
      if (decision.kind === 'thresholds') pickAmongFlagged(scores, decision, picks, best, from, to);
      if (decision.kind === 'argmax' || decision.fallback === 'argmax') pickHighest(scores, picks, best, from, to);
    }
  }
  return picks;
}

/** Picks the class of the highest score for those rows that have none yet. */
function pickHighest({ yScore }: ClassScores, picks: Uint16Array, best: Float64Array, from: number, to: number): void {
  const none = yScore.length;
  // A row that is decided already is not to be beaten.
  for (let row = from; row < to; row++) best[row - from] = picks[row] === none ? -Infinity : Infinity;
  for (let place = 0; place < none; place++) {
    const scores = yScore[place];
    if (scores === null) continue;
    for (let row = from; row < to; row++) {
      if (scores[row] > best[row - from]) {
        best[row - from] = scores[row];
        picks[row] = place;
      }
    }
  }
}

function pickAmongFlagged(
  { yScore }: ClassScores,
  { thresholds, rule }: Extract<ClassDecision, { kind: 'thresholds' }>,
  picks: Uint16Array,
  best: Float64Array,
  from: number,
  to: number,
): void {
  best.fill(-Infinity);
  for (let place = 0; place < yScore.length; place++) {
    const scores = yScore[place];
    if (scores === null) continue;
    const threshold = thresholds[place];
    for (let row = from; row < to; row++) {
      const score = scores[row];
      if (score > best[row - from] && isFlagged(score, threshold, rule)) {
        best[row - from] = score;
        picks[row] = place;
      }
    }
  }
}

function pickCheapest(
  { yScore }: ClassScores,
  costs: readonly (readonly number[])[],
  picks: Uint16Array,
  best: Float64Array,
  sums: Float64Array,
  from: number,
  to: number,
): void {
  best.fill(Infinity);
  for (let predicted = 0; predicted < yScore.length; predicted++) {
    if (yScore[predicted] === null) continue;
    sums.fill(0);
    for (let actual = 0; actual < yScore.length; actual++) {
      const scores = yScore[actual];
      const cost = costs[actual][predicted];
      if (scores === null || cost === 0) continue;
      for (let row = from; row < to; row++) sums[row - from] += scores[row] * cost;
    }
    for (let row = from; row < to; row++) {
      if (sums[row - from] < best[row - from]) {
        best[row - from] = sums[row - from];
        picks[row] = predicted;
      }
    }
  }
}
