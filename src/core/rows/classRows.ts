import type { ClassScores } from '../classes/classScores.ts';
import { columnNamed, type Dataset, type Numbers, numberAt, numbersOf } from '../dataset/dataset.ts';
import { classPlaces, type MulticlassTask } from '../roles/task.ts';
import { rowsBySplit, type SplitRoles } from './rowsBySplit.ts';

/** The rows of one split that have everything a multi-class decision asks for. */
export interface ClassSplit {
  /** The split's name as written; 'all' where the file has no split. */
  readonly split: string;
  readonly scores: ClassScores;
}

/** The class scores of every row, as the columns hold them; null for a class without a column. O(rows · classes) at most. */
export function classColumns(dataset: Dataset, task: MulticlassTask): (Numbers | null)[] {
  return task.classes.map(({ column: name }) => {
    const column = columnNamed(dataset, name);
    return column === null ? null : numbersOf(column, dataset.rowCount);
  });
}

/** Whether a row has a finite score for every class that has a column. O(classes). */
export function hasAllScores(columns: readonly (Numbers | null)[], row: number): boolean {
  return columns.every((column) => column === null || Number.isFinite(column[row]));
}

/**
 * The rows that belong to one of the classes and have a score for each, a split and a weight where the file has those, sorted out by
 * split, splits in order of their first row; folds all in one. O(rows · classes).
 */
export function classRows(
  dataset: Dataset,
  interpretation: SplitRoles,
  task: MulticlassTask,
  areFolds = false,
): ClassSplit[] {
  const places = classPlaces(dataset, task);
  const columns = classColumns(dataset, task);
  const weight = columnNamed(dataset, interpretation.weight);
  const isOfAClass = (row: number) => places[row] < task.classes.length && hasAllScores(columns, row);
  return Array.from(rowsBySplit(dataset, interpretation, areFolds, isOfAClass), ([name, rows]) => ({
    split: name,
    scores: {
      yTrue: Uint16Array.from(rows, (row) => places[row]),
      yScore: columns.map((column) => (column === null ? null : Float64Array.from(rows, (row) => column[row] + 0))),
      sampleWeight: weight === null ? null : Float64Array.from(rows, (row) => numberAt(weight, row)),
    },
  }));
}
