import { useRef } from 'react';
import { type SliderScale, stopNear } from '../../core/choose/stops.ts';
import type { ThresholdMove } from '../../state/thresholdMove.ts';
import { thresholdMoveOf } from '../controls/thresholdKeys.ts';
import { isMainPress, newGesture } from '../controls/usePress.ts';

interface ThresholdRangeProps {
  readonly name: string;
  readonly valueText: string;
  readonly scale: SliderScale;
  readonly threshold: number;
  /** What the gestures of its drags are called. */
  readonly gesture: string;
  readonly onSet: (threshold: number, gesture: string | undefined) => void;
  readonly onMove: (move: ThresholdMove, isHeld: boolean) => void;
}

/** The handle of one threshold among several, on the track of its rail. */
export function ThresholdRange({
  name,
  valueText,
  scale,
  threshold,
  gesture: called,
  onSet,
  onMove,
}: ThresholdRangeProps) {
  /** Named while the pointer is down on the slider, so that one drag is one step of undo. */
  const gesture = useRef<string | undefined>(undefined);
  const endGesture = () => {
    gesture.current = undefined;
  };
  return (
    <input
      type="range"
      className="railSlider"
      aria-label={name}
      aria-valuetext={valueText}
      min={scale.low}
      max={scale.high}
      step="any"
      value={Math.max(scale.low, Math.min(scale.high, threshold))}
      onPointerDown={(event) => {
        if (isMainPress(event)) gesture.current = newGesture(called);
      }}
      onPointerUp={endGesture}
      onPointerCancel={endGesture}
      onKeyDown={(event) => {
        const move = thresholdMoveOf(event);
        if (move === null) return;
        event.preventDefault();
        onMove(move, event.repeat);
      }}
      onChange={(event) => {
        const value = Number(event.currentTarget.value);
        // The hand snaps to round stops; a value set by a script or an assistive tool is taken as it is.
        onSet(gesture.current === undefined ? value : stopNear(scale, value), gesture.current);
      }}
    />
  );
}
