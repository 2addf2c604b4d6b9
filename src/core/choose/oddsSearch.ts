import { TIE } from './bestCuts.ts';
import { isWithin } from './rateWindow.ts';

/** The cuts of one group by the two rates that equalized odds compare; both never fall from a cut to the next. */
export interface OddsCuts {
  readonly recalls: Float64Array;
  readonly fprs: Float64Array;
  readonly costs: Float64Array;
}

export interface OddsChoice {
  /** The lowest of each rate; no group's is higher by more than the tolerance. */
  readonly recall: number;
  readonly fpr: number;
  readonly cost: number;
  /** False where the search was given up before it had ruled out everything cheaper. */
  readonly isExact: boolean;
}

/** So many boxes are looked at before the search is given up. */
export const MOST_BOXES = 400_000;

/**
 * The cheapest cut of every group such that no two of them differ by more than the tolerance in recall nor in the false positive rate. Flagging
 * nobody always qualifies.
 *
 * Two groups: as both rates only rise along the cuts, the partners allowed for a cut are neighbours, and move on with it; a sliding minimum over them
 * finds the best pair. Exact, O(cuts).
 *
 * More groups: branch and bound over the lowest recall and the lowest false positive rate. In a box of both each group costs at least as much as its
 * cheapest cut with rates from the box's lower to its upper ends and the tolerance; where these cuts agree with each other, nothing in the box is
 * better, else it is halved. Exact unless it takes more than `mostBoxes` boxes: then the cheapest found by then, and `isExact` is false.
 * O(boxes · groups · log cuts).
 */
export function cheapestOdds(
  groups: readonly OddsCuts[],
  tolerance: number,
  mostBoxes: number = MOST_BOXES,
): OddsChoice {
  return groups.length === 2 ? cheapestPair(groups[0], groups[1], tolerance) : boxSearch(groups, tolerance, mostBoxes);
}

/** Whether a cost is lower by more than a rounding error. */
const isCheaper = (cost: number, best: number): boolean =>
  best === Infinity ? cost < Infinity : cost < best - TIE * Math.max(1, Math.abs(best));

function cheapestPair(a: OddsCuts, b: OddsCuts, tolerance: number): OddsChoice {
  const count = b.costs.length;
  const queue = new Int32Array(count);
  let head = 0;
  let tail = 0;
  let end = 0;
  let best: OddsChoice = { recall: Number.NaN, fpr: Number.NaN, cost: Infinity, isExact: true };
  for (let i = 0; i < a.costs.length; i++) {
    const recall = a.recalls[i];
    const fpr = a.fprs[i];
    while (end < count && isWithin(recall, b.recalls[end], tolerance) && isWithin(fpr, b.fprs[end], tolerance)) {
      while (tail > head && b.costs[queue[tail - 1]] > b.costs[end]) tail--;
      queue[tail++] = end++;
    }
    while (
      head < tail &&
      !(isWithin(b.recalls[queue[head]], recall, tolerance) && isWithin(b.fprs[queue[head]], fpr, tolerance))
    ) {
      head++;
    }
    if (head === tail) continue;
    const j = queue[head];
    const cost = a.costs[i] + b.costs[j];
    if (isCheaper(cost, best.cost)) {
      best = { recall: Math.min(recall, b.recalls[j]), fpr: Math.min(fpr, b.fprs[j]), cost, isExact: true };
    }
  }
  return best;
}

/** Places of lowest rates, both ends included. */
interface Box {
  readonly lowRecall: number;
  readonly highRecall: number;
  readonly lowFpr: number;
  readonly highFpr: number;
}

