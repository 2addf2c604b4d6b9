import { pairedInterval } from '../../../core/compare/jointBootstrap.ts';
import { confusionsOfJoint } from '../../../core/compare/jointCounts.ts';
import type { ComparedModel, JointDecisions } from '../../../core/compare/modelComparison.ts';
import type { ScoreMetricId } from '../../../core/metrics/metric.ts';
import type { ComparedChoice } from '../../../state/compare.ts';
import { type ComparedMeasure, differenceIn } from './comparedMeasures.ts';

/** A difference from the first model; the ends of its interval are NaN where there is none. */
export interface Difference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The metrics of the scores that models are compared by, whatever the threshold. */
export const SCORED: readonly ScoreMetricId[] = ['rocAuc', 'averagePrecision', 'brierScore', 'logLoss'];

/** NaN for a model without a threshold. */
export const valueAt = ({ of }: ComparedMeasure, choice: ComparedChoice): number =>
  choice.kind === 'found' ? of(choice.confusion) : Number.NaN;

/** What each model after the first differs by in a measure; null until it is known. */
export function differencesIn(
  measure: ComparedMeasure,
  joint: readonly (JointDecisions | null)[] | null,
): readonly (Difference | null)[] {
  const of = differenceIn(measure);
  return (joint ?? []).map((decisions) => {
    if (decisions === null) return null;
    const { counts, resamples } = decisions;
    const { low, high } = pairedInterval(resamples, of);
    return { value: of(...confusionsOfJoint(counts), counts), low, high };
  });
}

/** The difference of a metric of the scores; with an interval where there is one. */
export function scoreDifference(id: ScoreMetricId, model: ComparedModel, first: ComparedModel): Difference {
  const { aucDifference } = model;
  if (id === 'rocAuc' && aucDifference !== null) {
    return { value: aucDifference.difference, low: aucDifference.low, high: aucDifference.high };
  }
  const value = model.evaluation.scoreMetrics[id] - first.evaluation.scoreMetrics[id];
  return { value, low: Number.NaN, high: Number.NaN };
}
