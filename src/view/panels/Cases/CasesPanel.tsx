import { useEffect, useState } from 'react';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectColumns } from '../../../state/selectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { COLUMN_LIMIT } from '../../rowsTable/shownColumns.ts';
import { STRETCH, useStretch } from '../../rowsTable/useStretch.ts';
import { CaseConditions } from './CaseConditions.tsx';
import { CaseDialog } from './CaseDialog.tsx';
import { CaseFilters } from './CaseFilters.tsx';
import { CaseTable } from './CaseTable.tsx';
import { selectionSentence } from './conditionWords.ts';
import { SaveCases } from './SaveCases.tsx';
import { useCaseGround } from './useCaseGround.ts';
import { useCaseWindow } from './useCaseWindow.ts';
import '../../rowsTable/rowsTable.css';
import './Cases.css';

/** The rows asked for, each with its decision and how that turned out; one of them in full. */
export function CasesPanel() {
  const ground = useCaseGround();
  const selection = useTuner((state) => state.caseSelection);
  const order = useTuner((state) => state.caseOrder);
  const search = useTuner((state) => state.caseSearch);
  const openCase = useTuner((state) => state.openCase);
  const allColumns = useTuner(selectColumns);
  const { first, from, goTo } = useStretch();
  const [active, setActive] = useState(0);
  const { answer, isBehind } = useCaseWindow(from, STRETCH);
  // Another list begins at its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever one of them changes
  useEffect(() => {
    goTo(0);
    setActive(0);
  }, [selection, order, search]);
  if (ground === null) return null;
  const total = answer?.page.total ?? 0;
  return (
    <section className="panel casesPanel" aria-labelledby="cases-title">
      <div className="panelHead">
        <h2 id="cases-title" tabIndex={-1} data-arrival="">
          {translate('cases.title')}
        </h2>
        <SaveCases total={total} />
      </div>
      <p className="caseSentence" role="status">
        {answer === null || isBehind ? translate('cases.counting') : selectionSentence(total, selection, ground)}
      </p>
      <CaseConditions ground={ground} />
      <CaseFilters />
      <p id="cases-keys" className="hint">
        {translate('cases.keys')}
        {answer !== null && answer.columns.length < allColumns.length && (
          <>
            {sentenceGap()}
            {translate('rows.columns', { count: COLUMN_LIMIT, total: allColumns.length })}
          </>
        )}
      </p>
      {answer !== null && (
        <CaseTable
          answer={answer}
          isBehind={isBehind}
          first={first}
          active={active}
          onFirst={goTo}
          onActive={setActive}
        />
      )}
      {openCase !== null && answer !== null && (
        <CaseDialog row={openCase} answer={answer} active={active} onActive={setActive} />
      )}
    </section>
  );
}
