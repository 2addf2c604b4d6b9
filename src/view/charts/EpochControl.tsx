import type { KeyboardEvent, PointerEvent } from 'react';
import { usePlotFrame } from './PlotFrame.tsx';

interface EpochControlProps {
  readonly name: string;
  /** Where each epoch lies, ascending. */
  readonly places: ArrayLike<number>;
  readonly at: number;
  readonly valueText: string;
  readonly onAt: (at: number) => void;
}

/** The whole plot as a slider over the epochs: pointing reads the nearest one, and so do the keys. It sets nothing. */
export function EpochControl({ name, places, at, valueText, onAt }: EpochControlProps) {
  const frame = usePlotFrame();
  if (frame === null) return null;
  const last = places.length - 1;
  const read = (event: PointerEvent<SVGRectElement>) => {
    const drawing = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (drawing === undefined) return;
    const zoom = drawing.width > 0 ? frame.width / drawing.width : 1;
    onAt(nearest(places, frame.xAt((event.clientX - drawing.left) * zoom)));
  };
  const move = (event: KeyboardEvent) => {
    const to = placeAfter(event.key, at, last);
    if (to === null) return;
    event.preventDefault();
    onAt(Math.max(0, Math.min(last, to)));
  };
  const { left, top, width, height } = frame.area;
  return (
    <rect
      className="plotControl movesLine"
      x={left}
      y={top}
      width={width}
      height={height}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at}
      aria-valuetext={valueText}
      onKeyDown={move}
      onPointerDown={read}
      onPointerMove={read}
    />
  );
}

const TENTH = 0.1;

function placeAfter(key: string, at: number, last: number): number | null {
  const page = Math.max(1, Math.round(last * TENTH));
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return at + 1;
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - 1;
    case 'PageUp':
      return at + page;
    case 'PageDown':
      return at - page;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** The epoch that lies nearest to a place. O(log epochs). */
function nearest(places: ArrayLike<number>, x: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] + places[middle + 1]) / 2 < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
