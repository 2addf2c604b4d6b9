import { useId } from 'react';
import { type Payoff, payoffOddity } from '../../../core/cost/payoff.ts';
import { payoffText } from '../../../i18n/goalText.ts';
import { translate } from '../../../i18n/translate.ts';
import type { Prices } from '../../../state/decision.ts';
import { selectPayoff, selectPrices } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { OutcomeFields } from './OutcomeFields.tsx';

/** The four outcomes in the order in which people think of them, with their prices. */
const OUTCOMES = [
  ['fn', 'miss'],
  ['fp', 'falseAlarm'],
  ['tp', 'hit'],
  ['tn', 'leftAlone'],
] as const satisfies readonly (readonly [keyof Payoff, keyof Prices])[];

/** What each of the four outcomes costs or earns, said in words and set behind them. */
export function PayoffMatrix() {
  const id = useId();
  const payoff = useTuner(selectPayoff);
  const { unit } = useTuner(selectPrices);
  const { setPrices } = useActions();
  const oddity = payoffOddity(payoff);
  return (
    <>
      <details className="payoff" aria-labelledby={id}>
        <summary id={id} title={translate('payoff.title')}>
          {payoffText(payoff, unit)}
        </summary>
        <ul className="payoffOutcomes">
          {OUTCOMES.map(([outcome, price]) => (
            <OutcomeFields
              key={outcome}
              outcome={outcome}
              value={payoff[outcome]}
              label={translate('payoff.amount', { outcome: translate(`payoff.${outcome}`) })}
              per={unit}
              onChange={(value) => setPrices({ [price]: value })}
            />
          ))}
        </ul>
      </details>
      {oddity !== null && <p className="hint ruleNote">{translate(`payoff.${oddity}`)}</p>}
    </>
  );
}
