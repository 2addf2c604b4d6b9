import { firstAtLeast } from '../dataset/firstAtLeast.ts';
import { type DecisionRule, firstFlagged } from '../scores/confusion.ts';
import { scanCuts } from '../scores/scanCuts.ts';
import type { ScoreIndex } from '../scores/scoreIndex.ts';

/** Some of the cuts of an index, from flagging nobody to flagging all. */
export interface CutGrid {
  /** A threshold that makes each cut under the rule, descending: the lowest score flagged under `>=`, the highest one not flagged under `>`. */
  readonly thresholds: Float64Array;
  /** The places in the runs of positives and negatives from which on scores are flagged. */
  readonly p: Uint32Array;
  readonly n: Uint32Array;
  /** Whether these are all cuts there are. */
  readonly isComplete: boolean;
}

/** How many thresholds a grid may have, and where they are to be dense. */
export interface GridWish {
  readonly most: number;
  /** Thresholds whose cuts must be among them. */
  readonly with?: readonly number[];
  /** Three quarters of the cuts lie between these thresholds, if given. */
  readonly within?: { readonly low: number; readonly high: number };
}

/**
 * At most about `most` cuts of an index: all of them if there are no more, else an even choice by the ranks of the positives, by those
 * of the negatives and by the score, with those that flag nobody and all. O(n) to count the cuts, then O(most log n).
 */
export function buildCutGrid(index: ScoreIndex, rule: DecisionRule, wish: GridWish): CutGrid {
  const all = distinctScores(index, wish.most);
  const scores = all ?? chosenScores(index, rule, wish);
  const { positives, negatives } = index;
  const count = scores.length + 1;
  const grid = {
    thresholds: new Float64Array(count),
    p: new Uint32Array(count),
    n: new Uint32Array(count),
    isComplete: all !== null,
  };
  for (let k = 0; k < count; k++) {
    // The first cut flags nobody.
    const lowest = k === 0 ? Number.POSITIVE_INFINITY : scores[k - 1];
    const p = firstFlagged(positives, lowest, '>=');
    const n = firstFlagged(negatives, lowest, '>=');
    grid.p[k] = p;
    grid.n[k] = n;
    grid.thresholds[k] =
      rule === '>='
        ? lowest
        : Math.max(p > 0 ? positives.scores[p - 1] : -Infinity, n > 0 ? negatives.scores[n - 1] : -Infinity);
  }
  return grid;
}

/**
 * The thresholds that make the same decision as cut k: from `low` to `high`, of which `>=` takes in the upper and `>` the lower end.
 * Beyond all scores they are infinite. O(1).
 */
export function thresholdsOfCut({ positives, negatives }: ScoreIndex, { p, n }: CutGrid, k: number) {
  return {
    low: Math.max(positives.scores[p[k] - 1] ?? -Infinity, negatives.scores[n[k] - 1] ?? -Infinity),
    high: Math.min(positives.scores[p[k]] ?? Infinity, negatives.scores[n[k]] ?? Infinity),
  };
}

/** All distinct scores, descending; null where there are more than `most` less one. */
function distinctScores(index: ScoreIndex, most: number): number[] | null {
  const scores: number[] = [];
  scanCuts(index, ({ count, thresholds }) => {
    for (let i = 0; i < count && scores.length <= most; i++) scores.push(thresholds[i]);
  });
  return scores.length <= most ? scores.slice(1) : null;
}

function chosenScores(index: ScoreIndex, rule: DecisionRule, wish: GridWish): number[] {
  const { positives, negatives } = index;
  const chosen = new Set<number>();
  const lowestFlagged = (threshold: number, by: DecisionRule): number =>
    Math.min(
      positives.scores[firstFlagged(positives, threshold, by)] ?? Infinity,
      negatives.scores[firstFlagged(negatives, threshold, by)] ?? Infinity,
    );
  const spread = (low: number, high: number, count: number): void => {
    const third = Math.max(1, Math.floor(count / 3));
    for (const { scores } of [positives, negatives]) {
      const from = firstAtLeast(scores, low);
      const to = firstAtLeast(scores, high);
      for (let i = 0; i <= third; i++) {
        const score = scores[from + Math.floor((i * (to - from)) / third)];
        if (score !== undefined) chosen.add(score);
      }
    }
    for (let i = 0; i <= third; i++) chosen.add(lowestFlagged(low + ((high - low) * i) / third, '>='));
  };
  const least = Math.min(positives.scores[0] ?? Infinity, negatives.scores[0] ?? Infinity);
  const greatest = Math.max(positives.scores.at(-1) ?? -Infinity, negatives.scores.at(-1) ?? -Infinity);
  const wanted = wish.with ?? [];
  const room = wish.most - wanted.length - 8;
  if (wish.within === undefined) spread(least, greatest, room);
  else {
    spread(least, greatest, room / 4);
    spread(Math.max(least, wish.within.low), Math.min(greatest, wish.within.high), (3 * room) / 4);
  }
  for (const threshold of wanted) chosen.add(lowestFlagged(threshold, rule));
  chosen.add(least);
  chosen.add(greatest);
  chosen.delete(Infinity);
  return [...chosen].sort((a, b) => b - a);
}

/** The grid of the one cut that a threshold makes, between flagging nobody and flagging all. O(log n). */
export function gridOfOneCut({ positives, negatives }: ScoreIndex, threshold: number, rule: DecisionRule): CutGrid {
  return {
    thresholds: Float64Array.of(Infinity, threshold, -Infinity),
    p: Uint32Array.of(positives.scores.length, firstFlagged(positives, threshold, rule), 0),
    n: Uint32Array.of(negatives.scores.length, firstFlagged(negatives, threshold, rule), 0),
    isComplete: false,
  };
}
