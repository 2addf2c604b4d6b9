import type { Evaluation } from '../scores/evaluation.ts';
import type { ReadingNotes, RowAccounting } from './accounting.ts';
import type { Dataset } from './dataset.ts';
import type { Interpretation } from './interpretation.ts';
import type { KeptRows } from './keptRows.ts';
import type { ColumnProfile } from './profile.ts';
import type { Task } from './task.ts';

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
