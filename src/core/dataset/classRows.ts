import type { ClassScores } from '../classes/classScores.ts';
import { columnNamed, type Dataset, isMissingAt, type Numbers, numberAt, numbersOf, textAt } from './dataset.ts';
import type { Interpretation } from './interpretation.ts';
import { classPlaces, type MulticlassTask } from './task.ts';

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
 * split, splits in order of their first row. O(rows · classes).
 */
export function classRows(
  dataset: Dataset,
  { split: splitName, weight: weightName }: Pick<Interpretation, 'split' | 'weight'>,
  task: MulticlassTask,
): ClassSplit[] {
  const places = classPlaces(dataset, task);
  const columns = classColumns(dataset, task);
  const split = columnNamed(dataset, splitName);
  const weight = columnNamed(dataset, weightName);
  const rowsBySplit = new Map<string, number[]>();
  for (let row = 0; row < dataset.rowCount; row++) {
    if (places[row] === task.classes.length || !hasAllScores(columns, row)) continue;
    const amount = weight === null ? 1 : numberAt(weight, row);
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY) || (split !== null && isMissingAt(split, row))) continue;
    const name = split === null ? 'all' : textAt(split, row);
    const rows = rowsBySplit.get(name);
    if (rows === undefined) rowsBySplit.set(name, [row]);
    else rows.push(row);
  }
  return Array.from(rowsBySplit, ([name, rows]) => ({
    split: name,
    scores: {
      yTrue: Uint16Array.from(rows, (row) => places[row]),
      yScore: columns.map((column) => (column === null ? null : Float64Array.from(rows, (row) => column[row] + 0))),
      sampleWeight: weight === null ? null : Float64Array.from(rows, (row) => numberAt(weight, row)),
    },
  }));
}
