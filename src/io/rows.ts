import type { DecisionRule } from '../core/scores/confusion.ts';

export type Outcome = 'tp' | 'fp' | 'fn' | 'tn';

export interface RowQuery {
  readonly offset: number;
  readonly limit: number;
  readonly order: 'file' | 'scoreDescending' | 'scoreAscending';
  /** Null: every split. */
  readonly split: string | null;
  /** Null: every outcome. */
  readonly outcome: Outcome | null;
  readonly threshold: number;
  readonly rule: DecisionRule;
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
  readonly isFlagged: boolean;
  readonly outcome: Outcome;
  /** The cells as text, in the order of the columns asked for. */
  readonly cells: readonly string[];
}

export interface RowPage {
  readonly total: number;
  readonly rows: readonly TableRow[];
}
