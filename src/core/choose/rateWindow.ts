import { TIE } from './bestCuts.ts';
import type { RatedCosts } from './groupCuts.ts';

/** Whether two rates differ by no more than the tolerance; a rounding error of 1e-12 is forgiven. O(1). */
export function isWithin(low: number, high: number, tolerance: number): boolean {
  return high - low <= tolerance + TIE;
}

export interface RateWindow {
  /** The lowest rate; no other is higher by more than the tolerance. */
  readonly low: number;
  /** What all groups cost together at least, each at a rate in the window. */
  readonly cost: number;
}

/**
 * The cheapest way to give every group a rate such that no two differ by more than the tolerance: whatever the lowest of them is, each group takes
 * its cheapest cut in the window that begins there, so a window is moved over all rates there are. Of equally cheap windows the lowest. Null where
 * no window holds a rate of every group. Exact. O(rates · groups), by a sliding minimum (monotone queue) for each group.
 */
export function cheapestWindow(groups: readonly RatedCosts[], tolerance: number): RateWindow | null {
  const windows = groups.map((group) => new SlidingMinimum(group, tolerance));
  let best: RateWindow | null = null;
  for (let low = lowestOf(groups); low < Infinity; ) {
    let cost = 0;
    let next = Infinity;
    for (const window of windows) {
      cost += window.minimumFrom(low);
      if (window.next < next) next = window.next;
    }
    // A window that is as cheap but for the last bits is no better.
    if (cost < Infinity && (best === null || cost < best.cost - TIE * Math.max(1, Math.abs(best.cost)))) {
      best = { low, cost };
    }
    low = next;
  }
  return best;
}

/** The least tolerance at which `cheapestWindow` finds one. Exact. O(rates · groups). */
export function leastTolerance(groups: readonly RatedCosts[]): number {
  const places = groups.map(() => 0);
  let least = Infinity;
  for (let low = lowestOf(groups); low < Infinity; ) {
    let highest = low;
    let next = Infinity;
    for (const [at, { rates }] of groups.entries()) {
      while (places[at] < rates.length && rates[places[at]] < low) places[at]++;
      if (places[at] === rates.length) return least;
      const rate = rates[places[at]];
      if (rate > highest) highest = rate;
      const after = rate > low ? rate : (rates[places[at] + 1] ?? Infinity);
      if (after < next) next = after;
    }
    if (highest - low < least) least = highest - low;
    low = next;
  }
  return least;
}

const lowestOf = (groups: readonly RatedCosts[]): number =>
  Math.min(...groups.map(({ rates }) => rates[0] ?? Infinity));

/** The least cost in a window that moves upwards over the rates of one group. */
class SlidingMinimum {
  readonly #rates: Float64Array;
  readonly #costs: Float64Array;
  readonly #tolerance: number;
  /** Places in the window whose cost no later one undercuts, ascending in place and in cost. */
  readonly #queue: Int32Array;
  #head = 0;
  #tail = 0;
  #end = 0;
  #above = 0;

  constructor({ rates, costs }: RatedCosts, tolerance: number) {
    this.#rates = rates;
    this.#costs = costs;
    this.#tolerance = tolerance;
    this.#queue = new Int32Array(rates.length);
  }

  /** The lowest rate above that of the last question; ∞ where there is none. */
  get next(): number {
    return this.#above < this.#rates.length ? this.#rates[this.#above] : Infinity;
  }

  /** The least cost at a rate from `low` to `low` and the tolerance, ∞ where there is none. `low` must not fall from call to call. */
  minimumFrom(low: number): number {
    const rates = this.#rates;
    const costs = this.#costs;
    const queue = this.#queue;
    while (this.#above < rates.length && rates[this.#above] <= low) this.#above++;
    while (this.#end < rates.length && isWithin(low, rates[this.#end], this.#tolerance)) {
      const cost = costs[this.#end];
      while (this.#tail > this.#head && costs[queue[this.#tail - 1]] > cost) this.#tail--;
      queue[this.#tail++] = this.#end++;
    }
    while (this.#head < this.#tail && rates[queue[this.#head]] < low) this.#head++;
    return this.#head < this.#tail ? costs[queue[this.#head]] : Infinity;
  }
}
