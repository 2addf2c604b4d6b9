import type { Payoff } from '../cost/payoff.ts';
import { type Confusion, confusionAt, type DecisionRule } from '../scores/confusion.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';
import { sortAscending } from '../scores/sortScores.ts';
import { isTied } from './bestCuts.ts';
import { cutCosts, cutRates, type GroupCuts, type GroupRate, groupCuts, leastCosts } from './groupCuts.ts';
import { type GroupGoal, groupGoal } from './groupGoal.ts';
import type { Objective } from './objective.ts';
import { cheapestOdds, MOST_BOXES } from './oddsSearch.ts';
import { cheapestWindow, isWithin, leastTolerance } from './rateWindow.ts';

/** By what a threshold is given to every group, in the order in which it is offered. */
export const POLICY_STRATEGIES = [
  'oneForAll',
  'bestForEach',
  'equalSelectionRates',
  'equalTruePositiveRates',
  'equalFalsePositiveRates',
  'equalAccuracy',
  'equalizedOdds',
] as const;
export type PolicyStrategy = (typeof POLICY_STRATEGIES)[number];

/** More groups are not given thresholds of their own: nobody could answer for each of them. */
export const MOST_POLICY_GROUPS = 20;

export interface PolicyGroup {
  /** Names the group; of groups that are otherwise alike it says which comes first. */
  readonly key: string;
  readonly index: ScoreIndex;
}

export interface GroupThreshold {
  readonly key: string;
  readonly threshold: number;
  readonly confusion: Confusion;
  /** Why the strategy says nothing about the group, which then has the threshold that is best for all; else null. */
  readonly leftOut: 'noRows' | 'noPositives' | 'noNegatives' | null;
}

export interface FoundPolicy {
  readonly kind: 'found';
  readonly strategy: PolicyStrategy;
  /** In the order in which the groups were given. */
  readonly thresholds: readonly GroupThreshold[];
  /** The goal's value for the rows of all groups. */
  readonly value: number;
  /** False where something better may exist: equalized odds of three groups or more, when the search takes too long. */
  readonly isExact: boolean;
}

export interface NoPolicy {
  readonly kind: 'none';
  readonly strategy: PolicyStrategy;
  readonly reason: 'goalNotByGroup' | 'fewerThanTwoGroups' | 'toleranceTooSmall';
  /** The least tolerance that can be kept; NaN where that is not the reason. */
  readonly nearest: number;
}

export type Policy = FoundPolicy | NoPolicy;

/** What the policies of some groups are chosen from, made once for all strategies and tolerances. */
export interface PolicyField {
  readonly rule: DecisionRule;
  readonly goal: GroupGoal | null;
  /** In the order given. */
  readonly groups: readonly PolicyGroup[];
  /** Of the groups with rows, by their keys. */
  readonly members: readonly Member[];
  /** The threshold that is best for all members; NaN without a goal or rows. */
  readonly shared: number;
}

interface Member extends PolicyGroup {
  readonly cuts: GroupCuts;
}

/**
 * What policies for an objective are chosen from: every cut of every group, or the thresholds given as `candidates`. Throws a RangeError for more
 * than 20 groups, or two of one key. O(n · groups).
 */
export function policyField(
  groups: readonly PolicyGroup[],
  rule: DecisionRule,
  objective: Objective,
  candidates: readonly number[] | null = null,
): PolicyField {
  if (groups.length > MOST_POLICY_GROUPS) throw new RangeError(`${groups.length} groups.`);
  if (new Set(groups.map(({ key }) => key)).size < groups.length) throw new RangeError('Two groups have one key.');
  const offered = candidates === null ? null : Float64Array.from(new Set(candidates)).sort().reverse();
  const members = groups
    .filter(({ index }) => totalsOf(index).rows > 0)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, index }) => ({ key, index, cuts: groupCuts(index, rule, offered) }));
  const sum = (amount: (cuts: GroupCuts) => number) => members.reduce((total, { cuts }) => total + amount(cuts), 0);
  const goal = groupGoal(
    objective,
    sum(({ positives }) => positives),
    sum(({ negatives }) => negatives),
  );
  let shared = Number.NaN;
  if (goal !== null && members.length > 0) {
    const thresholds = offered ?? allThresholds(members);
    const best = bestBySearch(goal, rule, members, (payoff) => {
      const threshold = bestShared(members, rule, thresholds, payoff);
      return { thresholds: members.map(() => threshold), isExact: true };
    });
    shared = best?.thresholds[0] ?? Number.NaN;
  }
  return { rule, goal, groups, members, shared };
}

