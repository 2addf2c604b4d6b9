import type { WeightKind } from '../dataset/weightKind.ts';
import { type Resamples, resampleRows } from '../intervals/bootstrap.ts';
import { type CurveBands, curveBands } from '../intervals/curveBands.ts';
import type { ThresholdMetricId } from '../metrics/metric.ts';
import type { DecisionRule } from '../scores/confusion.ts';
import type { ScoreIndex } from '../scores/scoreIndex.ts';
import type { Objective } from './objective.ts';
import { type OutOfBagResult, outOfBag } from './outOfBag.ts';
import { type Certainty, safeRange } from './safeRange.ts';

/** What can be asked about how sure numbers are. */
export type Question =
  | { readonly kind: 'safeRange'; readonly rule: DecisionRule; readonly objective: Objective }
  | { readonly kind: 'outOfBag'; readonly rule: DecisionRule; readonly objective: Objective }
  | { readonly kind: 'bands'; readonly rule: DecisionRule; readonly metrics: readonly ThresholdMetricId[] }
  | { readonly kind: 'resamples'; readonly rule: DecisionRule; readonly threshold: number };

/** What each kind of question is answered with. */
export interface Estimates {
  readonly safeRange: Certainty;
  readonly outOfBag: OutOfBagResult;
  readonly bands: CurveBands;
  readonly resamples: Resamples;
}

export type Estimate = Estimates[keyof Estimates];

/** Answers a question about the rows of an index, in steps short enough to stop between. */
export function estimate(index: ScoreIndex, weights: WeightKind, question: Question): Generator<void, Estimate> {
  switch (question.kind) {
    case 'safeRange':
      return safeRange(index, question.rule, question.objective, weights);
    case 'outOfBag':
      return outOfBag(index, question.rule, question.objective, weights);
    case 'bands':
      return curveBands(index, question.rule, question.metrics, weights);
    case 'resamples':
      return resampleRows(index, question.threshold, question.rule);
  }
}
