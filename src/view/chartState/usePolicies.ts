import { useContext, useEffect, useMemo } from 'react';
import { betterOf, type Objective, objectiveValue } from '../../core/choose/objective.ts';
import { type FoundPolicy, type Policy, type PolicyStrategy, sumOfConfusions } from '../../core/choose/perGroup.ts';
import { disparityOf } from '../../core/fairness/disparity.ts';
import { thresholdMetric } from '../../core/metrics/catalog.ts';
import { type Confusion, confusionAt } from '../../core/scores/confusion.ts';
import { groupKey, isSameGrouping } from '../../core/slices/grouping.ts';
import { formatMetric, formatMoney, formatPercent } from '../../i18n/format.ts';
import { goalText } from '../../i18n/goalText.ts';
import { type TextKey, translate } from '../../i18n/translate.ts';
import { selectGroups } from '../../state/groupSelectors.ts';
import { selectPrices, selectRule } from '../../state/selectors.ts';
import { TunerContext, useTuner } from '../../state/useTuner.ts';

/** Has policies chosen, now and whenever they are asked for in another way. */
export function useChosenPolicies(what: 'refreshPolicies' | 'refreshPrices'): void {
  const store = useContext(TunerContext);
  useEffect(() => {
    if (store === null) return;
    void store.getState()[what]();
    return store.subscribe((state, before) => {
      const { decision, fairness } = before;
      const isSame =
        state.grouping === before.grouping &&
        state.opened === before.opened &&
        state.chosenOn === before.chosenOn &&
        state.chosenSplit === before.chosenSplit &&
        state.isPreparing === before.isPreparing &&
        state.decision.rule === decision.rule &&
        state.decision.prices === decision.prices &&
        state.decision.settings === decision.settings &&
        state.decision.goal === decision.goal &&
        state.fairness.tolerance === fairness.tolerance;
      if (!isSame) void state[what]();
    });
  }, [store, what]);
}

/** What a policy comes to on some rows. */
export interface PolicyOutcome {
  readonly value: number;
  /** The differences of selection rate, true and false positive rate; NaN where fewer than two groups can be compared. */
  readonly gaps: readonly [flagged: number, found: number, alarms: number];
}

export interface PolicyRow {
  readonly strategy: PolicyStrategy;
  readonly tolerance: number;
  readonly policy: Policy;
  /** On the split it was chosen on, and on the one in view; null without a policy. */
  readonly chosen: PolicyOutcome | null;
  readonly judged: PolicyOutcome | null;
}

const gapsOf = (confusions: readonly Confusion[]): PolicyOutcome['gaps'] => [
  disparityOf(confusions, 'demographicParity').difference,
  disparityOf(confusions, 'equalOpportunity').difference,
  disparityOf(confusions, 'falsePositiveRate').difference,
];

function outcomeOf(objective: Objective, confusions: readonly Confusion[]): PolicyOutcome {
  return { value: objectiveValue(objective)(sumOfConfusions(confusions), 0), gaps: gapsOf(confusions) };
}

const chosenOutcome = (objective: Objective, { thresholds }: FoundPolicy): PolicyOutcome =>
  outcomeOf(
    objective,
    thresholds.map(({ confusion }) => confusion),
  );

/** The ways to set thresholds at the present tolerance, each with what it comes to. */
export function usePolicyRows() {
  const answer = useTuner((state) => (state.policies?.dataset === state.opened?.dataset ? state.policies : null));
  const groups = useTuner(selectGroups);
  const rule = useTuner(selectRule);
  return useMemo(() => {
    if (answer === null || groups === null || answer.value.kind !== 'found') return null;
    if (!isSameGrouping(answer.grouping, groups.grouping)) return null;
    const { objective } = answer;
    const rows = answer.value.policies.map(({ tolerance, policy }): PolicyRow => {
      const { strategy } = policy;
      if (policy.kind === 'none') return { strategy, tolerance, policy, chosen: null, judged: null };
      const thresholds = new Map(policy.thresholds.map(({ key, threshold }) => [key, threshold]));
      const shared = policy.thresholds[0]?.threshold ?? Number.NaN;
      const judged = groups.value.groups.map(({ values, index }) =>
        confusionAt(index, thresholds.get(groupKey(values)) ?? shared, rule),
      );
      return {
        strategy,
        tolerance,
        policy,
        chosen: chosenOutcome(objective, policy),
        judged: outcomeOf(objective, judged),
      };
    });
    return { rows, objective, chosenOn: answer.split, judgedOn: groups.split };
  }, [answer, groups, rule]);
}

/** A goal's name with its numbers, and a value of it, as people read them. */
export function useGoalWords(): {
  text: (objective: Objective) => string;
  value: (objective: Objective, value: number) => string;
} {
  const { unit } = useTuner(selectPrices);
  return {
    text: (objective) => goalText(objective, betterOf(objective), unit),
    value: (objective, value) => {
      if (objective.kind === 'cost') return formatMoney(value, unit);
      if (objective.kind !== 'metric') return formatMetric(value, 4);
      return (thresholdMetric(objective.id).proportion === null ? formatMetric : formatPercent)(value);
    },
  };
}

/** What the upright axis of a goal is called. */
export function goalAxisName(objective: Objective, split: string): string {
  if (objective.kind === 'cost') return translate('fairPrice.yCost', { split });
  const metric =
    objective.kind === 'metric'
      ? translate(`metric.${objective.id}.name` as TextKey)
      : goalText(objective, betterOf(objective), '');
  return translate('fairPrice.yValue', { metric, split });
}
