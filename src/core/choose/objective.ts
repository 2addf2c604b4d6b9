import type { AmountColumns } from '../cost/amounts.ts';
import { costOf, type Payoff } from '../cost/payoff.ts';
import { thresholdMetric } from '../metrics/catalog.ts';
import type { ThresholdMetric, ThresholdMetricId } from '../metrics/metric.ts';
import { fbetaOf, precision, recall, selectionRate } from '../metrics/threshold.ts';
import type { Confusion } from '../scores/confusion.ts';

/**
 * What the best threshold is best at.
 *
 * - `metric`: the highest value, or the lowest of a metric whose `better` is 'lower'. One whose `better` is 'neither' has no best.
 * - `fbeta`: the highest F-beta, recall counting β times as much as precision.
 * - `closestCorner`: the least distance of the point on the ROC curve from its ideal corner, √((1 − tpr)² + fpr²).
 * - `netBenefit`: the highest tp/n − fp/n · pt/(1 − pt), where a case is worth acting on from the probability `pt` (in [0, 1)) on.
 * - `cost`: the lowest total cost. With `amounts` every row counts as much as it holds in these columns, and so must the index weigh it.
 * - `recallWithPrecision`: the highest recall among the cuts whose precision reaches the bound; of several, the highest precision.
 * - `precisionWithRecall`: the highest precision among the cuts whose recall reaches the bound; of several, the highest recall.
 * - `flagTop`: the highest scores, as many as fit into the share (0 to 1) of all rows without cutting a tie in two.
 * - `flagCount`: the same for a number of rows (or an amount of weight).
 */
export type Objective =
  | { readonly kind: 'metric'; readonly id: ThresholdMetricId }
  | { readonly kind: 'fbeta'; readonly beta: number }
  | { readonly kind: 'closestCorner' }
  | { readonly kind: 'netBenefit'; readonly pt: number }
  | { readonly kind: 'cost'; readonly payoff: Payoff; readonly amounts?: AmountColumns }
  | { readonly kind: 'recallWithPrecision'; readonly minPrecision: number }
  | { readonly kind: 'precisionWithRecall'; readonly minRecall: number }
  | { readonly kind: 'flagTop'; readonly share: number }
  | { readonly kind: 'flagCount'; readonly count: number };

/** The objectives that are the best value of one number, whatever else happens. */
export type PlainObjective = Extract<
  Objective,
  { readonly kind: 'metric' | 'fbeta' | 'closestCorner' | 'netBenefit' | 'cost' }
>;

/** A number at a cut; NaN where it is undefined. */
export type CutValue = (confusion: Confusion, threshold: number) => number;

/** Whether a higher or a lower value of an objective is better. Throws a RangeError where neither is. */
export function betterOf(objective: Objective): 'higher' | 'lower' {
  if (objective.kind === 'cost' || objective.kind === 'closestCorner') return 'lower';
  if (objective.kind !== 'metric') return 'higher';
  const { better } = thresholdMetric(objective.id);
  if (better === 'neither') throw new RangeError(`No value of ${objective.id} is better than another.`);
  return better;
}

/**
 * The number an objective is about, at any cut: the metric, the total cost, the distance, the recall, the precision or the share flagged.
 * NaN where it is undefined. Throws a RangeError for a β outside (0, ∞), a `pt` outside [0, 1) or costs that are not finite. O(1) a cut.
 */
export function objectiveValue(objective: Objective): CutValue {
  switch (objective.kind) {
    case 'metric':
      return thresholdMetric(objective.id).of;
    case 'fbeta':
      if (!(objective.beta > 0 && objective.beta < Infinity)) throw new RangeError(`A beta of ${objective.beta}.`);
      return fbetaOf(objective.beta);
    case 'closestCorner':
      return cornerDistance;
    case 'netBenefit':
      return netBenefitAt(objective.pt);
    case 'cost': {
      const { payoff } = objective;
      if (!Object.values(payoff).every(Number.isFinite)) throw new RangeError('The costs must be finite.');
      return (confusion) => costOf(confusion, payoff);
    }
    case 'recallWithPrecision':
      return recall.of;
    case 'precisionWithRecall':
      return precision.of;
    case 'flagTop':
    case 'flagCount':
      return selectionRate.of;
  }
}

/** The share of rows that a goal is about, as Wilson's interval takes it; null where it is about something else. */
export function objectiveProportion(objective: Objective): ThresholdMetric['proportion'] {
  switch (objective.kind) {
    case 'metric':
      return thresholdMetric(objective.id).proportion;
    case 'recallWithPrecision':
      return recall.proportion;
    case 'precisionWithRecall':
      return precision.proportion;
    case 'flagTop':
    case 'flagCount':
      return selectionRate.proportion;
    default:
      return null;
  }
}

/** √((1 − tpr)² + fpr²), the distance from the corner where everything is right. NaN where a class is absent. O(1). */
function cornerDistance({ tp, fp, fn, tn }: Confusion): number {
  const missed = fn / (tp + fn);
  const alarmed = fp / (fp + tn);
  return Math.sqrt(missed * missed + alarmed * alarmed);
}

function netBenefitAt(pt: number): CutValue {
  if (!(pt >= 0 && pt < 1)) throw new RangeError(`A threshold probability of ${pt}.`);
  const odds = pt / (1 - pt);
  return ({ tp, fp, fn, tn }) => {
    const rows = tp + fp + fn + tn;
    return tp / rows - (fp / rows) * odds;
  };
}

/**
 * Whether a cut may be chosen at all: with a bound only those that reach it, with a capacity only those that keep to it. The comparison
 * with a capacity forgives a rounding error, so that k / n flags k rows whatever the last bit of the quotient. O(1) a cut.
 */
export function admits(objective: Objective): (confusion: Confusion, threshold: number) => boolean {
  switch (objective.kind) {
    case 'recallWithPrecision':
      return (confusion, threshold) => precision.of(confusion, threshold) >= objective.minPrecision;
    case 'precisionWithRecall':
      return (confusion, threshold) => recall.of(confusion, threshold) >= objective.minRecall;
    case 'flagTop':
      return ({ tp, fp, fn, tn }) => tp + fp <= objective.share * (tp + fp + fn + tn) * FORGIVEN;
    case 'flagCount':
      return ({ tp, fp }) => tp + fp <= objective.count * FORGIVEN;
    default:
      return () => true;
  }
}

/** The number an objective is about where a cut may be chosen, NaN elsewhere: what its curve shows. O(1) a cut. */
export function goalValue(objective: Objective): CutValue {
  const value = objectiveValue(objective);
  const isAdmissible = admits(objective);
  return (confusion, threshold) => (isAdmissible(confusion, threshold) ? value(confusion, threshold) : Number.NaN);
}

/** What a rounding error may add to a capacity. */
export const FORGIVEN = 1 + 1e-12;
