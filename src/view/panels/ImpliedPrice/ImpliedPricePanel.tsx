import { useRef } from 'react';
import { breakEvenProbability, type CheapThreshold, type ImpliedPrice } from '../../../core/choose/impliedPrice.ts';
import { areProbabilities } from '../../../core/metrics/probability.ts';
import { confusionAt } from '../../../core/scores/confusion.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatMetric, formatRatio } from '../../../i18n/format.ts';
import { capitalized, sentenceGap } from '../../../i18n/joined.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import { selectImpliedPrice, selectStatedPrice } from '../../../state/impliedPrice.ts';
import { selectChosenOn, selectRule, selectThreshold } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { Sentence } from '../../controls/Sentence.tsx';
import { TopicTerm } from '../../terms/TopicTerm.tsx';
import { thresholdName } from '../../terms/thresholdName.ts';
import { useSplitName } from '../../terms/useSplitName.ts';
import { DoubledPrice } from './DoubledPrice.tsx';
import { PriceSlider } from './PriceSlider.tsx';
import './ImpliedPrice.css';

/** The price of a miss that the threshold acts on, moved by hand in either direction. */
export function ImpliedPricePanel() {
  const on = useTuner(selectChosenOn);
  const implied = useTuner(selectImpliedPrice);
  const nameOf = useSplitName();
  if (on === null || implied === null) return null;
  return (
    <section className="panel pricePanel" aria-labelledby="price-title">
      <div className="panelHead">
        <h2 id="price-title">{translate('price.title')}</h2>
      </div>
      {implied.kind === 'oneClass' ? (
        <p>
          {translate(implied.absent === 'positives' ? 'price.noPositives' : 'price.noNegatives', {
            split: nameOf(on.split),
          })}
        </p>
      ) : (
        <>
          <Answer implied={implied} on={on} />
          <PriceSlider implied={implied} on={on} />
          <StatedPrice implied={implied} on={on} />
          <DoubledPrice on={on} />
        </>
      )}
    </section>
  );
}

type Priced = Exclude<ImpliedPrice, { kind: 'oneClass' }>;

interface AnswerProps {
  readonly implied: Priced;
  readonly on: Evaluation;
}

function Answer({ implied, on }: AnswerProps) {
  const answer = useRef<HTMLDivElement>(null);
  const nameOf = useSplitName();
  // The buttons go away with what they mend; the focus stays with the answer, which then says what they did.
  const onGone = () => answer.current?.focus({ preventScroll: true });
  return (
    <div ref={answer} tabIndex={-1}>
      {implied.kind === 'never' ? (
        <BestAtNoPrice implied={implied} on={on} onGone={onGone} />
      ) : (
        <CheapestRange implied={implied} split={nameOf(on.split)} />
      )}
    </div>
  );
}

interface CheapestRangeProps {
  readonly implied: Priced & { kind: 'cheapest' };
  readonly split: string;
}

function CheapestRange({ implied, split }: CheapestRangeProps) {
  const { low, high, price } = implied;
  if (Number.isNaN(price)) return <p>{translate('price.always', { split })}</p>;
  const [act, range]: readonly [TextKey, TextKey] =
    low === 0
      ? ['price.actAtMost', 'price.rangeAtMost']
      : high === Infinity
        ? ['price.actAtLeast', 'price.rangeAtLeast']
        : ['price.act', low === high ? 'price.edge' : 'price.range'];
  return (
    <p>
      <Act textKey={act} price={price} />
      {sentenceGap()}
      {translate(range, { low: formatRatio(low), high: formatRatio(high), split })}
    </p>
  );
}

function Act({ textKey, price }: { readonly textKey: TextKey; readonly price: number }) {
  const shown = formatRatio(price);
  return (
    <Sentence
      textKey={textKey}
      holes={{ price: <strong className="impliedPrice">{shown}</strong> }}
      counts={{ price: Number(shown) }}
    />
  );
}

interface BestAtNoPriceProps {
  readonly implied: Priced & { kind: 'never' };
  readonly on: Evaluation;
  readonly onGone: () => void;
}

function BestAtNoPrice({ implied, on, onGone }: BestAtNoPriceProps) {
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const { better, price, loss } = implied;
  const split = useSplitName()(on.split);
  const buttons = (
    <span className="betterThresholds">
      {better.map((each) => (
        <BetterThreshold key={each.threshold} better={each} onGone={onGone} />
      ))}
    </span>
  );
  if (price === 0 || price === Infinity) {
    const { confusion } = better[0];
    const here = confusionAt(on.index, threshold, rule);
    const key = price === 0 ? 'price.neverFewerMisses' : 'price.neverFewerAlarms';
    const count = price === 0 ? here.fn - confusion.fn : here.fp - confusion.fp;
    return (
      <>
        <p>{translate(key, { split, count })}</p>
        {buttons}
      </>
    );
  }
  return (
    <>
      <p>
        <Act textKey="price.actAbout" price={price} />
        {sentenceGap()}
        {translate('price.never', { split, loss: formatRatio(loss) })}
      </p>
      {buttons}
    </>
  );
}

interface BetterThresholdProps {
  readonly better: CheapThreshold;
  readonly onGone: () => void;
}

function BetterThreshold({ better: { threshold, confusion }, onGone }: BetterThresholdProps) {
  const { setThreshold } = useActions();
  return (
    <button
      type="button"
      className="button betterThreshold"
      onClick={() => {
        setThreshold(threshold);
        onGone();
      }}
    >
      {translate('price.better', {
        threshold: capitalized(thresholdName(threshold)),
        missed: confusion.fn,
        alarms: confusion.fp,
      })}
    </button>
  );
}

/** How a price that lies in a range is said to fit. */
function fitKey(low: number, high: number): TextKey {
  if (low === high || (low === 0 && high === Infinity)) return 'price.statedFits';
  if (low === 0) return 'price.statedFitsAtMost';
  return high === Infinity ? 'price.statedFitsAtLeast' : 'price.statedFitsRange';
}

/** What the user's own prices come to, and whether the threshold fits them. */
function StatedPrice({ implied, on }: AnswerProps) {
  const stated = useTuner(selectStatedPrice);
  if (typeof stated !== 'number') return <p className="hint">{translate(`payoff.${stated}`)}</p>;
  const fits = implied.kind === 'cheapest' && implied.low <= stated && stated <= implied.high;
  return (
    <p className="hint">
      {translate(fits ? fitKey(implied.low, implied.high) : 'price.stated', {
        price: formatRatio(stated),
        ...(fits && { low: formatRatio(implied.low), high: formatRatio(implied.high) }),
      })}
      {sentenceGap()}
      {areProbabilities(on.index) && (
        <TopicTerm
          topic="impliedPrice"
          explain={() => (
            <p>
              {translate('price.breakEvenTerm', {
                price: formatRatio(stated),
                probability: formatMetric(breakEvenProbability(stated)),
              })}
            </p>
          )}
        >
          {translate('price.breakEven')}
        </TopicTerm>
      )}
    </p>
  );
}
