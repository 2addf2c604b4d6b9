import { memo, useId } from 'react';

export interface RailHistogramProps {
  /** Counts or weights by bin, from the lowest score to the highest. */
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
  /** Whether each side fills half of the height, for want of room to compare the two. */
  readonly isScaledApart?: boolean;
  /** Where the handle stands, as a share of the axis. */
  readonly handle: number;
}

/** Everything is drawn on this canvas and stretched; strokes keep their width. */
const WIDTH = 1000;
const HEIGHT = 200;
const MIDDLE_GAP = 3;
const BAR_SHARE = 0.82;

/** Bar heights by the square root of the count, so that small bars stay visible beside large ones; one scale for both classes. */
function barsOf(counts: Float64Array, unit: number, base: number, direction: 1 | -1): readonly string[] {
  const step = WIDTH / counts.length;
  const inset = (step * (1 - BAR_SHARE)) / 2;
  return Array.from(counts, (count, bin) => {
    const height = Math.sqrt(count) * unit;
    if (height === 0) return '';
    const left = bin * step + inset;
    return `M${left} ${base}v${direction * height}h${step * BAR_SHARE}v${-direction * height}z`;
  });
}

const Bars = memo(function Bars({
  positives,
  negatives,
  isScaledApart,
  className,
}: {
  positives: Float64Array;
  negatives: Float64Array;
  isScaledApart: boolean;
  className: string;
}) {
  const tallest = (counts: Float64Array) => Math.sqrt(counts.reduce((most, count) => Math.max(most, count), 0));
  const room = HEIGHT - MIDDLE_GAP;
  const total = tallest(positives) + tallest(negatives);
  const unitOf = (counts: Float64Array) => {
    const most = isScaledApart ? 2 * tallest(counts) : total;
    return most === 0 ? 0 : room / most;
  };
  const base = isScaledApart ? room / 2 : tallest(positives) * unitOf(positives);
  return (
    <g className={className}>
      <path className="railPositive" d={barsOf(positives, unitOf(positives), base, -1).join('')} />
      <path className="railNegative" d={barsOf(negatives, unitOf(negatives), base + MIDDLE_GAP, 1).join('')} />
    </g>
  );
});

/** Positives above the line, negatives below; hollow left of the handle, solid from it on. */
export function RailHistogram({ positives, negatives, isScaledApart = false, handle }: RailHistogramProps) {
  const sides = { positives, negatives, isScaledApart };
  const id = useId();
  const at = Math.max(0, Math.min(1, handle)) * WIDTH;
  return (
    <svg className="railHistogram" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <clipPath id={`${id}left`}>
        <rect x={-10} y={-10} width={at + 10} height={HEIGHT + 20} />
      </clipPath>
      <clipPath id={`${id}right`}>
        <rect x={at} y={-10} width={WIDTH - at + 10} height={HEIGHT + 20} />
      </clipPath>
      <g clipPath={`url(#${id}left)`}>
        <Bars {...sides} className="railHollow" />
      </g>
      <g clipPath={`url(#${id}right)`}>
        <Bars {...sides} className="railSolid" />
      </g>
    </svg>
  );
}
