import { type Column, columnNamed, type Dataset, textAt } from '../dataset/dataset.ts';
import type { Interpretation } from '../roles/interpretation.ts';

/** The column that names models, with 1 for each row of another than the one in view. */
export interface OtherModels {
  readonly column: Column;
  readonly isOther: Uint8Array;
}

/** Null where no column names models. Decided once per different cell. O(rows). */
export function otherModels(
  dataset: Dataset,
  { modelColumn, modelName }: Pick<Interpretation, 'modelColumn' | 'modelName'>,
): OtherModels | null {
  const column = columnNamed(dataset, modelColumn);
  if (column === null) return null;
  const { rowCount } = dataset;
  const isOther = new Uint8Array(rowCount);
  if (column.kind === 'category') {
    const others = Uint8Array.from(column.dictionary, (text) => (text === modelName ? 0 : 1));
    for (let row = 0; row < rowCount; row++) isOther[row] = others[column.codes[row]];
  } else for (let row = 0; row < rowCount; row++) isOther[row] = textAt(column, row) === modelName ? 0 : 1;
  return { column, isOther };
}
