import { costOf, type Payoff } from '../cost/payoff.ts';
import { thresholdMetric } from '../metrics/catalog.ts';
import type { ThresholdMetricId } from '../metrics/metric.ts';
import { precision, recall, selectionRate } from '../metrics/threshold.ts';
import { type Confusion, confusionAt, type DecisionRule } from '../scores/confusion.ts';
import { neighboursAt } from '../scores/neighbours.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';
import { areNeighbours, bestCuts, isTied, type RatedCut, TIE, type Worth } from './bestCuts.ts';
import type { Objective } from './objective.ts';

/** Neighbouring cuts that are equally good: thresholds from `low` to `high`. */
export interface TiedRun {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

export interface FoundThreshold {
  readonly kind: 'found';
  readonly threshold: number;
  /** What the objective is about: the metric's value, the total cost, the recall, the precision, or the share flagged. */
  readonly value: number;
  readonly confusion: Confusion;
  /** Every threshold that is equally good, descending. */
  readonly ties: Float64Array;
  /** The same as runs of neighbouring cuts, descending. */
  readonly runs: readonly TiedRun[];
  /**
   * `flagTop` only, where a tie is in the way: `rows` rows share the next score, and flagging them too would exceed the `wanted`
   * rows (or weight), so that only `flagged` are flagged.
   */
  readonly tiedAtCut?: { readonly rows: number; readonly wanted: number; readonly flagged: number };
}

export interface NoThreshold {
  readonly kind: 'none';
  readonly reason: 'precisionUnreachable' | 'recallUnreachable' | 'noRows' | 'noPositives' | 'metricUndefined';
  /** The best value of the bound that can be reached, NaN where there is none. */
  readonly nearest: number;
}

export type Choice = FoundThreshold | NoThreshold;

/**
 * The best threshold for an objective among all cuts: the distinct scores and the end beyond them (+∞ under `>=`, −∞ under `>`), so
 * that no grid can miss it and the threshold really yields the confusion reported. All cuts within 1e-12 of the best value are
 * listed, relative to it, or absolute where it is below 1. Neighbouring ones form a run; the middle member of the longest run
 * is taken (even length: the higher one; runs equally long: the highest). Where no cut is admissible the answer is 'none' with the
 * reason. Throws a RangeError for a metric that has no better direction, a share outside [0, 1] or costs that are not finite. Most cuts
 * are passed over (`bestCuts`): a few milliseconds at ten million rows.
 */
export function bestThreshold(index: ScoreIndex, rule: DecisionRule, objective: Objective): Choice {
  if (totalsOf(index).rows === 0) return none('noRows');
  switch (objective.kind) {
    case 'metric':
      return bestMetric(index, rule, objective.id);
    case 'cost':
      return lowestCost(index, rule, objective.payoff);
    case 'recallWithPrecision':
      return bestOfPair(index, rule, recall.of, precision.of, objective.minPrecision, 'precisionUnreachable');
    case 'precisionWithRecall':
      return bestOfPair(index, rule, precision.of, recall.of, objective.minRecall, 'recallUnreachable');
    case 'flagTop':
      return flagTop(index, rule, objective.share);
  }
}

function bestMetric(index: ScoreIndex, rule: DecisionRule, id: ThresholdMetricId): Choice {
  const metric = thresholdMetric(id);
  if (metric.better === 'neither') throw new RangeError(`No value of ${id} is better than another.`);
  const worth: Worth =
    metric.better === 'higher' ? metric.of : (confusion, threshold) => -metric.of(confusion, threshold);
  const tied = bestCuts(index, rule, worth);
  if (tied.length > 0) return middleOf(index, rule, tied, metric.of);
  const needsPositives = metric.undefinedReason(confusionAt(index, Infinity, rule), Infinity) === 'noPositives';
  return none(needsPositives ? 'noPositives' : 'metricUndefined');
}

function lowestCost(index: ScoreIndex, rule: DecisionRule, payoff: Payoff): Choice {
  if (!Object.values(payoff).every(Number.isFinite)) throw new RangeError('The costs must be finite.');
  const cost: Worth = (confusion) => costOf(confusion, payoff);
  const tied = bestCuts(index, rule, (confusion, threshold) => -cost(confusion, threshold));
  return middleOf(index, rule, tied, cost);
}

/** The highest `aim` among the cuts whose `bound` is at least `minimum`; of several, the one with the highest `bound`. */
function bestOfPair(
  index: ScoreIndex,
  rule: DecisionRule,
  aim: Worth,
  bound: Worth,
  minimum: number,
  unreachable: 'precisionUnreachable' | 'recallUnreachable',
): Choice {
  if (totalsOf(index).positives === 0) return none('noPositives');
  const tied = bestCuts(index, rule, (confusion, threshold) =>
    bound(confusion, threshold) >= minimum ? aim(confusion, threshold) : -Infinity,
  );
  if (tied.length === 0) return none(unreachable, highestWorth(bestCuts(index, rule, bound)));
  const bounds = tied.map((cut) => ({ ...cut, worth: bound(confusionAt(index, cut.threshold, rule), cut.threshold) }));
  return middleOf(index, rule, tiedWith(highestWorth(bounds), bounds), aim);
}

/**
 * The lowest cut that flags no more than the share. The comparison forgives a rounding error, so that k / n flags k rows whatever
 * the last bit of the quotient.
 */
function flagTop(index: ScoreIndex, rule: DecisionRule, share: number): Choice {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share of ${share}.`);
  const { positives, negatives } = totalsOf(index);
  const wanted = share * (positives + negatives);
  const limit = wanted * (1 + TIE);
  const tied = bestCuts(
    index,
    rule,
    ({ tp, fp }) => (tp + fp <= limit ? tp + fp : -Infinity),
    (top, end) => (top.tp + top.fp <= limit ? Math.min(limit, end.tp + end.fp) : -Infinity),
  );
  const choice = middleOf(index, rule, tied, selectionRate.of);
  const flagged = choice.confusion.tp + choice.confusion.fp;

  const nextScore = rule === '>=' ? neighboursAt(index, choice.threshold).below : choice.threshold;
  const next = confusionAt(index, nextScore, '>=');
  const rows = neighboursAt(index, nextScore).at;
  const weightOfOne = (next.tp + next.fp - flagged) / rows;
  return rows > 1 && flagged + weightOfOne <= limit ? { ...choice, tiedAtCut: { rows, wanted, flagged } } : choice;
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
