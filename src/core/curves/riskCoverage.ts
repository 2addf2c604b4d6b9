import type { RocHull } from './hull.ts';

/** The bands that leave fewest errors, from those that review most to one threshold that reviews nothing. */
export interface RiskCoverage {
  /** The share of cases decided without review, ascending. */
  readonly coverage: Float64Array;
  /** The share of wrong decisions among those. */
  readonly error: Float64Array;
  /** The lowest score that is a sure yes, and the lowest one that is reviewed; +∞ where there is none. */
  readonly uppers: Float64Array;
  readonly lowers: Float64Array;
}

/**
 * How many errors remain among the cases that are decided without review, where the most doubtful ones are reviewed: for every price λ
 * of a review, counted in errors, the band that makes errors + λ · reviews least. Its upper end is the vertex of the ROC hull that is
 * cheapest where a miss costs λ / (1 − λ) false alarms, its lower end the one at (1 − λ) / λ; from λ = ½ on both are one. Each point is
 * a real band; no band with as few reviews leaves fewer errors than the line between two of them. Empty without rows or where a class
 * is absent. O(vertices). The risk–coverage curve of selective classification (El-Yaniv & Wiener 2010), with an end for each class.
 */
export function riskCoverage(hull: RocHull): RiskCoverage {
  const { prices, tps, fps, thresholds, positives, negatives } = hull;
  const all = positives + negatives;
  const points: { coverage: number; error: number; upper: number; lower: number }[] = [];
  if (positives > 0 && negatives > 0) {
    let upper = 0;
    let lower = tps.length - 1;
    for (;;) {
      const decided = tps[upper] + fps[upper] + (all - tps[lower] - fps[lower]);
      const wrong = fps[upper] + (positives - tps[lower]);
      if (decided > 0) {
        points.push({
          coverage: decided / all,
          error: wrong / decided,
          upper: thresholds[upper],
          lower: thresholds[lower],
        });
      }
      if (upper === lower) break;
      // The price of a review at which either end would move next; of equal ones both move, so that no band is passed twice.
      const nextUpper = priceOfReview(prices[upper]);
      const nextLower = priceOfReview(1 / prices[lower - 1]);
      if (nextUpper <= nextLower) upper++;
      if (nextLower <= nextUpper && upper < lower) lower--;
    }
  }
  return {
    coverage: Float64Array.from(points, (point) => point.coverage),
    error: Float64Array.from(points, (point) => point.error),
    uppers: Float64Array.from(points, (point) => point.upper),
    lowers: Float64Array.from(points, (point) => point.lower),
  };
}

/** λ for which λ / (1 − λ) is the ratio. */
const priceOfReview = (ratio: number): number => (ratio === Infinity ? 1 : ratio / (1 + ratio));
