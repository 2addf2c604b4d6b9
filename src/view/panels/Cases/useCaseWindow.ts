import { useEffect, useMemo, useState } from 'react';
import type { ColumnProfile } from '../../../core/dataset/profile.ts';
import type { CasePage } from '../../../state/caseList.ts';
import { selectDecidingGroups } from '../../../state/fairnessSelectors.ts';
import { selectColumns, selectHasFiles, selectRule, selectThreshold } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { type WidestTexts, widestTexts } from '../../rowsTable/ColumnWidths.tsx';
import { shownColumns } from '../../rowsTable/shownColumns.ts';
import { caseTexts } from './caseTexts.ts';

export interface CaseAnswer {
  readonly page: CasePage;
  readonly offset: number;
  readonly columns: readonly ColumnProfile[];
  /** Of all rows fetched so far, those texts of each column that may be the widest. */
  readonly widest: WidestTexts;
}

/**
 * A stretch of the list, fetched anew when what is asked for changes; the last answer stays meanwhile, and `isBehind` says so. Nothing
 * of another file is ever given.
 */
export function useCaseWindow(offset: number, limit: number): { answer: CaseAnswer | null; isBehind: boolean } {
  const dataset = useTuner((state) => state.opened?.dataset);
  const prepared = useTuner((state) => state.opened?.prepared);
  const selection = useTuner((state) => state.caseSelection);
  const order = useTuner((state) => state.caseOrder);
  const search = useTuner((state) => state.caseSearch);
  const marks = useTuner((state) => state.marks);
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const groups = useTuner(selectDecidingGroups);
  const allColumns = useTuner(selectColumns);
  const { fetchCases } = useActions();
  const places = useMemo(() => shownColumns(allColumns, prepared?.interpretation), [allColumns, prepared]);
  const ofMarked = selection.some(({ kind }) => kind === 'marked') ? marks : null;
  /** What the answer depends on, whichever stretch of it. */
  const question = useMemo(
    () => ({ dataset, prepared, selection, order, search, ofMarked, threshold, rule, groups }),
    [dataset, prepared, selection, order, search, ofMarked, threshold, rule, groups],
  );
  const hasFiles = useTuner(selectHasFiles);
  const [last, setLast] = useState<
    (CaseAnswer & { readonly question: typeof question; readonly places: typeof places }) | null
  >(null);
  useEffect(() => {
    let isCurrent = true;
    void fetchCases({ offset, limit, columns: places }).then((fetched) => {
      if (!isCurrent || fetched === null) return;
      const texts = fetched.rows.map((row) => caseTexts(row, hasFiles));
      setLast((before) => {
        const hasSameColumns = before?.question.dataset === question.dataset && before?.places === places;
        const widest = widestTexts(texts, hasSameColumns ? before.widest : []);
        const columns = hasSameColumns ? before.columns : places.map((place) => allColumns[place]);
        const page = hasSameColumns && before.question === question ? keepingKnown(before.page, fetched) : fetched;
        return { page, offset, columns, widest, question, places };
      });
    });
    return () => {
      isCurrent = false;
    };
  }, [question, offset, limit, places, allColumns, hasFiles, fetchCases]);
  const answer = last?.question.dataset === dataset ? last : null;
  return { answer, isBehind: answer !== null && answer.question !== question };
}

/** A page whose rows are those of the page before where both hold them: what is drawn already need not be drawn anew. O(rows). */
function keepingKnown(before: CasePage, page: CasePage): CasePage {
  const known = new Map(before.rows.map((row) => [row.row, row]));
  return { ...page, rows: page.rows.map((row) => known.get(row.row) ?? row) };
}
