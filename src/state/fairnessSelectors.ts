import { groupGoal } from '../core/choose/groupGoal.ts';
import type { Objective } from '../core/choose/objective.ts';
import { isSameGrouping } from '../core/slices/grouping.ts';
import type { GroupThresholds } from '../core/slices/groupThresholds.ts';
import { selectGrouping } from './groupSelectors.ts';
import { objectiveOf } from './rules.ts';
import { selectChosenOn, selectPayoff } from './selectors.ts';
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

/** Whether the label itself makes the groups: what is known only afterwards cannot choose a threshold. */
export function selectIsGroupedByLabel(state: TunerState): boolean {
  const label = state.opened?.prepared.interpretation.label;
  return selectGrouping(state)?.by.some(({ column }) => column === label) ?? false;
}

/** The thresholds of the groups in view; null where one decides about all, or those in force belong to other groups. */
export function selectGroupsInForce(state: TunerState): GroupThresholds | null {
  const { groups } = state.decision;
  return groups !== null && isSameGrouping(groups.grouping, selectGrouping(state)) ? groups : null;
}
