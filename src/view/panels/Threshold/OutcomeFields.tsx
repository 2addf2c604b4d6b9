import { useState } from 'react';
import type { Payoff } from '../../../core/cost/payoff.ts';
import { translate } from '../../../i18n/translate.ts';
import { NumberField } from '../../controls/NumberField.tsx';

const MOST_PRICE = 1e15;

interface OutcomeFieldsProps {
  readonly outcome: keyof Payoff;
  /** Below 0 where it is earned. */
  readonly value: number;
  /** The name of the amount. */
  readonly label: string;
  /** What stands behind the amount. */
  readonly per: string;
  readonly onChange: (value: number) => void;
}

/** One outcome with its direction in words and its amount. */
export function OutcomeFields({ outcome, value, label, per, onChange }: OutcomeFieldsProps) {
  /** What is said of nothing, which neither costs nor earns. */
  const [isEarned, setIsEarned] = useState(false);
  const earns = value === 0 ? isEarned : value < 0;
  const name = translate(`payoff.${outcome}`);
  const set = (amount: number, isGain: boolean) => {
    setIsEarned(isGain);
    // Without the sum nothing would be −0, which is another number to a link.
    onChange(isGain ? 0 - amount : amount);
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
        label={label}
        value={Math.abs(value)}
        low={0}
        high={MOST_PRICE}
        onChange={(amount) => set(amount, earns)}
      />
      <span aria-hidden="true">{per}</span>
    </li>
  );
}
