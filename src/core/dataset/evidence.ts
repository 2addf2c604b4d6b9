import { type Column, columnNamed, type Dataset, placeOf, textAt } from './dataset.ts';
import type { SaidValues } from './said.ts';

/** A number that shows something, as a code with values; the sentence lives in i18n as `fact.<code>`. */
export type FactCode =
  | 'range' // column, low, high
  | 'outside' // count, total
  | 'auc' // auc, pairs
  | 'aucTurned' // auc
  | 'classMean' // label, count, mean
  | 'value' // value, count
  | 'skipped' // reason, count
  | 'candidate' // column, low, high, auc
  | 'candidateValues'; // column, values

export interface Fact {
  readonly code: FactCode;
  readonly values: SaidValues;
}

export interface EvidenceRow {
  readonly file: string;
  readonly line: number;
  /** As they stand in the file, in the order of the evidence's columns. */
  readonly cells: readonly string[];
}

/** What shows that a finding is so: numbers, and the first rows concerned. */
export interface Evidence {
  readonly facts: readonly Fact[];
  readonly columns: readonly string[];
  readonly rows: readonly EvidenceRow[];
}

/** Rows shown as evidence, at most. */
export const EVIDENCE_ROWS = 20;

/** The first of the given rows with their cells in some columns; columns that the dataset does not have are passed over. O(rows shown). */
export function evidenceRows(
  dataset: Dataset,
  rows: Iterable<number>,
  columns: readonly (string | null)[],
): Pick<Evidence, 'columns' | 'rows'> {
  const shown = [...new Set(columns)].map((name) => columnNamed(dataset, name)).filter((column) => column !== null);
  const first: EvidenceRow[] = [];
  for (const row of rows) {
    if (first.length === EVIDENCE_ROWS) break;
    first.push({ ...placeOf(dataset, row), cells: shown.map((column: Column) => textAt(column, row)) });
  }
  return { columns: shown.map(({ name }) => name), rows: first };
}
