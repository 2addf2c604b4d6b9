import { useEffect, useId } from 'react';
import { type Payoff, payoffOddity } from '../../../core/cost/payoff.ts';
import { amountsText } from '../../../i18n/goalText.ts';
import { translate } from '../../../i18n/translate.ts';
import {
  selectAmounts,
  selectChosenOn,
  selectColumns,
  selectInterpretation,
  selectPrices,
  selectRuleSettings,
} from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { useSplitName } from '../../terms/useSplitName.ts';
import { OutcomeFields } from './OutcomeFields.tsx';

const OUTCOMES = ['fn', 'fp', 'tp', 'tn'] as const satisfies readonly (keyof Payoff)[];

/** The column that says how much is at stake in the rows of a class. */
function AmountColumn({ side }: { readonly side: 'positives' | 'negatives' }) {
  const { amounts } = useTuner(selectRuleSettings);
  const columns = useTuner(selectColumns);
  const reading = useTuner(selectInterpretation);
  const { setRuleSettings } = useActions();
  const usable = columns.filter(
    ({ name, numericShare }) => numericShare > 0.5 && name !== reading?.label && name !== reading?.score,
  );
  return (
    <label className="payoffOutcome">
      <span className="payoffName">{translate(`amounts.${side}`)}</span>
      <select
        className="select"
        aria-label={translate(`amounts.${side}`)}
        value={amounts[side] ?? ''}
        onChange={(event) =>
          setRuleSettings({
            amounts: { ...amounts, [side]: event.currentTarget.value === '' ? null : event.currentTarget.value },
          })
        }
      >
        <option value="">{translate('amounts.each')}</option>
        {usable.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Which columns say how much is at stake, what a unit of it costs by outcome, and which rows say nothing. */
export function AmountMatrix() {
  const id = useId();
  const { amounts } = useTuner(selectRuleSettings);
  const prepared = useTuner((state) => state.opened?.prepared);
  const measured = useTuner(selectAmounts);
  const on = useTuner(selectChosenOn);
  const nameOf = useSplitName();
  const { unit } = useTuner(selectPrices);
  const { setRuleSettings, measureAmounts } = useActions();
  const { positives, negatives, factors } = amounts;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what has to be measured anew
  useEffect(() => void measureAmounts(), [measureAmounts, prepared, positives, negatives]);
  const leftOut = measured?.find(({ evaluation }) => evaluation.split === on?.split)?.leftOut ?? 0;
  const oddity = payoffOddity(factors);
  const per = (outcome: keyof Payoff) => {
    const column = outcome === 'tp' || outcome === 'fn' ? positives : negatives;
    return column === null ? `${unit} ${translate('amounts.perCase')}` : translate('amounts.times', { column });
  };
  return (
    <>
      <details className="payoff" aria-labelledby={id} open={positives === null && negatives === null}>
        <summary id={id} title={translate('amounts.title')}>
          {amountsText(amounts, factors, unit)}
        </summary>
        <AmountColumn side="positives" />
        <AmountColumn side="negatives" />
        <ul className="payoffOutcomes">
          {OUTCOMES.map((outcome) => (
            <OutcomeFields
              key={outcome}
              outcome={outcome}
              value={factors[outcome]}
              label={translate('amounts.factor', { outcome: translate(`payoff.${outcome}`) })}
              per={per(outcome)}
              onChange={(value) =>
                setRuleSettings({ amounts: { ...amounts, factors: { ...factors, [outcome]: value } } })
              }
            />
          ))}
        </ul>
      </details>
      {leftOut > 0 && (
        <p className="hint ruleNote">
          {translate('amounts.leftOut', { count: leftOut, split: nameOf(on?.split ?? '') })}
        </p>
      )}
      {oddity !== null && <p className="hint ruleNote">{translate(`payoff.${oddity}`)}</p>}
    </>
  );
}
