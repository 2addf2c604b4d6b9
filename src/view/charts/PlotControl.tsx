import type { KeyboardEvent, SyntheticEvent } from 'react';
import { usePress } from '../controls/usePress.ts';
import { type PlotFrame, usePlotFrame } from './PlotFrame.tsx';

interface PlotControlProps {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly value: number;
  readonly valueText: string;
  /** A line is moved sideways only, a point along its curve. */
  readonly moves: 'line' | 'point';
  /** A place in pixels; the moves of one press share a gesture. */
  readonly onPick: (x: number, y: number, frame: PlotFrame, gesture: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The whole plot as one slider: press, drag, tap or use the keys. */
export function PlotControl({ name, low, high, value, valueText, moves, onPick, onKeyDown }: PlotControlProps) {
  const frame = usePlotFrame();
  const press = usePress<SVGRectElement>(name, (event, gesture) => {
    const drawing = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (frame === null || drawing === undefined) return;
    const zoom = drawing.width > 0 ? frame.width / drawing.width : 1;
    onPick((event.clientX - drawing.left) * zoom, (event.clientY - drawing.top) * zoom, frame, gesture);
  });
  if (frame === null) return null;

  const { left, top, width, height } = frame.area;
  return (
    <rect
      className={moves === 'line' ? 'plotControl movesLine' : 'plotControl movesPoint'}
      x={left}
      y={top}
      width={width}
      height={height}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={low}
      aria-valuemax={high}
      aria-valuenow={Math.min(high, Math.max(low, value))}
      aria-valuetext={valueText}
      onKeyDown={onKeyDown}
      {...press}
      onMouseMove={stop}
      onTouchMove={stop}
    />
  );
}

/** The chart library would look for a tooltip at every move. */
function stop(event: SyntheticEvent) {
  event.stopPropagation();
}