function boxSearch(groups: readonly OddsCuts[], tolerance: number, mostBoxes: number): OddsChoice {
  const recalls = distinct(groups.map((group) => group.recalls));
  const fprs = distinct(groups.map((group) => group.fprs));
  const minima = groups.map(({ costs }) => new RangeMinimum(costs));
  let best: OddsChoice = { recall: Number.NaN, fpr: Number.NaN, cost: Infinity, isExact: true };
  let boxes = 0;

  /** The least that a box can cost, ∞ where nothing in it qualifies; notes the choice where that can be had. */
  const boundOf = ({ lowRecall, highRecall, lowFpr, highFpr }: Box): { bound: number; isReached: boolean } => {
    boxes++;
    let bound = 0;
    const low = { recall: Infinity, fpr: Infinity };
    const high = { recall: 0, fpr: 0 };
    for (const [at, { recalls: own, fprs: ownFprs, costs }] of groups.entries()) {
      const first = Math.max(
        placeFrom(own, (rate) => rate >= recalls[lowRecall]),
        placeFrom(ownFprs, (rate) => rate >= fprs[lowFpr]),
      );
      const end = Math.min(
        placeFrom(own, (rate) => !isWithin(recalls[highRecall], rate, tolerance)),
        placeFrom(ownFprs, (rate) => !isWithin(fprs[highFpr], rate, tolerance)),
      );
      if (first >= end) return { bound: Infinity, isReached: false };
      const place = minima[at].placeIn(first, end);
      bound += costs[place];
      low.recall = Math.min(low.recall, own[place]);
      high.recall = Math.max(high.recall, own[place]);
      low.fpr = Math.min(low.fpr, ownFprs[place]);
      high.fpr = Math.max(high.fpr, ownFprs[place]);
    }
    const isReached = isWithin(low.recall, high.recall, tolerance) && isWithin(low.fpr, high.fpr, tolerance);
    if (isReached && isCheaper(bound, best.cost)) best = { ...low, cost: bound, isExact: true };
    return { bound, isReached };
  };

  const search = (box: Box, { bound, isReached }: { bound: number; isReached: boolean }): void => {
    if (isReached || !isCheaper(bound, best.cost)) return;
    if (boxes > mostBoxes) {
      best = { ...best, isExact: false };
      return;
    }
    const halves = halvesOf(box, recalls, fprs).map((half) => ({ half, found: boundOf(half) }));
    halves.sort((a, b) => a.found.bound - b.found.bound);
    for (const { half, found } of halves) search(half, found);
  };

  const nobody = { lowRecall: 0, highRecall: 0, lowFpr: 0, highFpr: 0 };
  search(nobody, boundOf(nobody));
  const all = { lowRecall: 0, highRecall: recalls.length - 1, lowFpr: 0, highFpr: fprs.length - 1 };
  search(all, boundOf(all));
  return best;
}

/** A box halved along the rate in which it is wider; none where it is a single point. */
function halvesOf(box: Box, recalls: Float64Array, fprs: Float64Array): Box[] {
  const { lowRecall, highRecall, lowFpr, highFpr } = box;
  const recallWidth = recalls[highRecall] - recalls[lowRecall];
  const fprWidth = fprs[highFpr] - fprs[lowFpr];
  if (recallWidth === 0 && fprWidth === 0) return [];
  if (recallWidth >= fprWidth) {
    const middle = (lowRecall + highRecall) >>> 1;
    return [
      { ...box, highRecall: middle },
      { ...box, lowRecall: middle + 1 },
    ];
  }
  const middle = (lowFpr + highFpr) >>> 1;
  return [
    { ...box, highFpr: middle },
    { ...box, lowFpr: middle + 1 },
  ];
}

/** All values, ascending, each once. */
function distinct(arrays: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(arrays.reduce((count, { length }) => count + length, 0));
  let end = 0;
  for (const array of arrays) {
    all.set(array, end);
    end += array.length;
  }
  all.sort();
  let count = 0;
  for (const value of all) if (count === 0 || value !== all[count - 1]) all[count++] = value;
  return all.subarray(0, count);
}

/** The first place from which on a condition holds, the length where it never does. O(log n). */
function placeFrom(rates: Float64Array, holds: (rate: number) => boolean): number {
  let low = 0;
  let high = rates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(rates[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The place of the least cost in any stretch of cuts, of equal ones the first: a tree of minima. O(log n) a question. */
class RangeMinimum {
  readonly #costs: Float64Array;
  readonly #tree: Int32Array;

  constructor(costs: Float64Array) {
    const count = costs.length;
    this.#costs = costs;
    this.#tree = new Int32Array(2 * count);
    for (let i = 0; i < count; i++) this.#tree[count + i] = i;
    for (let i = count - 1; i > 0; i--) this.#tree[i] = this.#lesser(this.#tree[2 * i], this.#tree[2 * i + 1]);
  }

  placeIn(first: number, end: number): number {
    const count = this.#costs.length;
    let best = first;
    for (let low = first + count, high = end + count; low < high; low >>>= 1, high >>>= 1) {
      if (low & 1) best = this.#lesser(best, this.#tree[low++]);
      if (high & 1) best = this.#lesser(best, this.#tree[--high]);
    }
    return best;
  }

  #lesser(a: number, b: number): number {
    if (this.#costs[a] !== this.#costs[b]) return this.#costs[a] < this.#costs[b] ? a : b;
    return a < b ? a : b;
  }
}
