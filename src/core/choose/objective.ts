import type { Payoff } from '../cost/payoff.ts';
import type { ThresholdMetricId } from '../metrics/metric.ts';

/**
 * What the best threshold is best at.
 *
 * - `metric`: the highest value, or the lowest of a metric whose `better` is 'lower'. One whose `better` is 'neither' has no best.
 * - `cost`: the lowest total cost.
 * - `recallWithPrecision`: the highest recall among the cuts whose precision reaches the bound; of several, the highest precision.
 * - `precisionWithRecall`: the highest precision among the cuts whose recall reaches the bound; of several, the highest recall.
 * - `flagTop`: the highest scores, as many as fit into the share (0 to 1) of all rows without cutting a tie in two.
 */
export type Objective =
  | { readonly kind: 'metric'; readonly id: ThresholdMetricId }
  | { readonly kind: 'cost'; readonly payoff: Payoff }
  | { readonly kind: 'recallWithPrecision'; readonly minPrecision: number }
  | { readonly kind: 'precisionWithRecall'; readonly minRecall: number }
  | { readonly kind: 'flagTop'; readonly share: number };
