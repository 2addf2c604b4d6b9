import { type KeyboardEvent, type PointerEvent, type SyntheticEvent, useRef } from 'react';
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

interface Press {
  readonly pointer: number;
  readonly gesture: string;
  readonly x: number;
  readonly y: number;
  /** False for a finger that may still turn out to scroll the page. */
  readonly isDrag: boolean;
}

const FINGER_SLOP = 6;
let presses = 0;

/** The whole plot as one slider: press, drag, tap or use the keys. */
export function PlotControl({ name, low, high, value, valueText, moves, onPick, onKeyDown }: PlotControlProps) {
  const frame = usePlotFrame();
  const press = useRef<Press | null>(null);
  if (frame === null) return null;

  const pick = (event: PointerEvent<SVGRectElement>, gesture: string) => {
    const drawing = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (drawing === undefined) return;
    const zoom = drawing.width > 0 ? frame.width / drawing.width : 1;
    onPick((event.clientX - drawing.left) * zoom, (event.clientY - drawing.top) * zoom, frame, gesture);
  };
  const start = (event: PointerEvent<SVGRectElement>) => {
    if (event.button !== 0 || !event.isPrimary) return;
    presses += 1;
    const isDrag = event.pointerType !== 'touch';
    press.current = {
      pointer: event.pointerId,
      gesture: `${name} ${presses}`,
      x: event.clientX,
      y: event.clientY,
      isDrag,
    };
    if (!isDrag) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    pick(event, press.current.gesture);
  };
  const move = (event: PointerEvent<SVGRectElement>) => {
    const held = press.current;
    if (held === null || held.pointer !== event.pointerId) return;
    const sideways = Math.abs(event.clientX - held.x);
    if (!held.isDrag && (sideways < FINGER_SLOP || sideways < Math.abs(event.clientY - held.y))) return;
    press.current = { ...held, isDrag: true };
    pick(event, held.gesture);
  };
  const end = (event: PointerEvent<SVGRectElement>) => {
    const held = press.current;
    press.current = null;
    if (held !== null && held.pointer === event.pointerId && !held.isDrag) pick(event, held.gesture);
  };

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
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => {
        press.current = null;
      }}
      onMouseMove={stop}
      onTouchMove={stop}
    />
  );
}

/** The chart library would look for a tooltip at every move. */
function stop(event: SyntheticEvent) {
  event.stopPropagation();
}
