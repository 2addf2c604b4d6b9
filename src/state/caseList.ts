import type { CaseSelection } from '../core/cases/caseSelection.ts';
import type { CaseOrder } from '../core/cases/orderCases.ts';

/** The words in which the view speaks of rows that are looked at one by one; the worker answers them. */
export type { CasePage, CaseWindow, Corrections, FlipSummary, WholeCase } from '../io/cases.ts';

/** What a person said of the label of a row. */
export interface LabelMark {
  readonly note: string;
}

/** Which rows are listed, and in which order; and what was said of rows, by their place in the dataset. */
export interface CaseList {
  readonly caseSelection: CaseSelection;
  readonly caseOrder: CaseOrder;
  /** Words that a row must hold. */
  readonly caseSearch: string;
  /** The row that is looked at in full, by its place in the dataset. */
  readonly openCase: number | null;
  readonly marks: ReadonlyMap<number, LabelMark>;
}

/** Of a file that was just opened. */
export const FRESH_CASES: CaseList = {
  caseSelection: [],
  caseOrder: 'distance',
  caseSearch: '',
  openCase: null,
  marks: new Map(),
};
