import type { Estimates, Question } from '../core/choose/estimate.ts';
import { bootstrapInterval, type Resamples, resampleCounts } from '../core/intervals/bootstrap.ts';
import { type DelongInterval, delongInterval } from '../core/intervals/delong.ts';
import type { Interval } from '../core/intervals/interval.ts';
import { wilsonInterval } from '../core/intervals/proportion.ts';
import type { ThresholdMetric } from '../core/metrics/metric.ts';
import type { Interpretation } from '../core/roles/interpretation.ts';
import type { WeightKind } from '../core/roles/weightKind.ts';
import type { Confusion } from '../core/scores/confusion.ts';
import type { Evaluation } from '../core/scores/evaluation.ts';
import { hasWeights } from '../core/scores/scoreIndex.ts';
import type { Estimated } from './certaintyState.ts';
import { selectChosenOn, selectEvaluation } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

/** Below this many rows of either class intervals cover less than they say. */
export const FEW = 100;

/** What an answer of the worker belongs to. */
export const estimateKey = (interpretation: Interpretation, split: string, question: Question): string =>
  JSON.stringify([interpretation, split, question], (_, value) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
  );

/** The last answer to a kind of question about the open file, and whether it is the one to this very question. */
export function selectEstimate<K extends keyof Estimates>(state: TunerState, kind: K): Estimated<K> | null {
  const known: TunerState['estimates'][K] = state.estimates[kind];
  return known !== undefined && known.dataset === state.opened?.dataset ? known : null;
}

/** What the weights of the split in view mean. */
export function selectWeightKind(state: TunerState): WeightKind {
  const evaluation = selectEvaluation(state);
  if (evaluation === null || !hasWeights(evaluation.index)) return 'none';
  return state.opened?.prepared.hasWeights === false ? 'counts' : 'weights';
}

const resamplesOf = new WeakMap<Confusion, Resamples>();

/** Bootstrap samples of a confusion matrix whose counts are rows; the same object for the same matrix. */
export function resamplesOfCounts(confusion: Confusion): Resamples {
  let resamples = resamplesOf.get(confusion);
  if (resamples === undefined) {
    resamples = resampleCounts(confusion);
    resamplesOf.set(confusion, resamples);
  }
  return resamples;
}

/** The interval of a value of a confusion matrix whose counts are rows: Wilson's for a proportion, else the bootstrap's. Null where there is no value. */
export function intervalOfCounts(
  confusion: Confusion,
  of: (confusion: Confusion) => number,
  proportion: ThresholdMetric['proportion'],
): Interval | null {
  if (Number.isNaN(of(confusion))) return null;
  const share = proportion?.(confusion) ?? null;
  return share === null
    ? bootstrapInterval(resamplesOfCounts(confusion), of)
    : wilsonInterval(share.successes, share.trials);
}

const aucOf = new WeakMap<Evaluation, DelongInterval>();

/** DeLong's interval of the area under the ROC curve of a split whose weights, if any, count rows. Computed once a split. */
export function aucIntervalOf(evaluation: Evaluation): DelongInterval {
  let interval = aucOf.get(evaluation);
  if (interval === undefined) {
    interval = delongInterval(evaluation.index);
    aucOf.set(evaluation, interval);
  }
  return interval;
}

/** The fewer rows of the two classes of a split. */
export const fewestRowsOf = ({ index }: Evaluation): number =>
  Math.min(index.positives.scores.length, index.negatives.scores.length);

/** The splits of the honest comparison: chosen on one, reported on another; null where there is only the one it is chosen on. */
export function selectReportedOn(state: TunerState): Evaluation | null {
  const chosenOn = selectChosenOn(state);
  const inView = selectEvaluation(state);
  return inView === chosenOn ? null : inView;
}
