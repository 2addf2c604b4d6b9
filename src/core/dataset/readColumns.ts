import { withClassSoftmax } from './classSoftmax.ts';
import type { Dataset } from './dataset.ts';
import type { Interpretation } from './interpretation.ts';
import type { ColumnProfile } from './profile.ts';
import { hasRepair } from './repair.ts';
import { repairedDataset, repairedProfiles } from './repairedColumns.ts';
import { inferTask, type Task } from './task.ts';

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
