import { columnNamed, type Dataset, isMissingAt, textAt } from '../dataset/dataset.ts';
import type { Interpretation } from '../roles/interpretation.ts';
import type { RowKey } from './pairRows.ts';

/** By what rows of different models are known to be the same case; `by` null: nothing tells, so that no row has a key. */
export interface CasePairing {
  readonly by: 'row' | 'id' | null;
  /** Null where a row is its own key. */
  readonly keyOf: RowKey | null;
}

/**
 * How the models of a file are paired: by the row where their scores stand in columns, by the id as written where they stand one below
 * the other. A missing id names no case. O(columns).
 */
export function casePairing(
  dataset: Dataset,
  { modelColumn, id }: Pick<Interpretation, 'modelColumn' | 'id'>,
): CasePairing {
  if (modelColumn === null) return { by: 'row', keyOf: null };
  const column = columnNamed(dataset, id);
  if (column === null) return { by: null, keyOf: () => null };
  return { by: 'id', keyOf: (row) => (isMissingAt(column, row) ? null : textAt(column, row)) };
}
