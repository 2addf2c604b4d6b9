import { groupGoal } from '../core/choose/groupGoal.ts';
import type { Objective } from '../core/choose/objective.ts';
import { POLICY_STRATEGIES, type PolicyStrategy } from '../core/choose/perGroup.ts';
import type { PolicyQuestion } from '../core/choose/policiesAt.ts';
import { type Grouping, isSameGrouping } from '../core/slices/grouping.ts';
import type { GroupThresholds } from '../core/slices/groupThresholds.ts';
import { selectGrouping } from './groupSelectors.ts';
import type { PolicyAnswer } from './groupsState.ts';
import { objectiveOf } from './rules.ts';
import { selectChosenOn, selectColumns, selectPayoff } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

export interface PolicyObjective {
  readonly objective: Objective;
  /** Whether it is the goal in force; else that cannot be reached group by group, or there is none, and the lowest cost stands in for it. */
  readonly isInForce: boolean;
}

/** What policies for groups aim at: the goal in force, else the lowest cost at the present prices. */
export function selectPolicyObjective(state: TunerState): PolicyObjective {
  const { goal } = state.decision;
  const chosenOn = selectChosenOn(state);
  if (goal !== null && chosenOn !== null) {
    const objective = objectiveOf(state, goal);
    if (groupGoal(objective, chosenOn.positives, chosenOn.negatives) !== null) return { objective, isInForce: true };
  }
  return { objective: { kind: 'cost', payoff: selectPayoff(state) }, isInForce: false };
}

/** What is asked about policies for the groups in view, and the key of its answer; null where there is nothing to ask. */
export function policyAsk(
  state: TunerState,
  strategies: readonly PolicyStrategy[],
  tolerances: readonly number[],
): {
  readonly key: string;
  readonly grouping: Grouping;
  readonly split: string;
  readonly question: PolicyQuestion;
} | null {
  const grouping = selectGrouping(state);
  const chosenOn = selectChosenOn(state);
  if (state.opened === null || grouping === null || chosenOn === null || selectIsGroupedByLabel(state)) return null;
  const { split } = chosenOn;
  const { objective } = selectPolicyObjective(state);
  const question = { rule: state.decision.rule, objective, strategies, tolerances };
  const key = JSON.stringify([state.opened.prepared.interpretation, split, grouping, question]);
  return { key, grouping, split, question };
}

/** Whether the policies on screen answer what would be asked now. */
export const selectArePoliciesCurrent = (state: TunerState): boolean =>
  state.policies?.key === policyAsk(state, POLICY_STRATEGIES, [state.fairness.tolerance])?.key;

/** Whether the label itself makes the groups: what is known only afterwards cannot choose a threshold. */
export function selectIsGroupedByLabel(state: TunerState): boolean {
  const label = state.opened?.prepared.interpretation.label;
  return selectGrouping(state)?.by.some(({ column }) => column === label) ?? false;
}

/** What each way to be fair costs by the gap it may leave, for the groups in view; null until that is found, or where it cannot be. */
export function selectShownPrices(state: TunerState): PolicyAnswer | null {
  const { prices, opened } = state;
  if (prices === null || prices.dataset !== opened?.dataset || prices.value.kind !== 'found') return null;
  return isSameGrouping(prices.grouping, selectGrouping(state)) ? prices : null;
}

/** The thresholds of groups that decide about rows, whichever groups are in view; null where one decides about all. */
export function selectDecidingGroups(state: TunerState): GroupThresholds | null {
  const { groups } = state.decision;
  if (groups === null) return null;
  const columns = selectColumns(state);
  const hasAll = groups.grouping.by.every(({ column }) => columns.some(({ name }) => name === column));
  return hasAll ? groups : null;
}

/** The thresholds of the groups in view; null where one decides about all, or those in force belong to other groups. */
export function selectGroupsInForce(state: TunerState): GroupThresholds | null {
  const { groups } = state.decision;
  return groups !== null && isSameGrouping(groups.grouping, selectGrouping(state)) ? groups : null;
}
