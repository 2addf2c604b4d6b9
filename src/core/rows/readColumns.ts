import type { Dataset } from '../dataset/dataset.ts';
import type { ColumnProfile } from '../dataset/profile.ts';
import { withClassSoftmax } from '../roles/classSoftmax.ts';
import type { Interpretation } from '../roles/interpretation.ts';
import { hasRepair } from '../roles/repair.ts';
import { repairedDataset, repairedProfiles } from '../roles/repairedColumns.ts';
import { inferTask, type Task } from '../roles/task.ts';

/** The columns as an interpretation reads them, and what has to be decided about each row. */
export interface ReadColumns {
  readonly dataset: Dataset;
  readonly profiles: readonly ColumnProfile[];
  readonly task: Task;
}

/** Makes the repairs of an interpretation; the same dataset where there are none. O(cells of repaired columns) at most. */
export function readColumns(
  source: Dataset,
  sourceProfiles: readonly ColumnProfile[],
  interpretation: Interpretation,
): ReadColumns {
  const dataset = repairedDataset(source, sourceProfiles, interpretation);
  const profiles = repairedProfiles(sourceProfiles, interpretation);
  const task = inferTask(dataset, profiles, interpretation);
  const isSoftmax = task.kind === 'multiclass' && hasRepair(interpretation.repairs, 'softmaxClasses', task.label);
  return isSoftmax ? { ...withClassSoftmax({ dataset, profiles }, task), task } : { dataset, profiles, task };
}
