import { useId } from 'react';
import { colon } from '../../../i18n/joined.ts';
import { subjectText } from '../../../i18n/subjectText.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectGroupRules, selectRuleRows } from '../../../state/groupSelectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { useRuleRows } from '../../chartState/useGroupRows.ts';
import { GroupTable } from './GroupTable.tsx';
import { RuleBuilder } from './RuleBuilder.tsx';
import './slices.css';

/** Groups that are made by hand, out of conditions on columns, with the same numbers as those made by a column. */
export function RulesPanel() {
  const titleId = useId();
  const rules = useTuner(selectGroupRules);
  const rows = useRuleRows();
  const isCurrent = useTuner((state) => selectRuleRows(state)?.isCurrent ?? false);
  const { setGroupRules } = useActions();
  return (
    <section className="panel groupsPanel" aria-labelledby={titleId}>
      <div className="panelHead">
        <h2 id={titleId}>{translate('slices.rules.title')}</h2>
      </div>
      <p className="hint">{translate('slices.rules.lead')}</p>
      <RuleBuilder />
      {rules.length > 0 && (
        <ul className="ruleList">
          {rules.map((rule, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two groups may have the same conditions
            <li key={place}>
              {rule.name !== '' && <strong>{`${rule.name}${colon()}`}</strong>}
              {subjectText(rule.conditions)}{' '}
              <button
                type="button"
                className="iconButton"
                aria-label={translate('slices.rules.drop', { group: rule.name || subjectText(rule.conditions) })}
                onClick={() => setGroupRules(rules.filter((_, at) => at !== place))}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {rules.length > 0 && rows === null && <p role="status">{translate('slices.rules.waiting')}</p>}
      {rows !== null && (
        <div className={isCurrent ? 'groupsAnswer' : 'groupsAnswer late'} aria-busy={!isCurrent}>
          <GroupTable rows={rows} titleId={titleId} />
        </div>
      )}
    </section>
  );
}
