import { rowTestOf } from '../cases/cellTest.ts';
import { columnNamed, type Dataset, isMissingAt, numberAt, textAt } from '../dataset/dataset.ts';
import type { Interpretation } from '../roles/interpretation.ts';
import { otherModels } from './otherModels.ts';

export type SplitRoles = Pick<Interpretation, 'split' | 'weight' | 'modelColumn' | 'modelName' | 'subject'>;

/**
 * The rows of the model in view of the subject that have a split and a usable weight where the file has those, and for which something else holds, by
 * split ('all' without one), splits in order of their first row. `areFolds`: the splits are folds, which are put together. O(rows).
 */
export function rowsBySplit(
  dataset: Dataset,
  interpretation: SplitRoles,
  areFolds: boolean,
  holds: (row: number) => boolean,
): Map<string, number[]> {
  const split = columnNamed(dataset, interpretation.split);
  const weight = columnNamed(dataset, interpretation.weight);
  const models = otherModels(dataset, interpretation);
  const isInSubject = rowTestOf(dataset, interpretation.subject) ?? (() => true);
  const bySplit = new Map<string, number[]>();
  for (let row = 0; row < dataset.rowCount; row++) {
    if (!holds(row) || !isInSubject(row) || (models !== null && models.isOther[row] === 1)) continue;
    const amount = weight === null ? 1 : numberAt(weight, row);
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY) || (split !== null && isMissingAt(split, row))) continue;
    const name = split === null || areFolds ? 'all' : textAt(split, row);
    const rows = bySplit.get(name);
    if (rows === undefined) bySplit.set(name, [row]);
    else rows.push(row);
  }
  return bySplit;
}
