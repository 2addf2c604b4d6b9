import { rankingMetrics } from '../metrics/ranking.ts';
import { confusionAt, type DecisionRule } from '../scores/confusion.ts';
import { type Grouping, type GroupValue, groupKey } from '../slices/grouping.ts';
import { type GroupThresholds, groupThresholdOf } from '../slices/groupThresholds.ts';
import type { MeasuredGroups } from '../slices/measureGroups.ts';
import { type RecordedClasses, recordClass } from './classRecord.ts';

/** Thresholds of groups in force, with the groups of each split. */
export interface GroupPointInput {
  readonly groups: GroupThresholds;
  readonly splits: readonly { readonly split: string; readonly measured: MeasuredGroups }[];
}

/** By column, then by value. */
export type RecordedGroups = Readonly<Record<string, RecordedClasses['classes']>>;

/** How the thresholds of groups were chosen, as an object for JSON. O(columns). */
export function recordedGroupDecision({ grouping, chosenBy }: GroupThresholds): object {
  return { by: grouping.by, ...(chosenBy === null ? {} : { chosenBy }) };
}

/** Every group of one split as its own threshold decides it; null where the split has none. O(groups · n). */
export function recordGroups(
  { groups, splits }: GroupPointInput,
  split: string,
  rule: DecisionRule,
  shared: number,
): RecordedGroups | null {
  const measured = splits.find((each) => each.split === split)?.measured;
  if (measured === undefined) return null;
  const thresholdOf = groupThresholdOf(groups, shared);
  const recorded: Record<string, RecordedClasses['classes'][string]> = {};
  for (const { values, index } of measured.groups) {
    const threshold = thresholdOf(groupKey(values));
    recorded[freeName(recorded, groupLabel(values))] = recordClass(
      confusionAt(index, threshold, rule),
      threshold,
      rankingMetrics(index),
    );
  }
  return { [groupingLabel(groups.grouping)]: recorded };
}

/** The columns that make groups: "age × sex". O(columns). */
export const groupingLabel = ({ by }: Grouping): string => by.map(({ column }) => column).join(' × ');

/** The values of a group as records name it: "25 ≤ x < 35 & female". O(values). */
export const groupLabel = (values: readonly GroupValue[]): string => values.map(valueLabel).join(' & ');

function valueLabel(value: GroupValue): string {
  if (value.kind === 'value') return value.text;
  if (value.kind !== 'range') return value.kind === 'missing' ? '(missing)' : '(no number)';
  const low = value.low === -Infinity ? '' : `${value.low} ≤ `;
  const high = value.high === Infinity ? '' : ` < ${value.high}`;
  return `${low}x${high}`;
}

/** A name that no group has yet: a cell may spell what another group is called. */
function freeName(taken: Readonly<Record<string, unknown>>, name: string): string {
  let free = name;
  for (let count = 2; Object.hasOwn(taken, free); count++) free = `${name} (${count})`;
  return free;
}
