import { type Confusion, type DecisionRule, firstFlagged } from '../scores/confusion.ts';
import { amountBelow, amountFrom, type ScoreIndex } from '../scores/scoreIndex.ts';

/** Values this close, relative to the best one (absolute below 1), count as equal. */
export const TIE = 1e-12;

/** How good a cut is, the higher the better; NaN where that is undefined, −∞ where the cut is not admissible. */
export type Worth = (confusion: Confusion, threshold: number) => number;

/**
 * At least the worth of every cut after `top` up to `end`, −∞ where none of them is admissible; NaN where nothing can be said. `low`: the
 * threshold at `end`, the lowest one; `high`: the one at `top`, above all of them.
 */
export type Ceiling = (top: Confusion, end: Confusion, low: number, high: number) => number;

/** A cut by what it flags: the scores of each run from these places on. */
interface Cut {
  readonly p: number;
  readonly n: number;
}

export interface RatedCut extends Cut {
  readonly threshold: number;
  readonly worth: number;
}

/** So few rows are scanned, not divided again. */
const LEAF = 64;
/** Cuts tried first, spread evenly over each class. */
const TRIED = 200;

/**
 * The ceiling of a worth that never falls as tp rises, or fp falls, or the threshold falls while both stay, or the other way round:
 * between two cuts it is greatest in a corner of the rectangle they span. All metrics with a better direction are such, and all costs.
 */
export function cornerCeiling(worth: Worth): Ceiling {
  return (top, end, low) =>
    Math.max(
      worth({ tp: end.tp, fn: end.fn, fp: top.fp, tn: top.tn }, low),
      worth({ tp: top.tp, fn: top.fn, fp: end.fp, tn: end.tn }, low),
      worth(top, low),
      worth(end, low),
    );
}

/**
 * All cuts that are as good as the best one, to within 1e-12 (relative to it, absolute below 1), descending; none where no cut is
 * admissible. The cuts are those of `scanCuts`. A stretch of cuts whose ceiling is below what was already found is passed over, so
 * that few of many are looked at: about O(k log n) for k cuts near the best one, O(n log n) at worst.
 */
export function bestCuts(
  index: ScoreIndex,
  rule: DecisionRule,
  worth: Worth,
  ceiling: Ceiling = cornerCeiling(worth),
): RatedCut[] {
  const { positives, negatives } = index;
  const all: Cut = { p: 0, n: 0 };
  const nobody: Cut = { p: positives.scores.length, n: negatives.scores.length };
  const thresholdOf = rule === '>=' ? lowestFlagged : highestUnflagged;
  let best = Number.NEGATIVE_INFINITY;
  let cuts: RatedCut[] = [];

  const worthOf = (cut: Cut) => worth(confusionOf(index, cut), thresholdOf(index, cut));
  const rate = (cut: Cut) => {
    const rated = { p: cut.p, n: cut.n, threshold: thresholdOf(index, cut), worth: worthOf(cut) };
    if (!(rated.worth > Number.NEGATIVE_INFINITY)) return;
    if (rated.worth > best) {
      if (!isTied(best, rated.worth)) cuts = [];
      best = rated.worth;
    }
    if (isTied(rated.worth, best)) cuts.push(rated);
  };
  const search = (top: Cut, end: Cut) => {
    // Corners and cuts are rounded differently, hence twice the distance.
    const highest = ceiling(
      confusionOf(index, top),
      confusionOf(index, end),
      thresholdOf(index, end),
      thresholdOf(index, top),
    );
    if (highest < best - 2 * tieWidth(best) || highest === Number.NEGATIVE_INFINITY) return;
    const between = top.p - end.p + top.n - end.n > LEAF ? cutBetween(index, top, end) : null;
    if (between !== null) {
      search(top, between);
      search(between, end);
      return;
    }
    for (let cut = top; cut.p > end.p || cut.n > end.n; ) {
      cut = nextCut(index, cut);
      rate(cut);
    }
  };

  for (const { scores } of [positives, negatives]) {
    for (let i = 0; i < Math.min(TRIED, scores.length); i++) {
      const tried = worthOf(cutAt(index, scores[Math.floor((i * scores.length) / TRIED)], '>='));
      if (tried > best) best = tried;
    }
  }
  rate(nobody);
  search(nobody, all);
  return cuts.filter((cut) => isTied(cut.worth, best));
}

/** Whether no cut lies between two, the higher one given first. O(1). */
export function areNeighbours(index: ScoreIndex, higher: RatedCut, lower: RatedCut): boolean {
  return highestUnflagged(index, higher) === lowestFlagged(index, lower);
}

/** Whether a value is as good as the best one. */
export function isTied(value: number, best: number): boolean {
  // Relative to an infinite best one every distance would be small enough.
  if (!Number.isFinite(best)) return value === best;
  return Math.abs(value - best) <= tieWidth(best);
}

function tieWidth(best: number): number {
  return Number.isFinite(best) ? TIE * Math.max(1, Math.abs(best)) : 0;
}

function confusionOf({ positives, negatives }: ScoreIndex, { p, n }: Cut): Confusion {
  return {
    tp: amountFrom(positives, p),
    fp: amountFrom(negatives, n),
    fn: amountBelow(positives, p),
    tn: amountBelow(negatives, n),
  };
}

function lowestFlagged({ positives, negatives }: ScoreIndex, { p, n }: Cut): number {
  return Math.min(
    p < positives.scores.length ? positives.scores[p] : Infinity,
    n < negatives.scores.length ? negatives.scores[n] : Infinity,
  );
}

function highestUnflagged({ positives, negatives }: ScoreIndex, { p, n }: Cut): number {
  return Math.max(p > 0 ? positives.scores[p - 1] : -Infinity, n > 0 ? negatives.scores[n - 1] : -Infinity);
}

function cutAt(index: ScoreIndex, score: number, rule: DecisionRule): Cut {
  return { p: firstFlagged(index.positives, score, rule), n: firstFlagged(index.negatives, score, rule) };
}

/** The next cut down: the one that flags one distinct score more. */
function nextCut(index: ScoreIndex, cut: Cut): Cut {
  const score = highestUnflagged(index, cut);
  const { scores: positives } = index.positives;
  const { scores: negatives } = index.negatives;
  let { p, n } = cut;
  while (p > 0 && positives[p - 1] === score) p--;
  while (n > 0 && negatives[n - 1] === score) n--;
  return { p, n };
}

/** A cut about half way between two, null where there is none. */
function cutBetween(index: ScoreIndex, top: Cut, end: Cut): Cut | null {
  const isMorePositives = top.p - end.p > top.n - end.n;
  const { scores } = isMorePositives ? index.positives : index.negatives;
  const middle = isMorePositives ? (top.p + end.p) >>> 1 : (top.n + end.n) >>> 1;
  for (const rule of ['>=', '>'] as const) {
    const cut = cutAt(index, scores[middle], rule);
    const isBetween = (cut.p !== top.p || cut.n !== top.n) && (cut.p !== end.p || cut.n !== end.n);
    if (isBetween) return cut;
  }
  return null;
}
