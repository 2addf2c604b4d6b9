import { thresholdMetric } from '../metrics/catalog.ts';
import { precision, recall, selectionRate } from '../metrics/threshold.ts';
import { type Confusion, confusionAt, type DecisionRule } from '../scores/confusion.ts';
import { neighboursAt } from '../scores/neighbours.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';
import { areNeighbours, bestCuts, type Ceiling, cornerCeiling, isTied, type RatedCut, type Worth } from './bestCuts.ts';
import { admits, betterOf, FORGIVEN, type Objective, objectiveValue, type PlainObjective } from './objective.ts';
import { type AdmissibleRun, overlapsRun, runAt } from './requirements.ts';

/** Neighbouring cuts that are equally good: thresholds from `low` to `high`. */
export interface TiedRun {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

export interface FoundThreshold {
  readonly kind: 'found';
  readonly threshold: number;
  /** What the objective is about, as `objectiveValue` gives it. */
  readonly value: number;
  readonly confusion: Confusion;
  /** Every threshold that is equally good, descending. */
  readonly ties: Float64Array;
  /** The same as runs of neighbouring cuts, descending. */
  readonly runs: readonly TiedRun[];
  /**
   * `flagTop` and `flagCount` only, where a tie is in the way: `rows` rows share the next score, and flagging them too would make
   * `withThem`, more than the `wanted` rows (or weight), so that only `flagged` are flagged.
   */
  readonly tiedAtCut?: {
    readonly rows: number;
    readonly wanted: number;
    readonly flagged: number;
    readonly withThem: number;
  };
}

export interface NoThreshold {
  readonly kind: 'none';
  readonly reason:
    | 'precisionUnreachable'
    | 'recallUnreachable'
    | 'noRows'
    | 'noPositives'
    | 'noNegatives'
    | 'metricUndefined'
    | 'requirementsUnmet';
  /** The best value of the bound that can be reached, NaN where there is none. */
  readonly nearest: number;
}

export type Choice = FoundThreshold | NoThreshold;

/**
 * The best threshold for an objective among all cuts: the distinct scores and the end beyond them (+∞ under `>=`, −∞ under `>`), so
 * that no grid can miss it and the threshold really yields the confusion reported. All cuts within 1e-12 of the best value are
 * listed, relative to it, or absolute where it is below 1. Neighbouring ones form a run; the middle member of the longest run
 * is taken (even length: the higher one; runs equally long: the highest). With `within` only the cuts of those runs are looked at. Where
 * no cut is admissible the answer is 'none' with the reason. Throws a RangeError for a metric that has no better direction, and for a share, count, β, probability or cost that is none.
 * Most cuts are passed over (`bestCuts`): a few milliseconds at ten million rows.
 */
export function bestThreshold(
  index: ScoreIndex,
  rule: DecisionRule,
  objective: Objective,
  within: readonly AdmissibleRun[] | null = null,
): Choice {
  const { rows, positives, negatives } = totalsOf(index);
  if (rows === 0) return none('noRows');
  const field: Field = { index, rule, within };
  switch (objective.kind) {
    case 'recallWithPrecision':
      return bestOfPair(field, objective, precision.of, 'precisionUnreachable');
    case 'precisionWithRecall':
      return bestOfPair(field, objective, recall.of, 'recallUnreachable');
    case 'flagTop':
      if (!(objective.share >= 0 && objective.share <= 1)) throw new RangeError(`A share of ${objective.share}.`);
      return flagMost(field, objective.share * (positives + negatives));
    case 'flagCount':
      if (!(objective.count >= 0 && objective.count < Infinity)) throw new RangeError(`A count of ${objective.count}.`);
      return flagMost(field, objective.count);
    default:
      return bestValue(field, objective);
  }
}

/** Where a threshold is looked for: among all cuts of an index, or those of some runs. */
interface Field {
  readonly index: ScoreIndex;
  readonly rule: DecisionRule;
  readonly within: readonly AdmissibleRun[] | null;
}

/** `bestCuts` on a field. */
function bestWithin({ index, rule, within }: Field, worth: Worth, ceiling: Ceiling = cornerCeiling(worth)): RatedCut[] {
  if (within === null) return bestCuts(index, rule, worth, ceiling);
  return bestCuts(
    index,
    rule,
    (confusion, threshold) => (runAt(within, threshold, rule) === null ? -Infinity : worth(confusion, threshold)),
    (top, end, low, high) => (overlapsRun(within, low, high) ? ceiling(top, end, low, high) : -Infinity),
  );
}

function bestValue(field: Field, objective: PlainObjective): Choice {
  const { index, rule, within } = field;
  const value = objectiveValue(objective);
  const worth: Worth =
    betterOf(objective) === 'higher' ? value : (confusion, threshold) => -value(confusion, threshold);
  const tied = bestWithin(field, worth);
  if (tied.length > 0) return middleOf(index, rule, tied, value);
  return none(within === null ? whyUndefined(index, rule, objective) : 'requirementsUnmet');
}

/** Why an objective has no value at any cut. */
function whyUndefined(index: ScoreIndex, rule: DecisionRule, objective: PlainObjective): NoThreshold['reason'] {
  const { positives, negatives } = totalsOf(index);
  if (objective.kind === 'closestCorner') return positives === 0 ? 'noPositives' : 'noNegatives';
  if (objective.kind !== 'metric') return 'metricUndefined';
  const metric = thresholdMetric(objective.id);
  const reason = metric.undefinedReason(confusionAt(index, Infinity, rule), Infinity);
  if (reason === 'noPositives') return 'noPositives';
  return negatives === 0 && reason === 'noNegatives' ? 'noNegatives' : 'metricUndefined';
}

/** The best admissible cut of an objective with a bound; of several, the one with the highest value of what is bounded. */
function bestOfPair(
  field: Field,
  objective: Objective,
  bound: Worth,
  unreachable: 'precisionUnreachable' | 'recallUnreachable',
): Choice {
  const { index, rule, within } = field;
  const aim = objectiveValue(objective);
  const isAdmissible = admits(objective);
  if (totalsOf(index).positives === 0) return none('noPositives');
  const tied = bestWithin(field, (confusion, threshold) =>
    isAdmissible(confusion, threshold) ? aim(confusion, threshold) : -Infinity,
  );
  if (tied.length === 0 && within !== null) return none('requirementsUnmet');
  if (tied.length === 0) return none(unreachable, highestWorth(bestCuts(index, rule, bound)));
  const bounds = tied.map((cut) => ({ ...cut, worth: bound(confusionAt(index, cut.threshold, rule), cut.threshold) }));
  return middleOf(index, rule, tiedWith(highestWorth(bounds), bounds), aim);
}

/** The lowest cut that flags no more than is wanted. */
function flagMost(field: Field, wanted: number): Choice {
  const { index, rule } = field;
  const limit = wanted * FORGIVEN;
  const tied = bestWithin(
    field,
    ({ tp, fp }) => (tp + fp <= limit ? tp + fp : -Infinity),
    (top, end) => (top.tp + top.fp <= limit ? Math.min(limit, end.tp + end.fp) : -Infinity),
  );
  if (tied.length === 0) return none('requirementsUnmet');
  const choice = middleOf(index, rule, tied, selectionRate.of);
  const flagged = choice.confusion.tp + choice.confusion.fp;

  const nextScore = rule === '>=' ? neighboursAt(index, choice.threshold).below : choice.threshold;
  const next = confusionAt(index, nextScore, '>=');
  const rows = neighboursAt(index, nextScore).at;
  const weightOfOne = (next.tp + next.fp - flagged) / rows;
  const withThem = next.tp + next.fp;
  return rows > 1 && flagged + weightOfOne <= limit && withThem > limit
    ? { ...choice, tiedAtCut: { rows, wanted, flagged, withThem } }
    : choice;
}

function tiedWith(best: number, cuts: readonly RatedCut[]): RatedCut[] {
  return cuts.filter(({ worth }) => isTied(worth, best));
}

function highestWorth(cuts: readonly RatedCut[]): number {
  return cuts.reduce((highest, { worth }) => Math.max(highest, worth), -Infinity);
}

/** The middle of the longest run among the best cuts. */
function middleOf(
  index: ScoreIndex,
  rule: DecisionRule,
  tied: readonly RatedCut[],
  objectiveValue: Worth,
): FoundThreshold {
  const runs: RatedCut[][] = [];
  for (const cut of tied) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && areNeighbours(index, last, cut)) run.push(cut);
    else runs.push([cut]);
  }
  const longest = runs.reduce((a, b) => (b.length > a.length ? b : a));
  const { threshold } = longest[Math.floor((longest.length - 1) / 2)];
  const confusion = confusionAt(index, threshold, rule);
  return {
    kind: 'found',
    threshold,
    value: objectiveValue(confusion, threshold),
    confusion,
    ties: Float64Array.from(tied, (cut) => cut.threshold),
    runs: runs.map((run) => ({ low: run[run.length - 1].threshold, high: run[0].threshold, count: run.length })),
  };
}

function none(reason: NoThreshold['reason'], nearest = Number.NaN): NoThreshold {
  return { kind: 'none', reason, nearest };
}
