import type { Dataset } from '../dataset/dataset.ts';
import type { ColumnProfile } from '../dataset/profile.ts';
import type { Interpretation } from '../roles/interpretation.ts';
import type { Task } from '../roles/task.ts';
import type { ReadingNotes, RowAccounting } from '../rows/accounting.ts';
import type { KeptRows } from '../rows/keptRows.ts';
import type { Evaluation } from '../scores/evaluation.ts';

/** Everything known about a file once its rows are sorted out and its splits measured. */
export interface Patient {
  /** With its repairs made. */
  readonly dataset: Dataset;
  /** As read from the files. */
  readonly source: Dataset;
  readonly profiles: readonly ColumnProfile[];
  readonly interpretation: Interpretation;
  readonly task: Task;
  readonly kept: KeptRows;
  readonly evaluations: readonly Evaluation[];
  readonly accounting: RowAccounting;
  readonly notes: ReadingNotes;
}

/** A split as findings name it: by nothing in a file without splits, and where folds are looked at together. */
export const splitName = ({ split }: Evaluation, { interpretation, kept }: Patient) =>
  interpretation.split !== null && kept.splits.includes(split) ? split : '';

/** What is known of a column by its name. */
export const profileOf = ({ profiles }: Patient, column: string | null) => profiles.find(({ name }) => name === column);

/** What the negative class is called: its value, or "≠ X" where every value but X belongs to it. */
export const negativeName = ({ positiveLabel, negativeLabel }: Interpretation) => negativeLabel ?? `≠ ${positiveLabel}`;
