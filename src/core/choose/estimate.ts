import type { AmountColumns } from '../cost/amounts.ts';
import { type Resamples, resampleRows } from '../intervals/bootstrap.ts';
import { type CurveBands, curveBands } from '../intervals/curveBands.ts';
import { type DelongInterval, delongInterval } from '../intervals/delong.ts';
import type { ThresholdMetricId } from '../metrics/metric.ts';
import type { WeightKind } from '../roles/weightKind.ts';
import type { DecisionRule } from '../scores/confusion.ts';
import type { ScoreIndex } from '../scores/scoreIndex.ts';
import type { Required } from './admission.ts';
import type { Objective } from './objective.ts';
import { type OutOfBagResult, outOfBag } from './outOfBag.ts';
import { type Certainty, safeRange } from './safeRange.ts';

/** What can be asked about how sure numbers are. */
export type Question =
  | ({ readonly kind: 'safeRange' } & GoalQuestion)
  | ({ readonly kind: 'outOfBag' } & GoalQuestion)
  | { readonly kind: 'bands'; readonly rule: DecisionRule; readonly metrics: readonly ThresholdMetricId[] }
  | { readonly kind: 'auc' }
  | { readonly kind: 'resamples'; readonly rule: DecisionRule; readonly threshold: number }
  | {
      readonly kind: 'amountResamples';
      readonly rule: DecisionRule;
      readonly threshold: number;
      readonly amounts: AmountColumns;
    };

/** About the best threshold for a goal. */
export interface GoalQuestion {
  readonly rule: DecisionRule;
  readonly objective: Objective;
  /** What it has to meet besides; null where nothing is required. */
  readonly required: Required | null;
}

/** By which columns of amounts the rows are to weigh for a question; null where they count. */
export function amountsOf(question: Question): AmountColumns | null {
  if (question.kind === 'bands' || question.kind === 'auc' || question.kind === 'resamples') return null;
  if (question.kind === 'amountResamples') return question.amounts;
  return question.objective.kind === 'cost' ? (question.objective.amounts ?? null) : null;
}

/** What each kind of question is answered with. */
export interface Estimates {
  readonly safeRange: Certainty;
  readonly outOfBag: OutOfBagResult;
  readonly bands: CurveBands;
  /** The area under the ROC curve; weights, if any, count rows. */
  readonly auc: DelongInterval;
  readonly resamples: Resamples;
  /** With every row at what is at stake in it. */
  readonly amountResamples: Resamples;
}

export type Estimate = Estimates[keyof Estimates];

/**
 * Answers a question about the rows of an index, in steps short enough to stop between. `counted`: the rows that requirements speak of, where
 * the index weighs them by amounts.
 */
export function estimate(
  index: ScoreIndex,
  weights: WeightKind,
  question: Question,
  counted = index,
): Generator<void, Estimate> {
  switch (question.kind) {
    case 'safeRange':
      return safeRange(index, question.rule, question.objective, weights, { required: question.required, counted });
    case 'outOfBag':
      return outOfBag(index, question.rule, question.objective, weights, { required: question.required, counted });
    case 'bands':
      return curveBands(index, question.rule, question.metrics, weights);
    case 'auc':
      return atOnce(() => delongInterval(index));
    case 'resamples':
    case 'amountResamples':
      return resampleRows(index, question.threshold, question.rule);
  }
}

// biome-ignore lint/correctness/useYield: too short to stop in between
function* atOnce<T>(answer: () => T): Generator<void, T> {
  return answer();
}
