import { type Column, type Dataset, placeOf, textAt } from '../core/dataset/dataset.ts';
import type { KeptRows } from '../core/dataset/keptRows.ts';
import { isFlagged } from '../core/scores/confusion.ts';
import { outcomeOf } from './outcome.ts';
import type { RowQuery, TableRow } from './rows.ts';

/** A kept row with its decision, how that turned out, and some of its cells. O(columns). */
export function tableRow(
  dataset: Dataset,
  kept: KeptRows,
  place: number,
  { threshold, rule }: Pick<RowQuery, 'threshold' | 'rule'>,
  columns: readonly Column[],
): TableRow {
  const row = kept.rows[place];
  const score = kept.yScore[place];
  const flagged = isFlagged(score, threshold, rule);
  return {
    row,
    ...placeOf(dataset, row),
    score,
    isFlagged: flagged,
    outcome: outcomeOf(kept.yTrue[place], flagged),
    cells: columns.map((column) => textAt(column, row)),
  };
}
