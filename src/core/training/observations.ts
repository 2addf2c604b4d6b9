import { seriesOf, type TrainingHistory, type TrainingMeasure, type TrainingSeries } from './history.ts';

/** What is to be said of one epoch. */
export type EpochObservation =
  /** The first of its run: there is nothing to hold it against. */
  | 'first'
  /** The file says that a loss is no number here: NaN, or infinite. */
  | 'noNumber'
  /** A loss that other epochs have is not written down here. */
  | 'gap'
  /** Both losses are the lowest so far; or the only one is. */
  | 'bothFalling'
  | 'falling'
  /** The validation loss is the lowest so far, the training loss is not. */
  | 'validationFalls'
  /** The lowest validation loss of all. */
  | 'lowest'
  /** The validation loss is above its lowest so far, and falls below it again later. */
  | 'setback'
  /** The first epoch after the lowest, of a run that overfits. */
  | 'turn'
  /** Later epochs of such a run. */
  | 'overfitting'
  /** After the lowest, too few epochs to tell, or the training loss does not fall either. */
  | 'aboveLowest'
  /** Without a validation loss: the training loss did not fall. */
  | 'notFalling';

/** What is to be said of the whole. */
export type TrainingVerdict =
  /** There is no loss in it. */
  | 'noLoss'
  | 'oneEpoch'
  /** From some epoch on the loss is no number. */
  | 'diverged'
  | 'noValidation'
  | 'overfits'
  /** The lowest validation loss is that of the last epoch. */
  | 'stillFalling'
  /** The lowest lies a few epochs back. */
  | 'tooEarly'
  /** The validation loss fell no further, nor did the training loss. */
  | 'level';

export interface TrainingStory {
  /** One an epoch; null where there is no loss. */
  readonly observations: readonly EpochObservation[] | null;
  readonly verdict: TrainingVerdict;
  /** The epoch of the least validation loss, as a place; null without one. The first of equal ones. */
  readonly best: number | null;
  /** The rows that it was measured on. */
  readonly heldOut: 'validation' | 'test' | null;
  /** With `diverged`: the first epoch from which on there is no number. */
  readonly lostAt: number | null;
}

/** So many epochs must follow the lowest before anything is said of what comes after: one or two may be chance. */
export const PATIENCE = 3;

/** The measure that tells how a training went. O(measures). */
export const lossOf = (history: TrainingHistory): TrainingMeasure | null =>
  history.measures.find(({ kind }) => kind === 'loss') ?? null;

/**
 * What each epoch shows, by rules that look at the losses alone. L is the training loss, V the one on validation rows (on test rows, where
 * there are no others). Each run, from where the numbers of the epochs begin anew, is looked at by itself.
 *
 * The lowest V of a run lies at its epoch b. Before b: V is the lowest so far (`bothFalling` if L is too, else `validationFalls`), or
 * it is not (`setback`). After b: the run overfits if at least `PATIENCE` epochs follow and the last finite L is below L at b; then
 * the first epoch after b is the `turn` and all later ones `overfitting`. If not, they are `aboveLowest`.
 * Without V an epoch is `falling` where L is the lowest so far, else `notFalling`; nothing can be said of overfitting then.
 *
 * "Lowest" compares the numbers exactly; nothing is smoothed. The verdict is that of the last run, the best epoch that of all of them.
 * A loss that is no number from some epoch on to the end is `diverged`, whatever came before. O(epochs).
 */
export function trainingStory(history: TrainingHistory): TrainingStory {
  const loss = lossOf(history);
  if (loss === null) return { observations: null, verdict: 'noLoss', best: null, heldOut: null, lostAt: null };
  const count = history.epochs.length;
  const heldOut = seriesOf(loss, 'validation') ?? seriesOf(loss, 'test');
  const train = seriesOf(loss, 'train') ?? seriesOf(loss, 'unknown');
  const validation = heldOut?.values.some(Number.isFinite) ? heldOut : null;
  const lost = new Set([...(train?.lost ?? []), ...(validation?.lost ?? [])]);
  const observations: EpochObservation[] = [];
  const { runStarts } = history;
  let verdict: TrainingVerdict = 'oneEpoch';
  for (const [place, from] of runStarts.entries()) {
    const to = runStarts[place + 1] ?? count;
    const run =
      validation === null
        ? watchedAlone(train?.values ?? null, from, to)
        : watchedWith(train?.values ?? null, validation.values, from, to);
    for (const [at, each] of run.observations.entries()) {
      observations.push(each === 'gap' && lost.has(from + at) ? 'noNumber' : each);
    }
    verdict = run.verdict;
  }
  const lostAt = lostFrom(train ?? validation, runStarts.at(-1) ?? 0);
  if (lostAt !== null) verdict = 'diverged';
  return {
    observations,
    verdict,
    best: validation === null ? null : leastOf(validation.values, 0, count),
    heldOut: validation === null ? null : validation.side === 'test' ? 'test' : 'validation',
    lostAt,
  };
}

