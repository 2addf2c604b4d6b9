import { costOf, type Payoff } from '../cost/payoff.ts';
import { buildCuts } from '../curves/cuts.ts';
import { confusionAt, type DecisionRule } from '../scores/confusion.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';
import { sortAscendingWithWeights } from '../scores/sortScores.ts';

/** Every decision about one group, from flagging the fewest to flagging the most. */
export interface GroupCuts {
  /** Under the rule in force, descending. */
  readonly thresholds: Float64Array;
  readonly tps: Float64Array;
  readonly fps: Float64Array;
  readonly positives: number;
  readonly negatives: number;
}

/** A share of a group's rows that its decision makes. */
export type GroupRate = 'selectionRate' | 'recall' | 'fpr' | 'accuracy';

/**
 * The cuts of a group: its distinct scores and the end beyond them (+∞ under `>=`, −∞ under `>`), or those at some thresholds, given descending.
 * Counts are rows, or sums of weights. O(n), or O(candidates · log n).
 */
export function groupCuts(index: ScoreIndex, rule: DecisionRule, candidates: Float64Array | null): GroupCuts {
  const { positives, negatives } = totalsOf(index);
  if (candidates === null) {
    const { thresholds, tps, fps } = buildCuts(index);
    // A cut's lowest flagged score is the threshold under `>=`, its highest unflagged one under `>`.
    if (rule === '>') thresholds.copyWithin(0, 1)[thresholds.length - 1] = Number.NEGATIVE_INFINITY;
    return { thresholds, tps, fps, positives, negatives };
  }
  const confusions = Array.from(candidates, (threshold) => confusionAt(index, threshold, rule));
  return {
    thresholds: candidates,
    tps: Float64Array.from(confusions, ({ tp }) => tp),
    fps: Float64Array.from(confusions, ({ fp }) => fp),
    positives,
    negatives,
  };
}

/** What each cut costs. O(cuts). */
export function cutCosts(cuts: GroupCuts, payoff: Payoff): Float64Array {
  const costs = new Float64Array(cuts.thresholds.length);
  const confusion = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (let i = 0; i < costs.length; i++) {
    confusion.tp = cuts.tps[i];
    confusion.fp = cuts.fps[i];
    confusion.fn = cuts.positives - cuts.tps[i];
    confusion.tn = cuts.negatives - cuts.fps[i];
    costs[i] = costOf(confusion, payoff);
  }
  return costs;
}

/** A rate of each cut, 0 to 1; all but the accuracy never fall from a cut to the next. NaN where the group lacks the class. O(cuts). */
export function cutRates({ tps, fps, positives, negatives }: GroupCuts, rate: GroupRate): Float64Array {
  const rows = positives + negatives;
  switch (rate) {
    case 'selectionRate':
      return tps.map((tp, i) => (tp + fps[i]) / rows);
    case 'recall':
      return tps.map((tp) => tp / positives);
    case 'fpr':
      return fps.map((fp) => fp / negatives);
    case 'accuracy':
      return tps.map((tp, i) => (tp + (negatives - fps[i])) / rows);
  }
}

/** The least cost at each rate that the cuts of a group reach. */
export interface RatedCosts {
  /** Ascending, each once. */
  readonly rates: Float64Array;
  readonly costs: Float64Array;
}

/** What each rate costs at least. O(cuts), and sorting unless the rates ascend. */
export function leastCosts(rates: Float64Array, costs: Float64Array, isAscending: boolean): RatedCosts {
  const sortedRates = rates.slice();
  const least = costs.slice();
  if (!isAscending) sortAscendingWithWeights(sortedRates, least);
  let last = -1;
  for (let i = 0; i < sortedRates.length; i++) {
    if (last >= 0 && sortedRates[i] === sortedRates[last]) {
      if (least[i] < least[last]) least[last] = least[i];
      continue;
    }
    last++;
    sortedRates[last] = sortedRates[i];
    least[last] = least[i];
  }
  return { rates: sortedRates.subarray(0, last + 1), costs: least.subarray(0, last + 1) };
}
