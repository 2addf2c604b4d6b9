import { memo, type ReactNode, useMemo } from 'react';
import { Layer } from 'recharts';
import { type Axis, roundTicks, UNIT_TICKS } from './axis.ts';
import { Plot } from './Plot.tsx';
import { usePlotFrame } from './PlotFrame.tsx';
import type { Size } from './useSize.ts';

interface GroupDotsChartProps {
  /** From the top. */
  readonly names: readonly string[];
  readonly low: number;
  readonly high: number;
  readonly label: string;
  readonly size?: Size;
  /** The dots, which alone follow the threshold. */
  readonly children?: ReactNode;
}

const ROW = 26;
const FRAME = 70;
const LONGEST = 22;
const NO_LINES: readonly never[] = [];

const short = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);

/** One line for each group, on which its value is a dot. */
export const GroupDotsChart = memo(function GroupDotsChart({
  names,
  low,
  high,
  label,
  size,
  children,
}: GroupDotsChartProps) {
  const count = names.length;
  const x = useMemo(
    () =>
      ({
        domain: [low, high],
        ticks: low === 0 && high === 1 ? UNIT_TICKS : roundTicks(low, high),
        label,
      }) satisfies Axis,
    [low, high, label],
  );
  const y = useMemo(() => ({ domain: [0, Math.max(1, count)], ticks: [], label: '' }) satisfies Axis, [count]);
  const labels = useMemo(
    () => names.map((name, place) => ({ id: `${place} ${name}`, text: short(name), y: levelOf(place, count) })),
    [names, count],
  );
  return (
    <Plot height={count * ROW + FRAME} size={size} x={x} y={y} hasYAxis={false} lines={NO_LINES} marginLabels={labels}>
      {children}
    </Plot>
  );
});

/** The height of the middle of a group's line. */
const levelOf = (place: number, count: number): number => count - place - 0.5;

export interface GroupDot {
  /** NaN where there is none. */
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** The dots with their intervals, and the value of all rows as an upright line. */
export function GroupDots({ dots, whole }: { readonly dots: readonly GroupDot[]; readonly whole: number }) {
  const frame = usePlotFrame();
  if (frame === null) return null;
  const { left, top, width, height } = frame.area;
  const xAt = (value: number) => Math.max(left, Math.min(left + width, frame.x(value)));
  return (
    <Layer aria-hidden="true">
      {dots.map((_, place) => {
        const y = frame.y(levelOf(place, dots.length));
        // biome-ignore lint/suspicious/noArrayIndexKey: dots are told apart by their place only
        return <line key={place} className="plotGrid" x1={left} x2={left + width} y1={y} y2={y} />;
      })}
      {Number.isFinite(whole) && (
        <line
          className="groupDotsWhole"
          x1={xAt(whole)}
          x2={xAt(whole)}
          y1={top}
          y2={top + height}
          strokeDasharray="5 4"
        />
      )}
      {dots.map(({ value, interval }, place) => {
        if (!Number.isFinite(value)) return null;
        const y = frame.y(levelOf(place, dots.length));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are told apart by their place only
          <g key={place}>
            {interval !== null && (
              <line className="groupDotsInterval" x1={xAt(interval.low)} x2={xAt(interval.high)} y1={y} y2={y} />
            )}
            <circle className="plotVertex" cx={xAt(value)} cy={y} r={4.5} />
          </g>
        );
      })}
    </Layer>
  );
}
