import { type KeyboardEvent, useMemo, useRef } from 'react';
import { stopNear } from '../../../core/choose/stops.ts';
import { scoreHistogram } from '../../../core/curves/histogram.ts';
import { formatSpokenThreshold } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectConfusion, selectEvaluation, selectThreshold } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { useSliderScale } from '../../chartState/useSliderScale.ts';
import { formatTick, roundTicks } from '../../charts/axis.ts';
import { RailHistogram } from '../../charts/RailHistogram.tsx';
import { thresholdMoveOf } from '../../controls/thresholdKeys.ts';
import { isMainPress, newGesture, usePress } from '../../controls/usePress.ts';
import { useWidth } from '../../controls/useWidth.ts';
import { RailAdmissible } from './RailAdmissible.tsx';
import { RailTicks } from './RailTicks.tsx';
import { scoreAt, shareOf } from './railScale.ts';
import { thresholdField } from './thresholdField.ts';
import './Rail.css';

const BINS = 50;
const NARROW = 480;

function FlaggedCounts({ share }: { readonly share: number }) {
  const confusion = useTuner(selectConfusion);
  if (confusion === null) return null;
  const { tp, fp, fn, tn } = confusion;
  return (
    <div className="railCounts">
      <span className="railNotFlagged" style={{ flexGrow: share * 100 }}>
        {translate('rail.notFlagged', { count: fn + tn })}
      </span>
      <span className="railFlagged" style={{ flexGrow: (1 - share) * 100 }}>
        {translate('rail.flagged', { count: tp + fp })}
      </span>
    </div>
  );
}

/** The slider that is the histogram: its axis is the score, and what lies right of the handle is flagged. */
export function Rail() {
  const evaluation = useTuner(selectEvaluation);
  const confusion = useTuner(selectConfusion);
  const threshold = useTuner(selectThreshold);
  const { setThreshold, moveThreshold } = useActions();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 800);
  /** Named while the pointer is down on the slider, so that one drag is one step of undo. */
  const gesture = useRef<string | undefined>(undefined);

  const scale = useSliderScale();
  const press = usePress<HTMLDivElement>('rail', (event, name) => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    setThreshold(stopNear(scale, scoreAt(scale, (event.clientX - box.left) / box.width)), name);
  });
  const bars = useMemo(() => {
    if (evaluation === null) return null;
    const { positives, negatives } = evaluation.index;
    return {
      positives: scoreHistogram(positives, scale.low, scale.high, BINS),
      negatives: scoreHistogram(negatives, scale.low, scale.high, BINS),
    };
  }, [evaluation, scale]);
  if (evaluation === null || bars === null || confusion === null) return null;

  const share = shareOf(scale, threshold);
  const ticks = roundTicks(scale.low, scale.high, width < NARROW ? 5 : 10);
  const flagged = confusion.tp + confusion.fp;
  const valueText = translate('rail.valueText', {
    threshold: formatSpokenThreshold(threshold),
    flagged,
    total: evaluation.positives + evaluation.negatives,
  });

  const endGesture = () => {
    gesture.current = undefined;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = thresholdMoveOf(event);
    if (move !== null) {
      event.preventDefault();
      moveThreshold(move, event.repeat);
    } else if (/^[\d.,-]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      thresholdField.current?.startTyping(event.key);
    }
  };

  return (
    <div className="rail" ref={frame}>
      <FlaggedCounts share={share} />
      <div className="railField" {...press}>
        <div className="railShade" style={{ left: `${share * 100}%` }} />
        <RailHistogram positives={bars.positives} negatives={bars.negatives} handle={share} />
        <div className="railLine" style={{ left: `${share * 100}%` }} />
      </div>
      <div className="railTrack">
        <RailAdmissible scale={scale} width={width} />
        <div className="railTrackFlagged" style={{ left: `${share * 100}%` }} />
        <input
          type="range"
          className="railSlider"
          aria-label={translate('rail.slider')}
          aria-valuetext={valueText}
          min={scale.low}
          max={scale.high}
          step="any"
          value={Math.max(scale.low, Math.min(scale.high, threshold))}
          onPointerDown={(event) => {
            if (isMainPress(event)) gesture.current = newGesture('rail');
          }}
          onPointerUp={endGesture}
          onPointerCancel={endGesture}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            const value = Number(event.currentTarget.value);
            // The hand snaps to round stops; a value set by a script or an assistive tool is taken as it is.
            setThreshold(gesture.current === undefined ? value : stopNear(scale, value), gesture.current);
          }}
        />
      </div>
      <RailTicks scale={scale} width={width} />
      <div className="railAxis" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} style={{ left: `${shareOf(scale, tick) * 100}%` }}>
            {formatTick(tick)}
          </span>
        ))}
      </div>
      <p className="visuallyHidden">{translate('rail.described', { split: evaluation.split, flagged })}</p>
    </div>
  );
}
