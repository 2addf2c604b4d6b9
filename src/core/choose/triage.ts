import type { Payoff } from '../cost/payoff.ts';
import { cheapestAt, type RocHull } from '../curves/hull.ts';
import { confusionAt, type DecisionRule } from '../scores/confusion.ts';
import { cutThreshold } from '../scores/cutThreshold.ts';
import { scanCuts } from '../scores/scanCuts.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';
import { isTied, TIE } from './bestCuts.ts';

/** Whoever looks at the cases about which the scores leave doubt. */
export interface Reviewer {
  /** What a look at one case costs, in the unit of the payoff. */
  readonly price: number;
  /** The share of reviewed cases that are then decided rightly, 0 to 1, alike for both classes. */
  readonly accuracy: number;
  /** The most cases (or weight) that can be reviewed; Infinity where it does not matter. */
  readonly capacity: number;
}

/** From `upper` on a case is a sure yes, under `lower` a sure no; what lies between is reviewed. `lower` is at most `upper`. */
export interface ReviewBand {
  readonly lower: number;
  readonly upper: number;
}

/** What becomes of the cases; counts of rows, or sums of weights. */
export interface TriageOutcome {
  readonly yes: { readonly tp: number; readonly fp: number };
  readonly review: { readonly positives: number; readonly negatives: number };
  readonly no: { readonly fn: number; readonly tn: number };
  /** Of everything: the model's decisions, the reviewer's work, and what the reviewer decides wrongly or rightly. */
  readonly cost: number;
  /** The share of cases decided without review; NaN without cases. */
  readonly coverage: number;
  /** The share of wrong decisions among those; NaN where every case is reviewed. */
  readonly error: number;
  /** The share of wrong decisions among all cases, the reviewer's expected ones included; NaN without cases. */
  readonly errorOverall: number;
}

export interface FoundBand extends ReviewBand {
  readonly cost: number;
}

/** What one reviewed case of a class costs on average: the look, and the reviewer's decision. */
function reviewCosts({ tp, fp, fn, tn }: Payoff, { price, accuracy }: Reviewer) {
  return {
    positive: price + accuracy * tp + (1 - accuracy) * fn,
    negative: price + accuracy * tn + (1 - accuracy) * fp,
  };
}

/**
 * What a review band does: cost = tp·c(tp) + fp·c(fp) of the sure yes, + fn·c(fn) + tn·c(tn) of the sure no, + for each reviewed case the
 * reviewer's price and, with the probability `accuracy`, the cost of the right decision, else of the wrong one. A band with
 * `lower` = `upper` is a single threshold. Throws a RangeError where `lower` is above `upper`. O(log n).
 */
export function triageAt(
  index: ScoreIndex,
  { lower, upper }: ReviewBand,
  rule: DecisionRule,
  payoff: Payoff,
  reviewer: Reviewer,
): TriageOutcome {
  if (!(lower <= upper)) throw new RangeError(`A band from ${lower} to ${upper}.`);
  const sure = confusionAt(index, upper, rule);
  const doubtful = confusionAt(index, lower, rule);
  const positives = doubtful.tp - sure.tp;
  const negatives = doubtful.fp - sure.fp;
  const reviewed = reviewCosts(payoff, reviewer);
  const decided = sure.tp + sure.fp + doubtful.fn + doubtful.tn;
  const all = decided + positives + negatives;
  const wrong = sure.fp + doubtful.fn;
  return {
    yes: { tp: sure.tp, fp: sure.fp },
    review: { positives, negatives },
    no: { fn: doubtful.fn, tn: doubtful.tn },
    cost:
      sure.tp * payoff.tp +
      sure.fp * payoff.fp +
      doubtful.fn * payoff.fn +
      doubtful.tn * payoff.tn +
      positives * reviewed.positive +
      negatives * reviewed.negative,
    coverage: decided / all,
    error: wrong / decided,
    errorOverall: (wrong + (1 - reviewer.accuracy) * (positives + negatives)) / all,
  };
}

/** The cuts that may still be the upper end of the band, the cheapest first; each is cheaper than all that were added before it. */
class Window {
  private thresholds = new Float64Array(64);
  private flagged = new Float64Array(64);
  private costs = new Float64Array(64);
  private first = 0;
  private end = 0;

  add(threshold: number, flagged: number, cost: number): void {
    // Of equally cheap cuts the later one flags more, and leaves fewer to review.
    while (this.end > this.first && this.costs[this.end - 1] >= cost) this.end--;
    if (this.end === this.costs.length) this.grow();
    this.thresholds[this.end] = threshold;
    this.flagged[this.end] = flagged;
    this.costs[this.end] = cost;
    this.end++;
  }

  dropBelow(flagged: number): void {
    while (this.flagged[this.first] < flagged) this.first++;
  }

  get cheapest(): { readonly threshold: number; readonly flagged: number; readonly cost: number } {
    return { threshold: this.thresholds[this.first], flagged: this.flagged[this.first], cost: this.costs[this.first] };
  }

  private grow(): void {
    const longer = (from: Float64Array) => {
      const to = new Float64Array(Math.max(64, 2 * (this.end - this.first)));
      to.set(from.subarray(this.first, this.end));
      return to;
    };
    this.thresholds = longer(this.thresholds);
    this.flagged = longer(this.flagged);
    this.costs = longer(this.costs);
    this.end -= this.first;
    this.first = 0;
  }
}

