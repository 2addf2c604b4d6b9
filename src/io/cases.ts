import type { CaseSelection } from '../core/cases/caseSelection.ts';
import type { CorrectionProblem, CorrectionReport } from '../core/cases/correctLabels.ts';
import type { CaseOrder } from '../core/cases/orderCases.ts';
import type { FlipCounts } from '../core/compare/flips.ts';
import type { Interpretation } from '../core/roles/interpretation.ts';
import type { Evaluation } from '../core/scores/evaluation.ts';
import type { Grouping, GroupValue } from '../core/slices/grouping.ts';
import type { PredictionTrace } from '../core/trace/tracePrediction.ts';
import type { AskedDecision, Outcome, RowPage, TableRow } from './rows.ts';

/** Which rows are asked for, in which order. */
export interface CaseQuery extends AskedDecision {
  readonly selection: CaseSelection;
  readonly order: CaseOrder;
  /** Words that must stand in some cell of a row each; '' leaves nothing out. */
  readonly search: string;
  /** Places in the dataset of the rows whose label was marked as wrong, ascending. */
  readonly marked: readonly number[];
  /** The reading with the other model, where the selection asks for flips between models; else null. */
  readonly otherReading: Interpretation | null;
}

/** The part of a list that is looked at. */
export interface CaseWindow {
  readonly offset: number;
  readonly limit: number;
  /** The columns whose cells are wanted, as places among those of the present reading; all of them if left out. */
  readonly columns?: readonly number[];
}

export type CasePage = RowPage;

/** One row in full. */
export interface WholeCase extends TableRow {
  readonly isPositive: boolean;
  readonly names: readonly string[];
  /** The score of every class, and whether it is the true one; empty where the file has one score only. */
  readonly classes: readonly { readonly label: string; readonly score: number; readonly isTrue: boolean }[];
  /** How its score came about. */
  readonly trace: PredictionTrace;
}

/** What changes sides in each group; of very many groups those with the most rows, and all others as one. */
export interface GroupFlips {
  readonly grouping: Grouping;
  readonly groups: readonly { readonly values: readonly GroupValue[]; readonly counts: FlipCounts }[];
  readonly others: { readonly count: number; readonly counts: FlipCounts } | null;
}

/** What changes sides between another decision and the present one. */
export interface FlipSummary {
  /** The threshold at which the other decision was made. */
  readonly otherThreshold: number;
  readonly all: FlipCounts;
  /** Null where no groups were asked for. */
  readonly byGroup: GroupFlips | null;
  /** Rows of the split that the other model says nothing of. */
  readonly unpaired: number;
}

/** A row as it is handed to somebody who labels rows. */
export interface CaseToWrite {
  readonly outcome: Outcome;
  readonly score: number;
}

/** What was said of a row's label. */
export interface CaseMark {
  readonly row: number;
  readonly note: string;
}

/** The splits with corrected labels, or why a file holds no corrections. */
export type Corrections =
  | { readonly evaluations: readonly Evaluation[]; readonly report: CorrectionReport }
  | { readonly problem: CorrectionProblem };

export interface CasesToWrite {
  readonly query: CaseQuery;
  readonly format: 'csv' | 'jsonl';
  /** The first so many rows; null: all. */
  readonly limit: number | null;
  readonly marks: readonly CaseMark[];
}
