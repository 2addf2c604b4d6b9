import { costOf, type Payoff } from '../cost/payoff.ts';
import { thresholdMetric } from '../metrics/catalog.ts';
import type { ThresholdMetricId } from '../metrics/metric.ts';
import { precision, recall, selectionRate } from '../metrics/threshold.ts';
import { type Confusion, confusionAt, type DecisionRule } from '../scores/confusion.ts';
import { neighboursAt } from '../scores/neighbours.ts';
import { scanCuts } from '../scores/scanCuts.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';
import type { Objective } from './objective.ts';

/** Values this close, relative to the best one (absolute below 1), count as equal. */
const TIE = 1e-12;

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

/** How good a cut is, the higher the better; NaN where it is not admissible. */
type Worth = (confusion: Confusion, threshold: number) => number;

/**
 * The best threshold for an objective among all cuts: the distinct scores and the end beyond them (+∞ under `>=`, −∞ under `>`), so
 * that no grid can miss it and the threshold really yields the confusion reported. All cuts within 1e-12 of the best value are
 * listed, relative to it, or absolute where it is below 1. Neighbouring ones form a run; the middle member of the longest run
 * is taken (even length: the higher one; runs equally long: the highest). Where no cut is admissible the answer is 'none' with the
 * reason. Throws a RangeError for a metric that has no better direction, a share outside [0, 1] or costs that are not finite. O(n).
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
  const best = highestWorth(index, rule, worth);
  if (!Number.isNaN(best)) return choose(index, rule, worth, best, metric.of);
  const needsPositives = metric.undefinedReason(confusionAt(index, Infinity, rule), Infinity) === 'noPositives';
  return none(needsPositives ? 'noPositives' : 'metricUndefined');
}

function lowestCost(index: ScoreIndex, rule: DecisionRule, payoff: Payoff): Choice {
  const worth: Worth = (confusion) => -costOf(confusion, payoff);
  const best = highestWorth(index, rule, worth);
  if (!Number.isFinite(best)) throw new RangeError('The costs must be finite.');
  return choose(index, rule, worth, best, (confusion) => costOf(confusion, payoff));
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
  const admissibleAim: Worth = (confusion, threshold) =>
    bound(confusion, threshold) >= minimum ? aim(confusion, threshold) : Number.NaN;
  const best = highestWorth(index, rule, admissibleAim);
  if (Number.isNaN(best)) return none(unreachable, highestWorth(index, rule, bound));
  const boundAtBest: Worth = (confusion, threshold) =>
    isTied(admissibleAim(confusion, threshold), best) ? bound(confusion, threshold) : Number.NaN;
  return choose(index, rule, boundAtBest, highestWorth(index, rule, boundAtBest), aim);
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
  const worth: Worth = ({ tp, fp }) => (tp + fp <= limit ? tp + fp : Number.NaN);
  const best = highestWorth(index, rule, worth);
  const choice = choose(index, rule, worth, best, selectionRate.of);
  const flagged = choice.confusion.tp + choice.confusion.fp;

  const nextScore = rule === '>=' ? neighboursAt(index, choice.threshold).below : choice.threshold;
  const next = confusionAt(index, nextScore, '>=');
  const rows = neighboursAt(index, nextScore).at;
  const weightOfOne = (next.tp + next.fp - flagged) / rows;
  return rows > 1 && flagged + weightOfOne <= limit ? { ...choice, tiedAtCut: { rows, wanted, flagged } } : choice;
}

function highestWorth(index: ScoreIndex, rule: DecisionRule, worth: Worth): number {
  let best = Number.NaN;
  scanConfusions(index, rule, (confusion, threshold) => {
    const value = worth(confusion, threshold);
    if (value > best || Number.isNaN(best)) best = value;
  });
  return best;
}

function isTied(value: number, best: number): boolean {
  // Relative to an infinite best one every distance would be small enough.
  if (!Number.isFinite(best)) return value === best;
  return Math.abs(value - best) <= TIE * Math.max(1, Math.abs(best));
}

/** Lists the cuts as good as `best` and takes the middle of their longest run. */
function choose(
  index: ScoreIndex,
  rule: DecisionRule,
  worth: Worth,
  best: number,
  objectiveValue: Worth,
): FoundThreshold {
  const ties: number[] = [];
  const runs: { firstTie: number; count: number }[] = [];
  let wasTied = false;
  scanConfusions(index, rule, (confusion, threshold) => {
    const tied = isTied(worth(confusion, threshold), best);
    if (tied) {
      if (wasTied) runs[runs.length - 1].count++;
      else runs.push({ firstTie: ties.length, count: 1 });
      ties.push(threshold);
    }
    wasTied = tied;
  });
  const longest = runs.reduce((a, b) => (b.count > a.count ? b : a));
  const threshold = ties[longest.firstTie + Math.floor((longest.count - 1) / 2)];
  const confusion = confusionAt(index, threshold, rule);
  return {
    kind: 'found',
    threshold,
    value: objectiveValue(confusion, threshold),
    confusion,
    ties: Float64Array.from(ties),
    runs: runs.map(({ firstTie, count }) => ({ low: ties[firstTie + count - 1], high: ties[firstTie], count })),
  };
}

/** `scanCuts` with a confusion that is overwritten from cut to cut, so that a scan allocates nothing. */
function scanConfusions(
  index: ScoreIndex,
  rule: DecisionRule,
  visit: (confusion: Confusion, threshold: number) => void,
): void {
  const scratch = { tp: 0, fp: 0, fn: 0, tn: 0 };
  scanCuts(index, rule, (threshold, tp, fp, fn, tn) => {
    scratch.tp = tp;
    scratch.fp = fp;
    scratch.fn = fn;
    scratch.tn = tn;
    visit(scratch, threshold);
  });
}

function none(reason: NoThreshold['reason'], nearest = Number.NaN): NoThreshold {
  return { kind: 'none', reason, nearest };
}
