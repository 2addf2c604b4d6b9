import { useMemo } from 'react';
import { cheapestThreshold, priceOf } from '../../../core/choose/impliedPrice.ts';
import { costOf } from '../../../core/cost/payoff.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatMoney, formatThreshold } from '../../../i18n/format.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { hullOf } from '../../../state/impliedPrice.ts';
import { selectPayoff, selectPrices, selectRule, selectThreshold } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { useSplitName } from '../../terms/useSplitName.ts';

/** What the cheapest threshold, its mistakes and its cost would be if a miss cost twice what it does. */
export function DoubledPrice({ on }: { readonly on: Evaluation }) {
  const rule = useTuner(selectRule);
  const payoff = useTuner(selectPayoff);
  const { unit } = useTuner(selectPrices);
  const change = useMemo(() => {
    const doubled = { ...payoff, fn: 2 * payoff.fn };
    const [price, twice] = [priceOf(payoff), priceOf(doubled)];
    if (typeof price !== 'number' || typeof twice !== 'number') return null;
    const hull = hullOf(on.index);
    const after = cheapestThreshold(on.index, hull, rule, twice);
    const before = cheapestThreshold(on.index, hull, rule, price);
    return {
      before,
      after,
      cost: costOf(after.confusion, doubled),
      costBefore: costOf(before.confusion, doubled),
    };
  }, [on, rule, payoff]);
  const isThere = useTuner((state) => change !== null && Object.is(selectThreshold(state), change.after.threshold));
  const { setThreshold } = useActions();
  const nameOf = useSplitName();
  if (change === null) return null;
  const { before, after, cost, costBefore } = change;
  const isSame = Object.is(before.threshold, after.threshold);
  return (
    <div className="doubledPrice">
      <h3>{translate('price.doubledTitle')}</h3>
      <p>
        {translate(isSame ? 'price.doubledSame' : 'price.doubled', {
          split: nameOf(on.split),
          threshold: formatThreshold(after.threshold),
          before: formatThreshold(before.threshold),
          missed: after.confusion.fn,
          missedBefore: before.confusion.fn,
          alarms: after.confusion.fp,
          alarmsBefore: before.confusion.fp,
          cost: formatMoney(cost, unit),
          costBefore: formatMoney(costBefore, unit),
        })}
        {sentenceGap()}
        <button
          type="button"
          className="linkButton"
          aria-disabled={isThere}
          onClick={() => {
            if (!isThere) setThreshold(after.threshold);
          }}
        >
          <span>{translate(isThere ? 'price.there' : 'price.goThere')}</span>
          {!isThere && <span className="visuallyHidden"> {formatThreshold(after.threshold)}</span>}
        </button>
      </p>
    </div>
  );
}
