import { useMemo } from 'react';
import { type Confusion, confusionAt, type DecisionRule } from '../../core/scores/confusion.ts';
import { groupKey } from '../../core/slices/grouping.ts';
import { groupThresholdOf } from '../../core/slices/groupThresholds.ts';
import type { MeasuredGroup } from '../../core/slices/measureGroups.ts';
import { selectGroupsInForce } from '../../state/fairnessSelectors.ts';
import { selectGroups } from '../../state/groupSelectors.ts';
import { selectRule, selectThreshold } from '../../state/selectors.ts';
import { useTuner } from '../../state/useTuner.ts';
import { groupName } from '../terms/groupWords.ts';

/** A group with what is decided about it. */
export interface DecidedGroup {
  readonly key: string;
  readonly name: string;
  readonly group: MeasuredGroup;
  readonly threshold: number;
  readonly confusion: Confusion;
}

export interface DecidedGroups {
  readonly groups: readonly DecidedGroup[];
  readonly split: string;
  readonly rule: DecisionRule;
  /** The threshold for all. */
  readonly shared: number;
  /** Whether groups have thresholds of their own. */
  readonly isByGroup: boolean;
  readonly isCurrent: boolean;
}

/** The groups of the last answer, each with its threshold in force; null until there is an answer. */
export function useDecidedGroups(): DecidedGroups | null {
  const answer = useTuner(selectGroups);
  const inForce = useTuner(selectGroupsInForce);
  const shared = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  return useMemo(() => {
    if (answer === null) return null;
    const thresholdOf = groupThresholdOf(inForce, shared);
    const groups = answer.value.groups.map((group) => {
      const key = groupKey(group.values);
      const threshold = thresholdOf(key);
      const confusion = confusionAt(group.index, threshold, rule);
      return { key, name: groupName(group.values), group, threshold, confusion };
    });
    return { groups, split: answer.split, rule, shared, isByGroup: inForce !== null, isCurrent: answer.isCurrent };
  }, [answer, inForce, shared, rule]);
}
