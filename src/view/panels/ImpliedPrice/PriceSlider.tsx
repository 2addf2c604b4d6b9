import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { cheapestThreshold, type ImpliedPrice } from '../../../core/choose/impliedPrice.ts';
import { nextPrice, priceAtStop, priceNear, priceScale, shareOfPrice } from '../../../core/choose/priceScale.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatRatio, formatSpokenThreshold } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { hullOf, selectStatedPrice } from '../../../state/impliedPrice.ts';
import { selectRule, selectThreshold } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { isMainPress, newGesture } from '../../controls/usePress.ts';

const STOPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 5,
  PageDown: -5,
  Home: -Infinity,
  End: Infinity,
};
const LEAST_PRICE = 1e-6;
const MOST_PRICE = 1e9;

interface PriceSliderProps {
  readonly implied: Exclude<ImpliedPrice, { kind: 'oneClass' }>;
  readonly on: Evaluation;
}

/** A slider over prices: each leads to the threshold that is cheapest then, and each threshold back to the price it acts on. */
export function PriceSlider({ implied, on }: PriceSliderProps) {
  const rule = useTuner(selectRule);
  const threshold = useTuner(selectThreshold);
  const stated = useTuner(selectStatedPrice);
  const { setThreshold } = useActions();
  /** The price asked for last; it stands as long as the threshold is the cheapest at it. */
  const [asked, setAsked] = useState(Number.NaN);
  const gesture = useRef<string | undefined>(undefined);
  const hintId = useId();
  const hull = hullOf(on.index);
  const scale = useMemo(() => {
    const { prices } = hull;
    const ends = prices.length === 0 ? [] : [prices[0], prices[prices.length - 1]];
    return priceScale(typeof stated === 'number' ? [...ends, stated] : ends);
  }, [hull, stated]);

  const isStill = implied.kind === 'cheapest' && implied.low <= asked && asked <= implied.high;
  const least = priceAtStop(scale, -Infinity);
  const most = priceAtStop(scale, Infinity);
  const usual = Number.isNaN(implied.price) ? (typeof stated === 'number' ? stated : 1) : implied.price;
  const price = isStill ? asked : Math.max(least, Math.min(most, usual));

  const choose = (next: number, name?: string) => {
    setAsked(next);
    setThreshold(cheapestThreshold(on.index, hull, rule, next).threshold, name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const stops = STOPS[event.key];
    if (stops === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (!event.repeat) gesture.current = newGesture('price key');
    choose(nextPrice(scale, price, stops), gesture.current);
  };
  const decades = Array.from({ length: scale.highDecade - scale.lowDecade + 1 }, (_, i) => scale.lowDecade + i);
  // As many as have room in a card of a phone.
  const labelled = decades.filter((_, i) => i % Math.ceil(decades.length / 6) === 0);
  const shown = formatRatio(price);
  return (
    <div className="priceControl">
      <div className="priceControlHead">
        <span aria-hidden="true">{translate('price.slider')}</span>
        <NumberField
          className="impliedField"
          label={translate('price.field')}
          value={price}
          shown={shown}
          low={LEAST_PRICE}
          high={MOST_PRICE}
          onChange={(value) => choose(value)}
        />
      </div>
      <div className="priceTrack">
        <input
          type="range"
          className="priceSlider"
          aria-label={translate('price.slider')}
          aria-valuetext={translate('price.valueText', { price: shown, threshold: formatSpokenThreshold(threshold) })}
          aria-describedby={hintId}
          min={0}
          max={1}
          step="any"
          value={shareOfPrice(scale, price)}
          onPointerDown={(event) => {
            if (isMainPress(event)) gesture.current = newGesture('price');
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setAsked(Number.NaN)}
          onChange={(event) => choose(priceNear(scale, Number(event.currentTarget.value)), gesture.current)}
        />
        <div className="priceTicks" aria-hidden="true">
          {labelled.map((decade) => (
            <span key={decade} style={{ left: `${shareOfPrice(scale, 10 ** decade) * 100}%` }}>
              {formatRatio(10 ** decade)}
            </span>
          ))}
          {typeof stated === 'number' && (
            <span className="statedTick" style={{ left: `${shareOfPrice(scale, stated) * 100}%` }}>
              {translate('price.yours')}
            </span>
          )}
        </div>
      </div>
      <p className="hint" id={hintId}>
        {translate('price.sliderHint')}
      </p>
    </div>
  );
}
