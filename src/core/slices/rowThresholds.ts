import type { Dataset } from '../dataset/dataset.ts';
import type { KeptRows } from '../rows/keptRows.ts';
import { groupKey } from './grouping.ts';
import { groupRows } from './groupRows.ts';
import { type GroupThresholds, groupThresholdOf } from './groupThresholds.ts';

/**
 * The threshold of each kept row: that of its group, or `shared` where the group has none of its own. Throws a RangeError for a column that is not
 * there. O(rows · columns), and what sorting into groups costs.
 */
export function rowThresholds(
  dataset: Dataset,
  kept: Pick<KeptRows, 'rows'>,
  groups: GroupThresholds,
  shared: number,
): Float64Array {
  const { groups: found, groupOf } = groupRows(dataset, kept, groups.grouping);
  const thresholdOf = groupThresholdOf(groups, shared);
  const ofGroup = found.map(({ values }) => thresholdOf(groupKey(values)));
  return Float64Array.from(groupOf, (group) => ofGroup[group]);
}
