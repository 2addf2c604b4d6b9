import { memo, type ReactNode, useMemo } from 'react';
import { translate } from '../../i18n/translate.ts';
import { type Axis, roundTicks } from './axis.ts';
import { Plot } from './Plot.tsx';
import type { Dash, LevelLabel, PlotLine } from './plotLine.ts';
import type { Path } from './series.ts';
import type { Size } from './useSize.ts';

export interface PriceLine {
  readonly id: string;
  readonly name: string;
  /** The gap allowed, in points, against the goal's value. */
  readonly path: Path;
}

interface FairPriceChartProps {
  readonly lines: readonly PriceLine[];
  /** The goal's values without any condition. */
  readonly levels: readonly LevelLabel[];
  /** What the upright axis counts. */
  readonly label: string;
  readonly size?: Size;
  readonly children?: ReactNode;
}

const HEIGHT = 300;
/** Of the height, between two names at the end of lines. */
const LEAST_DISTANCE = 0.1;
const DASHES: readonly Dash[] = ['solid', 'dashed', 'dotted', 'dashDot', 'longDash'];

/** The goal's value against the gap that a way to be fair may leave. */
export const FairPriceChart = memo(function FairPriceChart({
  lines,
  levels,
  label,
  size,
  children,
}: FairPriceChartProps) {
  const drawn = useMemo(() => {
    const widest = Math.max(1, ...lines.flatMap(({ path }) => Array.from(path.x)));
    const values = [...lines.flatMap(({ path }) => Array.from(path.y)), ...levels.map(({ y }) => y)];
    const low = Math.min(...values);
    const high = Math.max(...values);
    const room = high > low ? (high - low) / 12 : Math.max(1e-3, Math.abs(high) / 20);
    const domain = [low - room, high + room] as const;
    const isApart = ({ y }: LevelLabel, at: number) =>
      levels.slice(0, at).every((before) => Math.abs(before.y - y) > LEAST_DISTANCE * (domain[1] - domain[0]));
    return {
      // Two names that near would lie on each other; the line above the chart names both.
      marginLabels: levels.filter(isApart),
      x: { domain: [0, widest], ticks: roundTicks(0, widest), label: translate('fairPrice.xAxis') } satisfies Axis,
      y: { domain, ticks: roundTicks(...domain), label } satisfies Axis,
      lines: [
        ...levels.map(
          ({ id, y }): PlotLine => ({
            id,
            path: { x: [0, widest], y: [y, y] },
            tone: 'reference',
            dash: 'solid',
          }),
        ),
        ...lines.map(
          ({ id, name, path }, place): PlotLine => ({
            id,
            path,
            tone: 'main',
            dash: DASHES[place % DASHES.length],
            label: { text: name, prefer: place / Math.max(1, lines.length) },
          }),
        ),
      ],
    };
  }, [lines, levels, label]);
  return (
    <Plot height={HEIGHT} size={size} {...drawn}>
      {children}
    </Plot>
  );
});