/**
 * A threshold for every group by one strategy: of all choices that keep to it one of the best for the goal, whatever the order of the groups.
 * `oneForAll`: the same threshold for all. `bestForEach`: no condition. The others: no two groups differ by more than `tolerance` (0 to 1) in the
 * rate they name, equalized odds in both recall and false positive rate; a group for which a rate is undefined is left out of that condition and has
 * the threshold of `oneForAll`. Only thresholds decide, nobody is flagged by lot, so rates are as equal as the scores allow.
 *
 * Exact over all distinct scores (`cheapestWindow`, `cheapestOdds`), but see `isExact`. Of cuts of one group that are equally good, the
 * middle one of the longest run of neighbours is taken, as `bestThreshold` does. A goal that is a quotient takes a few searches (Dinkelbach).
 * O(cuts · groups) a search. Compare `fairlearn.postprocessing.ThresholdOptimizer`, which decides by lot, on a grid.
 */
export function groupPolicy(
  field: PolicyField,
  strategy: PolicyStrategy,
  tolerance: number,
  mostBoxes: number = MOST_BOXES,
): Policy {
  const { rule, goal, members, shared } = field;
  const none = (reason: NoPolicy['reason'], nearest = Number.NaN): NoPolicy => ({
    kind: 'none',
    strategy,
    reason,
    nearest,
  });
  if (!(tolerance >= 0)) throw new RangeError(`A tolerance of ${tolerance}.`);
  if (members.length < 2) return none('fewerThanTwoGroups');
  if (goal === null) return none('goalNotByGroup');
  if (strategy === 'oneForAll') {
    return found(field, goal, strategy, { thresholds: members.map(() => shared), isExact: true });
  }
  const asked = members.filter(({ cuts }) => leftOutOf(strategy, cuts) === null);
  if (asked.length < 2) return none('fewerThanTwoGroups');
  const search = searchOf(strategy, asked, tolerance, mostBoxes);
  const chosen = bestBySearch(goal, rule, members, (payoff) => {
    const cheapest = search(payoff);
    if (cheapest === null) return null;
    const ofAsked = new Map(asked.map(({ key }, at) => [key, cheapest.thresholds[at]]));
    return { ...cheapest, thresholds: members.map(({ key }) => ofAsked.get(key) ?? shared) };
  });
  return chosen === null
    ? none(
        'toleranceTooSmall',
        leastTolerance(asked.map(({ cuts }) => leastCosts(cutRates(cuts, 'accuracy'), cuts.tps, false))),
      )
    : found(field, goal, strategy, chosen);
}

/** Why a strategy says nothing about a group that has rows. */
function leftOutOf(
  strategy: PolicyStrategy,
  { positives, negatives }: GroupCuts,
): 'noPositives' | 'noNegatives' | null {
  const needsPositives = strategy === 'equalTruePositiveRates' || strategy === 'equalizedOdds';
  const needsNegatives = strategy === 'equalFalsePositiveRates' || strategy === 'equalizedOdds';
  if (needsPositives && positives === 0) return 'noPositives';
  return needsNegatives && negatives === 0 ? 'noNegatives' : null;
}

/** A threshold for each of some members. */
interface Chosen {
  readonly thresholds: readonly number[];
  readonly isExact: boolean;
}

function found(
  { rule, groups, members, shared }: PolicyField,
  goal: GroupGoal,
  strategy: PolicyStrategy,
  { thresholds, isExact }: Chosen,
): FoundPolicy {
  const all = groups.map(({ key, index }): GroupThreshold => {
    const at = members.findIndex((member) => member.key === key);
    const threshold = at < 0 ? shared : thresholds[at];
    const leftOut = at < 0 ? 'noRows' : leftOutOf(strategy, members[at].cuts);
    return { key, threshold, confusion: confusionAt(index, threshold, rule), leftOut };
  });
  const value = goal.value(sumOfConfusions(all.map(({ confusion }) => confusion)));
  return { kind: 'found', strategy, thresholds: all, value, isExact };
}

/** The confusion matrix of several groups together. O(groups). */
export function sumOfConfusions(confusions: readonly Confusion[]): Confusion {
  const sum = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const { tp, fp, fn, tn } of confusions) {
    sum.tp += tp;
    sum.fp += fp;
    sum.fn += fn;
    sum.tn += tn;
  }
  return sum;
}

/** The best choice for a goal, where `search` finds the cheapest one under a payoff; null where there is none under any. */
function bestBySearch(
  goal: GroupGoal,
  rule: DecisionRule,
  members: readonly Member[],
  search: (payoff: Payoff) => Chosen | null,
): Chosen | null {
  let best = search(goal.payoffAt(0));
  if (goal.isSum || best === null) return best;
  const reached = ({ thresholds }: Chosen) =>
    goal.value(sumOfConfusions(members.map(({ index }, at) => confusionAt(index, thresholds[at], rule))));
  for (let value = reached(best); ; ) {
    const next = search(goal.payoffAt(value));
    if (next === null) return best;
    const nextValue = reached(next);
    if (nextValue > value || isTied(nextValue, value)) best = next;
    if (!(nextValue > value) || isTied(nextValue, value)) return best;
    value = nextValue;
  }
}

