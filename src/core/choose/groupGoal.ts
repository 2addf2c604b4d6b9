import type { Payoff } from '../cost/payoff.ts';
import type { ThresholdMetricId } from '../metrics/metric.ts';
import type { Confusion } from '../scores/confusion.ts';
import { betterOf, type Objective, objectiveValue } from './objective.ts';

/**
 * A goal for all rows that can be reached group by group, because it is a sum over the groups or a quotient of two such sums: then a policy is
 * best if its total cost is the lowest under `payoffAt(value)`, `value` being the best value itself (W. Dinkelbach, Management Science 13, 1967).
 */
export interface GroupGoal {
  readonly better: 'higher' | 'lower';
  /** The goal's value for all rows. */
  readonly value: (confusion: Confusion) => number;
  /** A cost that adds up over rows. */
  readonly payoffAt: (value: number) => Payoff;
  /** Whether that cost is the same for every value, so that one search is enough. */
  readonly isSum: boolean;
}

/**
 * The goal of an objective for rows of `positives` and `negatives` in all; null where none can be reached group by group: bounds and capacities
 * hold for all rows at once, precision, lift and the like are best where hardly anybody is flagged, and the Matthews correlation, the geometric mean
 * and the distance from the corner are no quotient of sums. Null too where a class is absent that the goal needs. O(1).
 */
export function groupGoal(objective: Objective, positives: number, negatives: number): GroupGoal | null {
  const payoffAt = payoffOf(objective, positives, negatives);
  if (payoffAt === null) return null;
  const value = objectiveValue(objective);
  return {
    better: betterOf(objective),
    value: (confusion) => value(confusion, 0),
    payoffAt,
    isSum: payoffAt.length === 0,
  };
}

type PayoffAt = (value: number) => Payoff;

function payoffOf(objective: Objective, positives: number, negatives: number): PayoffAt | null {
  switch (objective.kind) {
    case 'cost':
      return objective.amounts === undefined ? () => objective.payoff : null;
    case 'fbeta':
      return positives > 0 ? fbetaPayoff(objective.beta) : null;
    case 'netBenefit': {
      const odds = objective.pt / (1 - objective.pt);
      return () => ({ tp: -1, fp: odds, fn: 0, tn: 0 });
    }
    case 'metric':
      return metricPayoff(objective.id, positives, negatives);
    default:
      return null;
  }
}

function metricPayoff(id: ThresholdMetricId, positives: number, negatives: number): PayoffAt | null {
  const hasBoth = positives > 0 && negatives > 0;
  switch (id) {
    case 'accuracy':
      return () => ({ tp: 0, fp: 1, fn: 1, tn: 0 });
    case 'balancedAccuracy':
    case 'youdenJ':
      return hasBoth ? () => ({ tp: 0, fp: 1 / negatives, fn: 1 / positives, tn: 0 }) : null;
    case 'recall':
    case 'fnr':
      return positives > 0 ? () => ({ tp: 0, fp: 0, fn: 1, tn: 0 }) : null;
    case 'specificity':
    case 'fpr':
      return negatives > 0 ? () => ({ tp: 0, fp: 1, fn: 0, tn: 0 }) : null;
    case 'f1':
      return positives > 0 ? fbetaPayoff(1) : null;
    case 'f2':
      return positives > 0 ? fbetaPayoff(2) : null;
    case 'f05':
      return positives > 0 ? fbetaPayoff(0.5) : null;
    case 'jaccard':
      return positives > 0 ? (value) => ({ tp: value - 1, fp: value, fn: value, tn: 0 }) : null;
    case 'cohenKappa':
      return hasBoth ? kappaPayoff(positives, negatives) : null;
    default:
      return null;
  }
}

/** value · ((1 + β²)tp + β²fn + fp) − (1 + β²)tp, which is 0 at the best value and above it elsewhere. */
function fbetaPayoff(beta: number): PayoffAt {
  const weight = beta * beta;
  return (value) => ({ tp: (value - 1) * (1 + weight), fp: value, fn: value * weight, tn: 0 });
}

/** The same for κ = 2(tp·N − fp·P) / ((tp + fp)N + (fn + tn)P), divided by the number of rows to keep costs small. */
function kappaPayoff(positives: number, negatives: number): PayoffAt {
  const p = positives / (positives + negatives);
  const n = negatives / (positives + negatives);
  return (value) => ({ tp: (value - 2) * n, fp: value * n + 2 * p, fn: value * p, tn: value * p });
}
