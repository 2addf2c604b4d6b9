import type { CaseCondition } from '../core/cases/caseSelection.ts';
import { conditionText, orderText } from '../io/caseLink.ts';
import type { Link } from '../io/link.ts';
import { type CaseList, FRESH_CASES } from './caseList.ts';
import type { Notice } from './notices.ts';
import { selectColumns, selectEvaluations, selectModels } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

/** What a link says of the list of rows. A condition on something that the data does not have is reported and left out. */
export function linkedCases(
  state: TunerState,
  { caseSelection = [], caseOrder = FRESH_CASES.caseOrder, caseSearch = '' }: Link,
  notices: Notice[],
): Pick<CaseList, 'caseSelection' | 'caseOrder' | 'caseSearch' | 'openCase'> {
  const ignored = (name: string, value: string) => notices.push({ code: 'linkValueIgnored', values: { name, value } });
  const isThere = (condition: CaseCondition): boolean => {
    if ('column' in condition) return selectColumns(state).some(({ name }) => name === condition.column);
    if (condition.kind === 'split') return selectEvaluations(state).some(({ split }) => split === condition.split);
    if (condition.kind !== 'flip' || condition.other.kind !== 'model') return true;
    return selectModels(state)?.names.includes(condition.other.model) ?? false;
  };
  const isOrder = typeof caseOrder === 'string' || selectColumns(state).some(({ name }) => name === caseOrder.column);
  if (!isOrder) ignored('sort', orderText(caseOrder));
  return {
    caseSelection: caseSelection.filter((condition) => {
      const keeps = isThere(condition);
      if (!keeps) ignored('show', conditionText(condition));
      return keeps;
    }),
    caseOrder: isOrder ? caseOrder : FRESH_CASES.caseOrder,
    caseSearch,
    openCase: null,
  };
}

/** The list of rows for a link; only what departs from a fresh one. */
export const casesLink = ({ caseSelection, caseOrder, caseSearch }: CaseList): Link => ({
  ...(caseSelection.length === 0 ? {} : { caseSelection }),
  ...(caseOrder === FRESH_CASES.caseOrder ? {} : { caseOrder }),
  ...(caseSearch === '' ? {} : { caseSearch }),
});
