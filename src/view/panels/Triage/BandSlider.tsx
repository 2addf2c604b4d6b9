import { useRef } from 'react';
import { type SliderScale, stopNear } from '../../../core/choose/stops.ts';
import type { ReviewBand } from '../../../core/choose/triage.ts';
import { formatCount, formatSpokenThreshold, formatThreshold } from '../../../i18n/format.ts';
import { joinedPhrases } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { stopAfter } from '../../../state/thresholdMoves.ts';
import { useActions } from '../../../state/useTuner.ts';
import { useSliderScale } from '../../chartState/useSliderScale.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { thresholdMoveOf } from '../../controls/thresholdKeys.ts';
import { isMainPress, newGesture } from '../../controls/usePress.ts';

type End = 'lower' | 'upper';

interface BandSliderProps {
  readonly band: ReviewBand;
  readonly reviewed: number;
  readonly total: number;
}

const within = ({ low, high }: SliderScale, value: number): number => Math.max(low, Math.min(high, value));

/** Both ends of the band on one track: what lies left of it is a sure no, what lies right of it a sure yes. */
export function BandSlider({ band, reviewed, total }: BandSliderProps) {
  const scale = useSliderScale();
  const { setReview } = useActions();
  /** Named while the pointer is down on an end, so that one drag is one step of undo. */
  const gesture = useRef<string | undefined>(undefined);
  const width = scale.high - scale.low;
  const percent = (value: number) => (width === 0 ? 0 : (100 * (within(scale, value) - scale.low)) / width);

  // An end pushed against the other takes it along, so that the band never stands on its head.
  const move = (end: End, value: number) =>
    setReview(
      {
        band:
          end === 'lower'
            ? { lower: value, upper: Math.max(value, band.upper) }
            : { lower: Math.min(value, band.lower), upper: value },
      },
      gesture.current,
    );
  const forget = () => {
    gesture.current = undefined;
  };
  const slider = (end: End) => (
    <input
      type="range"
      className={`bandSlider bandSlider-${end}`}
      aria-label={translate(`triage.${end}`)}
      aria-valuetext={translate('triage.value', {
        threshold: formatSpokenThreshold(band[end]),
        reviewed: formatCount(reviewed),
        total: formatCount(total),
      })}
      min={scale.low}
      max={scale.high}
      step="any"
      value={within(scale, band[end])}
      onPointerDown={(event) => {
        if (isMainPress(event)) gesture.current = newGesture('band');
      }}
      onPointerUp={forget}
      onPointerCancel={forget}
      onKeyDown={(event) => {
        const keyed = thresholdMoveOf(event);
        if (keyed === null) return;
        event.preventDefault();
        move(end, stopAfter(scale, band[end], keyed));
      }}
      onChange={(event) => {
        const value = Number(event.currentTarget.value);
        // The hand snaps to round stops; a value set by a script or an assistive tool is taken as it is.
        move(end, gesture.current === undefined ? value : stopNear(scale, value));
      }}
    />
  );
  const field = (end: End) => (
    <NumberField
      label={joinedPhrases([translate(`triage.${end}`), translate('threshold.field')])}
      value={band[end]}
      shown={formatThreshold(band[end])}
      onChange={(value) => move(end, value)}
    />
  );
  // At the right end of the track the lower handle must stay within reach.
  const isLowerOnTop = percent(band.lower) > 50;
  return (
    <div className="bandSliders">
      {field('lower')}
      <div className={isLowerOnTop ? 'bandTrack isLowerOnTop' : 'bandTrack'}>
        <div
          className="bandReview"
          style={{ left: `${percent(band.lower)}%`, right: `${100 - percent(band.upper)}%` }}
        />
        <div className="bandYes" style={{ left: `${percent(band.upper)}%` }} />
        {slider('lower')}
        {slider('upper')}
      </div>
      {field('upper')}
    </div>
  );
}
