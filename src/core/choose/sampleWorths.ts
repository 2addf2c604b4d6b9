import type { CutGrid } from '../intervals/cutGrid.ts';
import type { Confusion, DecisionRule } from '../scores/confusion.ts';
import type { CutTest } from './admission.ts';
import { isTied } from './bestCuts.ts';
import type { Aim } from './worth.ts';

/** The confusion of every cut of a grid in a sample, from flagging nobody to flagging all: one object, changed for every cut. O(cells). */
export function eachCut(sums: Float64Array, cuts: number, take: (k: number, confusion: Confusion) => void): void {
  let negatives = 0;
  let positives = 0;
  for (let cell = 0; cell < sums.length; cell += 2) {
    negatives += sums[cell];
    positives += sums[cell + 1];
  }
  const cut = { tp: 0, fp: 0, fn: positives, tn: negatives };
  for (let k = 0; k < cuts; k++) {
    if (k > 0) {
      cut.fp += sums[2 * k - 2];
      cut.tp += sums[2 * k - 1];
      cut.fn = positives - cut.tp;
      cut.tn = negatives - cut.fp;
    }
    take(k, cut);
  }
}

/** The confusion of one cut in a sample. O(cells). */
export function cutOf(sums: Float64Array, k: number): Confusion {
  let [tp, fp, fn, tn] = [0, 0, 0, 0];
  for (let cell = 0; cell < sums.length; cell += 2) {
    if (cell < 2 * k) {
      fp += sums[cell];
      tp += sums[cell + 1];
    } else {
      tn += sums[cell];
      fn += sums[cell + 1];
    }
  }
  return { tp, fp, fn, tn };
}

/** How good every cut is in a sample, the higher the better; NaN where undefined. */
export function worthsOf(sums: Float64Array, { thresholds }: CutGrid, aim: Aim, worths: Float64Array): void {
  const sign = aim.better === 'higher' ? 1 : -1;
  eachCut(sums, worths.length, (k, confusion) => {
    worths[k] = sign * aim.valueOf(confusion, thresholds[k]);
  });
}

/** Finds the cut that `bestThreshold` would choose in a sample. */
export class SampleChooser {
  readonly #grid: CutGrid;
  readonly #rule: DecisionRule;
  readonly #aim: Aim;
  readonly #isAdmitted: CutTest | null;
  readonly #admitted: Float64Array;
  readonly #seconds: Float64Array;
  readonly #tps: Float64Array;
  readonly #fps: Float64Array;
  /** Where the last sample's cut was: the next one's is seldom far. */
  #last = 0;

  constructor(grid: CutGrid, rule: DecisionRule, aim: Aim, isAdmitted: CutTest | null) {
    this.#grid = grid;
    this.#rule = rule;
    this.#aim = aim;
    this.#isAdmitted = isAdmitted;
    this.#admitted = new Float64Array(grid.thresholds.length);
    this.#seconds = new Float64Array(grid.thresholds.length);
    this.#tps = new Float64Array(grid.thresholds.length);
    this.#fps = new Float64Array(grid.thresholds.length);
  }

  /**
   * The place of the cut, −1 where none may be chosen or all are undefined; `worths` as `worthsOf` gives them. Whether a cut may be chosen is
   * asked only of those that are as good as the best one known so far, beginning where the last sample's was. O(cuts).
   */
  choose(sums: Float64Array, worths: Float64Array): number {
    const isAdmitted = this.#isAdmitted;
    if (isAdmitted === null) return middleOfBest(worths, sums, this.#rule);
    const { thresholds } = this.#grid;
    const { second } = this.#aim;
    const [admitted, seconds, tps, fps] = [this.#admitted, this.#seconds, this.#tps, this.#fps];
    eachCut(sums, worths.length, (k, { tp, fp }) => {
      tps[k] = tp;
      fps[k] = fp;
    });
    const all = worths.length - 1;
    const positives = tps[all];
    const negatives = fps[all];
    const cut = { tp: 0, fp: 0, fn: 0, tn: 0 };
    const isOpen = (k: number): boolean => {
      cut.tp = tps[k];
      cut.fp = fps[k];
      cut.fn = positives - cut.tp;
      cut.tn = negatives - cut.fp;
      return !Number.isNaN(worths[k]) && isAdmitted(cut, thresholds[k]);
    };
    const near = nearestWhere(isOpen, this.#last, worths.length);
    if (near < 0) return -1;
    let highest = worths[near];
    for (let k = 0; k < worths.length; k++) {
      admitted[k] = Number.NaN;
      if (!(worths[k] > highest || isTied(worths[k], highest)) || !isOpen(k)) continue;
      admitted[k] = worths[k];
      highest = Math.max(highest, worths[k]);
      if (second !== null) seconds[k] = second(cut, thresholds[k]);
    }
    if (second !== null) keepBestSeconds(admitted, seconds);
    const chosen = middleOfBest(admitted, sums, this.#rule);
    this.#last = chosen;
    return chosen;
  }
}

/** The place nearest to `from` for which `isOpen` holds, −1 without one. O(places between). */
function nearestWhere(isOpen: (k: number) => boolean, from: number, size: number): number {
  for (let away = 0; away < size; away++) {
    if (from - away >= 0 && isOpen(from - away)) return from - away;
    if (away > 0 && from + away < size && isOpen(from + away)) return from + away;
  }
  return -1;
}

/** Of the best cuts leaves those where the second value is highest. */
function keepBestSeconds(worths: Float64Array, seconds: Float64Array): void {
  const highest = highestOf(worths);
  let best = Number.NaN;
  for (let k = 0; k < worths.length; k++) {
    if (isTied(worths[k], highest) && !(seconds[k] <= best) && !Number.isNaN(seconds[k])) best = seconds[k];
  }
  for (let k = 0; k < worths.length; k++) {
    if (!isTied(worths[k], highest) || !isTied(seconds[k], best)) worths[k] = Number.NaN;
  }
}

function highestOf(worths: Float64Array): number {
  let highest = Number.NaN;
  for (const worth of worths) if (!(worth <= highest) && !Number.isNaN(worth)) highest = worth;
  return highest;
}

/**
 * The middle of the longest run of best cuts. Cuts with none of the sample's rows between them are one there, at the threshold that is a
 * score of the sample: the highest under `>=`, the lowest under `>`. −1 where all are undefined. O(cuts).
 */
function middleOfBest(worths: Float64Array, sums: Float64Array, rule: DecisionRule): number {
  const isNew = (k: number) => k === 0 || k === worths.length || sums[2 * k - 2] + sums[2 * k - 1] > 0;
  const highest = highestOf(worths);
  let longest = 0;
  let chosen = -1;
  let first = -1;
  let run: number[] = [];
  for (let k = 0; k < worths.length; k++) {
    if (!isTied(worths[k], highest)) {
      run = [];
      continue;
    }
    if (first < 0) first = k;
    const isOwn = rule === '>=' ? isNew(k) : isNew(k + 1);
    if (!isOwn) continue;
    run.push(k);
    if (run.length <= longest) continue;
    longest = run.length;
    // Of two in the middle the higher threshold.
    chosen = run[Math.floor((run.length - 1) / 2)];
  }
  // Where only cuts may be chosen that none of the sample's rows tell from one that may not.
  return chosen < 0 ? first : chosen;
}
