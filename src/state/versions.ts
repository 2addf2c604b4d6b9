import { MOST_VERSIONS, type Version, versionColumns } from '../core/compare/versions.ts';
import type { Interpretation } from '../core/roles/interpretation.ts';
import type { Evaluation } from '../core/scores/evaluation.ts';
import type { Grouping } from '../core/slices/grouping.ts';
import type { MeasuredGroup, MeasuredGroups } from '../core/slices/measureGroups.ts';
import { selectHasModels } from './compare.ts';
import { groupsKey } from './groupSelectors.ts';
import { selectColumns, selectEvaluation } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

const NO_COLUMNS: readonly string[] = [];
const columnsOf = new WeakMap<Interpretation, readonly string[]>();

/** The columns by which the rows of the open file may be told apart in time. The same array while the reading is the same. */
export function selectVersionColumns(state: TunerState): readonly string[] {
  const { opened } = state;
  if (opened === null) return NO_COLUMNS;
  const { interpretation } = opened.prepared;
  const known = columnsOf.get(interpretation);
  if (known !== undefined) return known;
  const columns = selectColumns(state);
  const { files = [], join } = opened.dataset.summary;
  // Files that lie one behind another have a last column that names them. Numbers in all of their names tell versions; train and test are none.
  const areVersions = files.length > 1 && (join ?? null) === null && files.every(({ name }) => /\d/.test(name));
  const ofFiles = areVersions ? (columns.at(-1)?.name ?? null) : null;
  const found = versionColumns(columns, interpretation, ofFiles);
  columnsOf.set(interpretation, found);
  return found;
}

/** Whether there is anything to compare: models, or versions. */
export const selectCanCompare = (state: TunerState): boolean =>
  selectHasModels(state) || selectVersionColumns(state).length > 0;

/** The column that tells versions apart: the one chosen, else the first; null where there is none. */
export function selectVersionColumn(state: TunerState): string | null {
  const columns = selectVersionColumns(state);
  return columns.find((name) => name === state.versionColumn) ?? columns[0] ?? null;
}

/** How many values that column has at least. */
export const selectVersionCount = (state: TunerState): number =>
  selectColumns(state).find(({ name }) => name === selectVersionColumn(state))?.distinct ?? 0;

interface VersionsToMeasure {
  readonly split: string;
  readonly grouping: Grouping;
  readonly key: string;
}

/** Whether the splits are the versions, which are measured already. */
const areSplits = (state: TunerState): boolean =>
  state.opened !== null && selectVersionColumn(state) === state.opened.prepared.interpretation.split;

/** What the worker is asked for; null where there are no versions, too many, or all are measured as splits. */
export function selectVersionsToMeasure(state: TunerState): VersionsToMeasure | null {
  const column = selectVersionColumn(state);
  const evaluation = selectEvaluation(state);
  if (state.opened === null || column === null || evaluation === null || areSplits(state)) return null;
  if (selectVersionCount(state) > MOST_VERSIONS) return null;
  const grouping = { by: [{ column, edges: null }] };
  const { split } = evaluation;
  return { split, grouping, key: groupsKey(state.opened.prepared.interpretation, split, grouping) };
}

/** Whether the versions on screen are those of an earlier question. */
export const selectAreVersionsLate = (state: TunerState): boolean =>
  !areSplits(state) && state.versions?.key !== selectVersionsToMeasure(state)?.key;

const sorted = new WeakMap<MeasuredGroups | readonly Evaluation[], readonly Version[]>();

/** The versions of the open file in the order of their names, numbers in them by size; null until they are measured. The same array for the same answer. */
export function selectVersions(state: TunerState): readonly Version[] | null {
  const { versions, opened } = state;
  if (opened === null) return null;
  if (areSplits(state)) return inOrder(opened.prepared.folds ?? opened.prepared.evaluations, versionsOfSplits);
  return versions === null || versions.dataset !== opened.dataset ? null : inOrder(versions.value, versionsOfGroups);
}

function inOrder<T extends MeasuredGroups | readonly Evaluation[]>(
  of: T,
  read: (of: T) => readonly Version[],
): readonly Version[] {
  const known = sorted.get(of);
  if (known !== undefined) return known;
  const found = [...read(of)].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  sorted.set(of, found);
  return found;
}

const versionsOfSplits = (evaluations: readonly Evaluation[]): readonly Version[] =>
  evaluations.map(({ split, rows, index }) => ({ name: split, rows, index }));

const versionsOfGroups = ({ groups }: MeasuredGroups): readonly Version[] =>
  groups.flatMap((group) => {
    const name = nameOf(group);
    return name === null ? [] : [{ name, rows: group.rows, index: group.index }];
  });

/** Rows without a version belong to none. */
function nameOf({ values: [value] }: MeasuredGroup): string | null {
  return value?.kind === 'value' ? value.text : null;
}
