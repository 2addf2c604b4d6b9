import { useId, useState } from 'react';
import { type Payoff, payoffOddity } from '../../../core/cost/payoff.ts';
import { payoffText } from '../../../i18n/goalText.ts';
import { translate } from '../../../i18n/translate.ts';
import type { Prices } from '../../../state/decision.ts';
import { selectPayoff, selectPrices } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { NumberField } from '../../controls/NumberField.tsx';

/** The four outcomes in the order in which people think of them, with their prices. */
const OUTCOMES = [
  ['fn', 'miss'],
  ['fp', 'falseAlarm'],
  ['tp', 'hit'],
  ['tn', 'leftAlone'],
] as const satisfies readonly (readonly [keyof Payoff, keyof Prices])[];

const MOST_PRICE = 1e15;

function Outcome({
  outcome,
  price,
}: {
  readonly outcome: keyof Payoff;
  readonly price: Exclude<keyof Prices, 'unit'>;
}) {
  const prices = useTuner(selectPrices);
  const { setPrices } = useActions();
  /** What is said of nothing, which neither costs nor earns. */
  const [isEarned, setIsEarned] = useState(false);
  const value = prices[price];
  const earns = value === 0 ? isEarned : value < 0;
  const name = translate(`payoff.${outcome}`);
  const set = (amount: number, isGain: boolean) => {
    setIsEarned(isGain);
    // Without the sum nothing would be −0, which is another number to a link.
    setPrices({ [price]: isGain ? 0 - amount : amount });
  };
  return (
    <li className="payoffOutcome">
      <span className="payoffName">{name}</span>
      <select
        className="select"
        aria-label={translate('payoff.sign', { outcome: name })}
        value={earns ? 'earn' : 'cost'}
        onChange={(event) => set(Math.abs(value), event.currentTarget.value === 'earn')}
      >
        <option value="cost">{translate('payoff.cost')}</option>
        <option value="earn">{translate('payoff.earn')}</option>
      </select>
      <NumberField
        className="ruleField"
        label={translate('payoff.amount', { outcome: name })}
        value={Math.abs(value)}
        low={0}
        high={MOST_PRICE}
        onChange={(amount) => set(amount, earns)}
      />
      <span aria-hidden="true">{prices.unit}</span>
    </li>
  );
}

/** What each of the four outcomes costs or earns, said in words and set behind them. */
export function PayoffMatrix() {
  const id = useId();
  const payoff = useTuner(selectPayoff);
  const { unit } = useTuner(selectPrices);
  const oddity = payoffOddity(payoff);
  return (
    <>
      <details className="payoff" aria-labelledby={id}>
        <summary id={id} title={translate('payoff.title')}>
          {payoffText(payoff, unit)}
        </summary>
        <ul className="payoffOutcomes">
          {OUTCOMES.map(([outcome, price]) => (
            <Outcome key={outcome} outcome={outcome} price={price} />
          ))}
        </ul>
      </details>
      {oddity !== null && <p className="hint ruleNote">{translate(`payoff.${oddity}`)}</p>}
    </>
  );
}