/** The cheapest choice of a strategy for the groups it is about, for any payoff; null where none keeps to the tolerance. */
function searchOf(
  strategy: Exclude<PolicyStrategy, 'oneForAll'>,
  asked: readonly Member[],
  tolerance: number,
  mostBoxes: number,
): (payoff: Payoff) => Chosen | null {
  const costsUnder = (payoff: Payoff) => asked.map(({ cuts }) => cutCosts(cuts, payoff));
  /** The middle of each group's cheapest cuts among those whose rates all lie in their windows. */
  const within = (costs: readonly Float64Array[], windows: readonly Window[]) =>
    asked.map(({ cuts }, at) => {
      const isAllowed = (place: number) =>
        windows.every(({ rates, low }) => rates[at][place] >= low && isWithin(low, rates[at][place], tolerance));
      return cuts.thresholds[middleOfCheapest(costs[at], isAllowed)];
    });
  if (strategy === 'bestForEach') {
    return (payoff) => ({ thresholds: within(costsUnder(payoff), []), isExact: true });
  }
  const ratesOf = (rate: GroupRate) => asked.map(({ cuts }) => cutRates(cuts, rate));
  if (strategy === 'equalizedOdds') {
    const recalls = ratesOf('recall');
    const fprs = ratesOf('fpr');
    return (payoff) => {
      const costs = costsUnder(payoff);
      const cuts = asked.map((_, at) => ({ recalls: recalls[at], fprs: fprs[at], costs: costs[at] }));
      const { recall, fpr, isExact } = cheapestOdds(cuts, tolerance, mostBoxes);
      const windows = [
        { rates: recalls, low: recall },
        { rates: fprs, low: fpr },
      ];
      return { thresholds: within(costs, windows), isExact };
    };
  }
  const rate = RATE_OF[strategy];
  const rates = ratesOf(rate);
  return (payoff) => {
    const costs = costsUnder(payoff);
    const window = cheapestWindow(
      rates.map((own, at) => leastCosts(own, costs[at], rate !== 'accuracy')),
      tolerance,
    );
    return window === null ? null : { thresholds: within(costs, [{ rates, low: window.low }]), isExact: true };
  };
}

const RATE_OF = {
  equalSelectionRates: 'selectionRate',
  equalTruePositiveRates: 'recall',
  equalFalsePositiveRates: 'fpr',
  equalAccuracy: 'accuracy',
} as const satisfies Partial<Record<PolicyStrategy, GroupRate>>;

/** A lowest value of a rate, given cut by cut for each group. */
interface Window {
  readonly rates: readonly Float64Array[];
  readonly low: number;
}

/** The middle place of the longest run of cheapest cuts among those allowed; the earlier of two, of equally long runs the first. */
function middleOfCheapest(costs: Float64Array, isAllowed: (place: number) => boolean): number {
  let least = Infinity;
  for (let place = 0; place < costs.length; place++) {
    if (costs[place] < least && isAllowed(place)) least = costs[place];
  }
  let middle = -1;
  let longest = 0;
  let length = 0;
  for (let place = 0; place <= costs.length; place++) {
    if (place < costs.length && isTied(costs[place], least) && isAllowed(place)) {
      length++;
      continue;
    }
    if (length > longest) {
      longest = length;
      middle = place - length + Math.floor((length - 1) / 2);
    }
    length = 0;
  }
  return middle;
}

/** The threshold that costs least where it decides about all. `thresholds`: under the rule, descending. */
function bestShared(members: readonly Member[], rule: DecisionRule, thresholds: Float64Array, payoff: Payoff): number {
  const total = new Float64Array(thresholds.length);
  for (const { cuts } of members) {
    const costs = cutCosts(cuts, payoff);
    const own = cuts.thresholds;
    for (let i = 0, place = 0; i < thresholds.length; i++) {
      // Under `>=` a cut reaches down to its threshold, under `>` it begins there.
      if (rule === '>=') while (place + 1 < own.length && own[place + 1] >= thresholds[i]) place++;
      else while (place + 1 < own.length && own[place] > thresholds[i]) place++;
      total[i] += costs[place];
    }
  }
  return thresholds[middleOfCheapest(total, () => true)];
}

/** The thresholds of all groups, descending, each once. */
function allThresholds(members: readonly Member[]): Float64Array {
  const all = new Float64Array(members.reduce((count, { cuts }) => count + cuts.thresholds.length, 0));
  let end = 0;
  for (const { cuts } of members) {
    all.set(cuts.thresholds, end);
    end += cuts.thresholds.length;
  }
  sortAscending(all);
  let count = 0;
  for (const value of all) if (count === 0 || value !== all[count - 1]) all[count++] = value;
  return all.subarray(0, count).reverse();
}
