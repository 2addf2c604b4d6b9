import { type Payoff, type PayoffOddity, payoffOddity } from '../cost/payoff.ts';
import { cheapestAt, type RocHull } from '../curves/hull.ts';
import { type Confusion, confusionAt, type DecisionRule } from '../scores/confusion.ts';
import { cutThreshold } from '../scores/cutThreshold.ts';
import type { ScoreIndex } from '../scores/scoreIndex.ts';
import { isTied } from './bestCuts.ts';
import { bestThreshold } from './bestThreshold.ts';

/** A threshold that is the cheapest one at some price, with what it does. */
export interface CheapThreshold {
  readonly threshold: number;
  readonly confusion: Confusion;
}

/**
 * What a threshold says about the price of a miss, in false alarms.
 *
 * - `cheapest`: it costs least at every price from `low` (0: open below) to `high` (∞: open above). `price` is the geometric mean of the two,
 *   which is as many times above the one as it is below the other; the finite end of a range that is open, NaN where both are.
 * - `never`: it costs least at no price. `price` is the one at which it loses least, where the two vertices beside it, which are `better` (the
 *   higher threshold first), cost the same, and `loss` what it costs more than they do then, in false alarms. Where it does nothing
 *   that one of them does not do better or as well, only that one is there: `price` is 0 or ∞ and `loss` is NaN.
 * - `oneClass`: nothing, because there is no price to weigh.
 */
export type ImpliedPrice =
  | { readonly kind: 'cheapest'; readonly low: number; readonly high: number; readonly price: number }
  | {
      readonly kind: 'never';
      readonly price: number;
      readonly loss: number;
      readonly better: readonly CheapThreshold[];
    }
  | { readonly kind: 'oneClass'; readonly absent: 'positives' | 'negatives' };

/**
 * The price of a miss that a threshold acts on, read from the hull. A threshold is looked at by what it flags: those between two scores
 * say the same as the cut below them. On an edge between two vertices it is the cheapest, with them, at one price alone. O(log n).
 */
export function impliedPrice(index: ScoreIndex, hull: RocHull, threshold: number, rule: DecisionRule): ImpliedPrice {
  if (hull.positives === 0) return { kind: 'oneClass', absent: 'positives' };
  if (hull.negatives === 0) return { kind: 'oneClass', absent: 'negatives' };
  const { tp, fp } = confusionAt(index, threshold, rule);
  const place = lastUpTo(hull, tp, fp);
  const { prices } = hull;
  const last = prices.length;
  if (place >= 0 && hull.tps[place] === tp && hull.fps[place] === fp) {
    const low = place === 0 ? 0 : prices[place - 1];
    const high = place === last ? Infinity : prices[place];
    return { kind: 'cheapest', low, high, price: middlePrice(low, high) };
  }
  const vertex = (at: number) => cheapThreshold(index, hull, at, rule);
  if (place < 0) return { kind: 'never', price: 0, loss: Number.NaN, better: [vertex(0)] };
  if (place === last) return { kind: 'never', price: Infinity, loss: Number.NaN, better: [vertex(last)] };
  const price = prices[place];
  const cost = price * (hull.positives - tp) + fp;
  const least = costAt(hull, place, price);
  return isTied(cost, least)
    ? { kind: 'cheapest', low: price, high: price, price }
    : { kind: 'never', price, loss: cost - least, better: [vertex(place), vertex(place + 1)] };
}

/**
 * The cheapest threshold at a price of a miss, in false alarms, as `bestThreshold` chooses it; the price must be positive and finite. A
 * search on the hull; only at a price at which several cuts cost the same, `bestThreshold` is asked which. O(log n).
 */
export function cheapestThreshold(index: ScoreIndex, hull: RocHull, rule: DecisionRule, price: number): CheapThreshold {
  const place = cheapestAt(hull, price);
  const isShared = [place - 1, place + 1].some(
    (beside) =>
      beside >= 0 && beside < hull.thresholds.length && isTied(costAt(hull, beside, price), costAt(hull, place, price)),
  );
  if (!isShared) return cheapThreshold(index, hull, place, rule);
  const choice = bestThreshold(index, rule, { kind: 'cost', payoff: { tp: 0, fp: 1, fn: price, tn: 0 } });
  return choice.kind === 'found' ? choice : cheapThreshold(index, hull, place, rule);
}

/**
 * The price of a miss, in false alarms, that four prices come to: (fn − tp) / (fp − tn), since only what a mistake costs more than the
 * right decision moves the choice. Where one of the two differences is not positive, what is odd about them. O(1).
 */
export function priceOf(payoff: Payoff): number | PayoffOddity {
  return payoffOddity(payoff) ?? (payoff.fn - payoff.tp) / (payoff.fp - payoff.tn);
}

/**
 * From which probability on flagging is worth it at a price of a miss, in false alarms: 1 / (1 + price), where the expected cost of both
 * decisions is the same. It holds for scores that are true probabilities. O(1).
 */
export function breakEvenProbability(price: number): number {
  return 1 / (1 + price);
}

/** The last vertex that flags no more than so much of either class; −1 where none does. */
function lastUpTo({ tps, fps }: RocHull, tp: number, fp: number): number {
  let low = 0;
  let high = tps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fps[middle] < fp || (fps[middle] === fp && tps[middle] <= tp)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function middlePrice(low: number, high: number): number {
  if (low === 0) return high === Infinity ? Number.NaN : high;
  return high === Infinity ? low : Math.sqrt(low) * Math.sqrt(high);
}

const costAt = ({ positives, tps, fps }: RocHull, place: number, price: number): number =>
  price * (positives - tps[place]) + fps[place];

function cheapThreshold(index: ScoreIndex, hull: RocHull, place: number, rule: DecisionRule): CheapThreshold {
  const threshold = cutThreshold(index, hull.thresholds[place], rule);
  return { threshold, confusion: confusionAt(index, threshold, rule) };
}