/**
 * The cheapest review band among all pairs of cuts that leave at most `capacity` to review; of bands that cost the same to within 1e-12
 * the one with the fewest reviews, then the one that flags fewest. Where a review is never worth its price, both ends are one
 * threshold. Null without rows. Throws a RangeError for costs that are not finite, an accuracy outside [0, 1] or a negative capacity.
 *
 * The cost of a band is a sum of one part for each end, so that one pass over the cuts with a sliding minimum finds it: O(n). Without a
 * limit of reviews each part is least at a vertex of the ROC hull, where that is given: O(vertices).
 */
export function bestBand(
  index: ScoreIndex,
  rule: DecisionRule,
  payoff: Payoff,
  reviewer: Reviewer,
  hull: RocHull | null = null,
): FoundBand | null {
  const { price, accuracy, capacity } = reviewer;
  if (![...Object.values(payoff), price].every(Number.isFinite)) throw new RangeError('The costs must be finite.');
  if (!(accuracy >= 0 && accuracy <= 1)) throw new RangeError(`An accuracy of ${accuracy}.`);
  if (!(capacity >= 0)) throw new RangeError(`A capacity of ${capacity}.`);
  if (totalsOf(index).rows === 0) return null;

  const found = (hull === null ? null : bandOnHull(hull, payoff, reviewer)) ?? bandByScan(index, payoff, reviewer);
  const { lower, upper, cost } = found;
  return { lower: cutThreshold(index, lower, rule), upper: cutThreshold(index, upper, rule), cost };
}

function bandByScan(index: ScoreIndex, payoff: Payoff, reviewer: Reviewer): FoundBand {
  const { capacity } = reviewer;
  const { positives, negatives } = totalsOf(index);
  const reviewed = reviewCosts(payoff, reviewer);
  const window = new Window();
  let best = { lower: Number.NaN, upper: Number.NaN, cost: Infinity, reviews: Infinity };
  scanCuts(index, ({ count, thresholds, tps, fps }) => {
    for (let cut = 0; cut < count; cut++) {
      const tp = tps[cut];
      const fp = fps[cut];
      const flagged = tp + fp;
      const asReviewed = tp * reviewed.positive + fp * reviewed.negative;
      window.add(thresholds[cut], flagged, tp * payoff.tp + fp * payoff.fp - asReviewed);
      window.dropBelow(flagged - capacity * (1 + TIE));
      const upper = window.cheapest;
      const cost = upper.cost + asReviewed + (positives - tp) * payoff.fn + (negatives - fp) * payoff.tn;
      const reviews = flagged - upper.flagged;
      const width = TIE * Math.max(1, Math.abs(best.cost));
      const isBetter = best.cost === Infinity || cost < best.cost - width;
      if (isBetter || (cost <= best.cost + width && reviews < best.reviews)) {
        best = { lower: thresholds[cut], upper: upper.threshold, cost, reviews };
      }
    }
  });
  return best;
}

/**
 * The same on the vertices of the hull; null where that cannot be: with a limit of reviews, or where one of the mistakes costs no more than
 * a review, or a review no more than deciding rightly.
 */
function bandOnHull(hull: RocHull, payoff: Payoff, reviewer: Reviewer): FoundBand | null {
  const { thresholds, tps, fps, positives, negatives } = hull;
  const reviewed = reviewCosts(payoff, reviewer);
  // What a hit spares, and what a false alarm adds, at either end of the band.
  const atUpper = { hit: reviewed.positive - payoff.tp, alarm: payoff.fp - reviewed.negative };
  const atLower = { hit: payoff.fn - reviewed.positive, alarm: reviewed.negative - payoff.tn };
  const isPlain = [atUpper.hit, atUpper.alarm, atLower.hit, atLower.alarm].every((amount) => amount > 0);
  if (reviewer.capacity !== Infinity || !isPlain) return null;

  let lower = cheapestAt(hull, atLower.hit / atLower.alarm);
  let upper = cheapestAt(hull, atUpper.hit / atUpper.alarm);
  // Of vertices that cost the same the ones with the fewest reviews: the last at the upper end, the first at the lower one.
  const upperCost = (at: number) => fps[at] * atUpper.alarm - tps[at] * atUpper.hit;
  const lowerCost = (at: number) => fps[at] * atLower.alarm - tps[at] * atLower.hit;
  while (upper + 1 < tps.length && isTied(upperCost(upper + 1), upperCost(upper))) upper++;
  while (lower > 0 && isTied(lowerCost(lower - 1), lowerCost(lower))) lower--;
  if (lower < upper) {
    lower = cheapestAt(hull, (payoff.fn - payoff.tp) / (payoff.fp - payoff.tn));
    upper = lower;
  }
  const cost =
    upperCost(upper) +
    tps[lower] * reviewed.positive +
    fps[lower] * reviewed.negative +
    (positives - tps[lower]) * payoff.fn +
    (negatives - fps[lower]) * payoff.tn;
  return { lower: thresholds[lower], upper: thresholds[upper], cost };
}
