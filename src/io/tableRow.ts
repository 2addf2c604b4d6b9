import { type Column, type Dataset, placeOf, textAt } from '../core/dataset/dataset.ts';
import type { KeptRows } from '../core/rows/keptRows.ts';
import { isFlagged } from '../core/scores/confusion.ts';
import { type RowDecision, thresholdAt } from '../core/scores/rowDecision.ts';
import { outcomeOf } from './outcome.ts';
import type { TableRow } from './rows.ts';

/** A kept row with its decision, how that turned out, and some of its cells. O(columns). */
export function tableRow(
  dataset: Dataset,
  kept: KeptRows,
  place: number,
  decision: RowDecision,
  columns: readonly Column[],
): TableRow {
  const row = kept.rows[place];
  const score = kept.yScore[place];
  const threshold = thresholdAt(decision, place);
  const flagged = isFlagged(score, threshold, decision.rule);
  return {
    row,
    ...placeOf(dataset, row),
    score,
    threshold,
    isFlagged: flagged,
    outcome: outcomeOf(kept.yTrue[place], flagged),
    cells: columns.map((column) => textAt(column, row)),
  };
}
