import { useState } from 'react';
import { outcomeConditions, withCondition } from '../../../core/cases/caseSelection.ts';
import type { CaseOrder } from '../../../core/cases/orderCases.ts';
import { translate } from '../../../i18n/translate.ts';
import type { Outcome } from '../../../state/rows.ts';
import { selectEvaluations, selectHasSplits } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { useNarrow } from '../../controls/useNarrow.ts';
import { AddCondition } from './AddCondition.tsx';
import { outcomeIn } from './conditionWords.ts';

const OUTCOMES: readonly Outcome[] = ['tp', 'fp', 'fn', 'tn'];
const ORDERS = ['distance', 'scoreDescending', 'scoreAscending', 'file'] as const;
const BY_COLUMN = 'column';

function OutcomeSelect() {
  const selection = useTuner((state) => state.caseSelection);
  const { setCaseSelection } = useActions();
  return (
    <label>
      <span className="hint">{translate('cases.outcome')}</span>
      <select
        className="select"
        value={outcomeIn(selection) ?? ''}
        onChange={(event) => {
          const outcome = OUTCOMES.find((each) => each === event.currentTarget.value);
          const rest = selection.filter(({ kind }) => kind !== 'label' && kind !== 'flagged');
          setCaseSelection(outcome === undefined ? rest : [...outcomeConditions(outcome), ...rest]);
        }}
      >
        <option value="">{translate('cases.outcome.any')}</option>
        {OUTCOMES.map((outcome) => (
          <option key={outcome} value={outcome}>
            {translate(`outcome.${outcome}.long`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function SplitSelect() {
  const selection = useTuner((state) => state.caseSelection);
  const evaluations = useTuner(selectEvaluations);
  const hasSplits = useTuner(selectHasSplits);
  const { setCaseSelection } = useActions();
  if (!hasSplits) return null;
  const present = selection.find(({ kind }) => kind === 'split');
  return (
    <label>
      <span className="hint">{translate('cases.split')}</span>
      <select
        className="select"
        value={present?.kind === 'split' ? present.split : ''}
        onChange={(event) => {
          const name = event.currentTarget.value;
          const isThere = evaluations.some(({ split }) => split === name);
          setCaseSelection(
            isThere
              ? withCondition(selection, { kind: 'split', split: name })
              : selection.filter(({ kind }) => kind !== 'split'),
          );
        }}
      >
        <option value="">{translate('cases.split.all')}</option>
        {evaluations.map(({ split }) => (
          <option key={split} value={split}>
            {split}
          </option>
        ))}
      </select>
    </label>
  );
}

function OrderSelect() {
  const order = useTuner((state) => state.caseOrder);
  const { setCaseOrder } = useActions();
  return (
    <label>
      <span className="hint">{translate('cases.order')}</span>
      <select
        className="select"
        value={typeof order === 'string' ? order : BY_COLUMN}
        onChange={(event) => {
          const chosen: CaseOrder | undefined = ORDERS.find((each) => each === event.currentTarget.value);
          if (chosen !== undefined) setCaseOrder(chosen);
        }}
      >
        {ORDERS.map((each) => (
          <option key={each} value={each}>
            {translate(`cases.order.${each}`)}
          </option>
        ))}
        {typeof order !== 'string' && (
          <option value={BY_COLUMN}>
            {translate(order.isDescending ? 'cases.order.down' : 'cases.order.up', { column: order.column })}
          </option>
        )}
      </select>
    </label>
  );
}

/** What the list is narrowed and sorted by. On a narrow screen it opens when asked for, so that the list is in sight. */
export function CaseFilters() {
  // What narrows or sorts the list in its own words only, no sentence above says.
  const [isOpen] = useState(useTuner(({ caseSearch, caseOrder }) => caseSearch !== '' || caseOrder !== 'distance'));
  if (!useNarrow()) return <Fields />;
  return (
    <details className="caseFold" aria-label={translate('cases.filters')} open={isOpen}>
      <summary>{translate('cases.filters')}</summary>
      <Fields />
    </details>
  );
}

function Fields() {
  const search = useTuner((state) => state.caseSearch);
  const { setCaseSearch } = useActions();
  return (
    <div className="caseFilters">
      <OutcomeSelect />
      <SplitSelect />
      <OrderSelect />
      <label>
        <span className="hint">{translate('cases.search')}</span>
        <input
          className="select"
          type="search"
          value={search}
          onChange={(event) => setCaseSearch(event.currentTarget.value)}
        />
      </label>
      <AddCondition />
    </div>
  );
}