interface Run {
  readonly observations: EpochObservation[];
  readonly verdict: TrainingVerdict;
}

function watchedAlone(train: Float64Array | null, from: number, to: number): Run {
  const observations: EpochObservation[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let at = from; at < to; at++) {
    const loss = train?.[at] ?? Number.NaN;
    if (!Number.isFinite(loss)) observations.push('gap');
    else if (least === Number.POSITIVE_INFINITY) observations.push('first');
    else observations.push(loss < least ? 'falling' : 'notFalling');
    if (loss < least) least = loss;
  }
  return { observations, verdict: to - from === 1 ? 'oneEpoch' : 'noValidation' };
}

function watchedWith(train: Float64Array | null, validation: Float64Array, from: number, to: number): Run {
  const observations: EpochObservation[] = [];
  const best = leastOf(validation, from, to);
  if (best === null) return { ...watchedAlone(train, from, to) };
  const lossAtBest = train?.[best] ?? Number.NaN;
  const last = lastFinite(train, from, to);
  const hasTurned = to - 1 - best >= PATIENCE && last < lossAtBest;
  let leastTrain = Number.POSITIVE_INFINITY;
  let leastValidation = Number.POSITIVE_INFINITY;
  let hasBegun = false;
  let isAfterTurn = false;
  for (let at = from; at < to; at++) {
    const ofTrain = train?.[at] ?? Number.NaN;
    const ofValidation = validation[at];
    const isMissing = train !== null && !Number.isFinite(ofTrain);
    if (isMissing || !Number.isFinite(ofValidation)) observations.push('gap');
    else if (at === best && to - from > 1) observations.push('lowest');
    else if (!hasBegun) observations.push('first');
    else if (at < best) {
      const isNewLow = ofValidation < leastValidation;
      observations.push(!isNewLow ? 'setback' : ofTrain < leastTrain ? 'bothFalling' : 'validationFalls');
    } else if (hasTurned) {
      observations.push(isAfterTurn ? 'overfitting' : 'turn');
      isAfterTurn = true;
    } else observations.push('aboveLowest');
    hasBegun = true;
    if (ofTrain < leastTrain) leastTrain = ofTrain;
    if (ofValidation < leastValidation) leastValidation = ofValidation;
  }
  return { observations, verdict: verdictOf(to - from, to - 1 - best, hasTurned) };
}

function verdictOf(epochs: number, afterBest: number, hasTurned: boolean): TrainingVerdict {
  if (epochs === 1) return 'oneEpoch';
  if (afterBest === 0) return 'stillFalling';
  if (hasTurned) return 'overfits';
  return afterBest < PATIENCE ? 'tooEarly' : 'level';
}

/** The place of the least of some values, the first of equal ones; null where none is finite. */
function leastOf(values: Float64Array, from: number, to: number): number | null {
  let best: number | null = null;
  for (let at = from; at < to; at++) {
    if (Number.isFinite(values[at]) && (best === null || values[at] < values[best])) best = at;
  }
  return best;
}

function lastFinite(values: Float64Array | null, from: number, to: number): number {
  for (let at = to - 1; at >= from && values !== null; at--) if (Number.isFinite(values[at])) return values[at];
  return Number.NaN;
}

/** Where a series turns into no number for good, in its last run; null where it does not. Empty cells say nothing. */
function lostFrom(series: TrainingSeries | null, from: number): number | null {
  if (series === null) return null;
  const lastNumber = series.values.findLastIndex(Number.isFinite);
  return series.lost.find((at) => at > lastNumber && at >= from) ?? null;
}
