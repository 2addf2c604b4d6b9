import { costOf } from '../../../core/cost/payoff.ts';
import { confusionAt } from '../../../core/scores/confusion.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatMoney } from '../../../i18n/format.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectReportedOn } from '../../../state/certainty.ts';
import { selectDoubledPrice } from '../../../state/doubledPrice.ts';
import { selectPrices, selectRule, selectThreshold } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { thresholdName } from '../../terms/thresholdName.ts';
import { useSplitName } from '../../terms/useSplitName.ts';

/** What the cheapest threshold, its mistakes and its cost would be if a miss cost twice what it does, and what that costs on other rows. */
export function DoubledPrice({ on }: { readonly on: Evaluation }) {
  const doubled = useTuner(selectDoubledPrice);
  const rule = useTuner(selectRule);
  const { unit } = useTuner(selectPrices);
  const reportedOn = useTuner(selectReportedOn);
  const isThere = useTuner((state) => doubled !== null && Object.is(selectThreshold(state), doubled.after.threshold));
  const { setThreshold } = useActions();
  const nameOf = useSplitName();
  if (doubled === null) return null;
  const { before, after, payoff } = doubled;
  const isSame = Object.is(before.threshold, after.threshold);
  const elsewhere = (threshold: number) =>
    reportedOn === null ? '' : formatMoney(costOf(confusionAt(reportedOn.index, threshold, rule), payoff), unit);
  return (
    <div className="doubledPrice">
      <h3>{translate('price.doubledTitle')}</h3>
      <p>
        {translate(isSame ? 'price.doubledSame' : 'price.doubled', {
          split: nameOf(on.split),
          threshold: thresholdName(after.threshold),
          before: thresholdName(before.threshold),
          missed: after.confusion.fn,
          missedBefore: before.confusion.fn,
          alarms: after.confusion.fp,
          alarmsBefore: before.confusion.fp,
          cost: formatMoney(costOf(after.confusion, payoff), unit),
          costBefore: formatMoney(costOf(before.confusion, payoff), unit),
        })}
        {sentenceGap()}
        {reportedOn !== null &&
          translate(isSame ? 'price.doubledSameElsewhere' : 'price.doubledElsewhere', {
            split: nameOf(reportedOn.split),
            rows: reportedOn.rows,
            before: thresholdName(before.threshold),
            cost: elsewhere(after.threshold),
            costBefore: elsewhere(before.threshold),
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
          {!isThere && <span className="visuallyHidden"> {thresholdName(after.threshold)}</span>}
        </button>
      </p>
    </div>
  );
}
