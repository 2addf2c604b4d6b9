import { type Dataset, textAt } from '../../core/dataset/dataset.ts';
import type { KeptRows } from '../../core/rows/keptRows.ts';
import { isFlagged } from '../../core/scores/confusion.ts';
import { type RowDecision, thresholdAt } from '../../core/scores/rowDecision.ts';
import { outcomeOf } from '../outcome.ts';
import { uniqueNames } from '../uniqueNames.ts';
import { csvLine } from './csvText.ts';
import { CSV } from './savedFile.ts';

/** What is written beside a row's own cells. */
export const ADDED = [
  'cutpoint_score',
  'cutpoint_threshold',
  'cutpoint_rule',
  'cutpoint_prediction',
  'cutpoint_outcome',
];
/** Rows written at a stretch, before others get their turn. */
const STRETCH = 20_000;

/**
 * Every kept row of a split (null: of all) as CSV: its own cells, the split among them, its score of the positive class, the threshold that
 * decides about it, the rule, the decision and how it turned out.
 */
export async function rowsCsv(
  signal: AbortSignal,
  dataset: Dataset,
  kept: KeptRows,
  split: string | null,
  decision: RowDecision,
): Promise<Blob> {
  const { columns } = dataset;
  const { rule } = decision;
  const wantedSplit = split === null ? null : kept.splits.indexOf(split);
  const parts = [csvLine(uniqueNames([...columns.map(({ name }) => name), ...ADDED]))];
  for (let from = 0; from < kept.rows.length; from += STRETCH) {
    const lines: string[] = [];
    for (let i = from; i < Math.min(from + STRETCH, kept.rows.length); i++) {
      if (wantedSplit !== null && (kept.splitOf?.[i] ?? 0) !== wantedSplit) continue;
      const score = kept.yScore[i];
      const threshold = thresholdAt(decision, i);
      const flagged = isFlagged(score, threshold, rule);
      const outcome = outcomeOf(kept.yTrue[i], flagged).toUpperCase();
      const cells = columns.map((column) => textAt(column, kept.rows[i]));
      lines.push(csvLine([...cells, score, threshold, rule, flagged ? 1 : 0, outcome]));
    }
    parts.push(lines.join(''));
    await new Promise((resume) => setTimeout(resume));
    signal.throwIfAborted();
  }
  return new Blob(parts, { type: CSV });
}
