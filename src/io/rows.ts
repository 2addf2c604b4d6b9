import type { DecisionRule } from '../core/scores/confusion.ts';
import type { GroupThresholds } from '../core/slices/groupThresholds.ts';

export type Outcome = 'tp' | 'fp' | 'fn' | 'tn';

/** What decides about the rows that are asked for. */
export interface AskedDecision {
  readonly threshold: number;
  readonly rule: DecisionRule;
  /** Thresholds of groups, which stand there in the place of the one; null or left out where it decides about all. */
  readonly groups?: GroupThresholds | null;
}

export interface RowQuery extends AskedDecision {
  readonly offset: number;
  readonly limit: number;
  readonly order: 'file' | 'scoreDescending' | 'scoreAscending';
  /** Null: every split. */
  readonly split: string | null;
  /** Null: every outcome. */
  readonly outcome: Outcome | null;
  /** The columns whose cells are wanted, as places among those of the present reading; all of them if left out. */
  readonly columns?: readonly number[];
}

export interface TableRow {
  /** Place of the row in the dataset, from 0. */
  readonly row: number;
  readonly file: string;
  readonly line: number;
  /** The score of the positive class, as decided on. */
  readonly score: number;
  /** The threshold that decides about it. */
  readonly threshold: number;
  readonly isFlagged: boolean;
  readonly outcome: Outcome;
  /** The cells as text, in the order of the columns asked for. */
  readonly cells: readonly string[];
}

export interface RowPage {
  readonly total: number;
  readonly rows: readonly TableRow[];
}

/** Which rows are written, and by what they are decided. */
export type RowsToWrite = AskedDecision & Pick<RowQuery, 'split'>;
