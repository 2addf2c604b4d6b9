import type { CaseCondition, CaseSelection } from '../core/cases/caseSelection.ts';
import type { CaseOrder } from '../core/cases/orderCases.ts';
import type { Prepared } from '../core/prepare/prepared.ts';
import type { SourceFile } from '../io/io.ts';
import type { CaseList, CasePage, CaseWindow, Corrections, FlipSummary, LabelMark, WholeCase } from './caseList.ts';

export interface CasesSlice extends CaseList {
  /** Opens the list of exactly these rows, of the split in view unless the selection names one. */
  showCases(selection: CaseSelection): void;
  setCaseSelection(selection: CaseSelection): void;
  /** In place of a condition that speaks of the same thing. */
  addCaseCondition(condition: CaseCondition): void;
  setCaseOrder(order: CaseOrder): void;
  setCaseSearch(text: string): void;
  setOpenCase(row: number | null): void;
  /** Marks the label of a row as wrong, or takes the mark off. */
  markCase(row: number, mark: LabelMark | null): void;
  /** A page of the list; null where nothing is open, or a newer page is asked for. */
  fetchCases(window: CaseWindow): Promise<CasePage | null>;
  fetchCase(row: number): Promise<WholeCase | null>;
  /** What changes sides by the flip of a selection. */
  fetchFlips(selection: CaseSelection): Promise<FlipSummary | null>;
  /** What corrected labels came to, beside the reading they were read for; null where there are none. */
  readonly corrections: { readonly of: Prepared; readonly file: string; readonly found: Corrections } | null;
  /** Reads corrected labels; the labels of the file stay as they are. */
  readCorrections(files: readonly SourceFile[]): Promise<void>;
  dropCorrections(): void;
  /** Saves the list, or its first rows. */
  saveCases(format: 'csv' | 'jsonl', limit: number | null): Promise<void>;
}
