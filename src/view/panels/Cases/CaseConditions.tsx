import { translate } from '../../../i18n/translate.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { type ConditionGround, conditionWords } from './conditionWords.ts';

/** Every condition of the list with a way to drop it. */
export function CaseConditions({ ground }: { readonly ground: ConditionGround }) {
  const selection = useTuner((state) => state.caseSelection);
  const { setCaseSelection } = useActions();
  if (selection.length === 0) return <p className="hint">{translate('cases.lead')}</p>;
  return (
    <div className="caseConditions">
      <ul className="caseChips" aria-label={translate('cases.conditions')}>
        {selection.map((condition, place) => {
          const words = conditionWords(condition, ground);
          return (
            <li key={words} className="caseChip">
              <span>{words}</span>
              <button
                type="button"
                className="iconButton"
                aria-label={translate('cases.drop', { condition: words })}
                onClick={() => setCaseSelection(selection.toSpliced(place, 1))}
              >
                <span aria-hidden="true">✕</span>
              </button>
            </li>
          );
        })}
      </ul>
      <button type="button" className="button" onClick={() => setCaseSelection([])}>
        {translate('cases.dropAll')}
      </button>
    </div>
  );
}
