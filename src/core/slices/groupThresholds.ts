import type { PolicyStrategy } from '../choose/perGroup.ts';
import { type Grouping, type GroupValue, groupKey } from './grouping.ts';

/** Thresholds of groups, each of which stands there in the place of the one for all. */
export interface GroupThresholds {
  readonly grouping: Grouping;
  readonly thresholds: readonly OneGroupThreshold[];
  /** By what they were chosen, with which tolerance and on which split; null once one of them was set by hand. */
  readonly chosenBy: { readonly strategy: PolicyStrategy; readonly tolerance: number; readonly split: string } | null;
}

export interface OneGroupThreshold {
  readonly values: readonly GroupValue[];
  readonly threshold: number;
}

/** The threshold that decides about each group, by its key: its own, or `shared` for a group that has none. O(groups). */
export function groupThresholdOf(groups: GroupThresholds | null, shared: number): (key: string) => number {
  const own = new Map(groups?.thresholds.map(({ values, threshold }) => [groupKey(values), threshold]));
  return (key) => own.get(key) ?? shared;
}
