import type { Evaluation } from '../scores/evaluation.ts';
import type { ReadingNotes, RowAccounting } from './accounting.ts';
import type { Dataset } from './dataset.ts';
import type { Interpretation } from './interpretation.ts';
import type { KeptRows } from './keptRows.ts';
import type { ColumnProfile } from './profile.ts';

/** Everything known about a file once its rows are sorted out and its splits measured. */
export interface Patient {
  /** With its repairs made. */
  readonly dataset: Dataset;
  /** As read from the files. */
  readonly source: Dataset;
  readonly profiles: readonly ColumnProfile[];
  readonly interpretation: Interpretation;
  readonly kept: KeptRows;
  readonly evaluations: readonly Evaluation[];
  readonly accounting: RowAccounting;
  readonly notes: ReadingNotes;
}
