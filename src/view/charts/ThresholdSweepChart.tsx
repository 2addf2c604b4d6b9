import { memo, type ReactNode, useMemo } from 'react';
import { translate } from '../../i18n/translate.ts';
import { type Axis, roundTicks, scoreTicks, UNIT_TICKS } from './axis.ts';
import { drawnPath } from './drawnPath.ts';
import { Plot } from './Plot.tsx';
import type { Dash, PlotLine } from './plotLine.ts';
import type { Path, Range } from './series.ts';
import type { Size } from './useSize.ts';

/** A metric at every threshold; NaN where it is undefined. */
export interface MetricSweep {
  readonly id: string;
  readonly name: string;
  readonly path: Path;
}

interface ThresholdSweepChartProps {
  readonly sweeps: readonly MetricSweep[];
  /** The bands around them. */
  readonly ranges?: readonly Range[];
  readonly low: number;
  readonly high: number;
  readonly size?: Size;
  readonly beneath?: ReactNode;
  readonly children?: ReactNode;
}

const HEIGHT = 268;
const PATTERNS: readonly Dash[] = ['solid', 'dashed', 'dotted', 'dashDot', 'longDash'];

/** As many as can be told apart by their dashes. */
export const MOST_SWEEPS = PATTERNS.length;

export const ThresholdSweepChart = memo(function ThresholdSweepChart({
  sweeps,
  ranges,
  low,
  high,
  size,
  beneath,
  children,
}: ThresholdSweepChartProps) {
  const { x, y, lines } = useMemo(() => {
    const { domain, ticks } = sweepAxis(sweeps);
    return {
      x: { domain: [low, high], ticks: scoreTicks(low, high), label: translate('chart.thresholdAxis') } satisfies Axis,
      y: { domain, ticks, label: '' } satisfies Axis,
      lines: sweeps.map(
        ({ id, name, path }, i): PlotLine => ({
          id,
          path: drawnPath(path, [low, high], domain),
          tone: 'main',
          dash: PATTERNS[i % PATTERNS.length],
          label: { text: name, prefer: null },
        }),
      ),
    };
  }, [sweeps, low, high]);
  return (
    <Plot height={HEIGHT} size={size} x={x} y={y} lines={lines} ranges={ranges} beneath={beneath}>
      {children}
    </Plot>
  );
});

/** 0 to 1 where every value lies there, else as far as the finite values go. */
export function sweepAxis(sweeps: readonly MetricSweep[]): Pick<Axis, 'domain' | 'ticks'> {
  let low = 0;
  let high = 1;
  for (const { path } of sweeps) {
    for (let i = 0; i < path.y.length; i++) {
      if (!Number.isFinite(path.y[i])) continue;
      low = Math.min(low, path.y[i]);
      high = Math.max(high, path.y[i]);
    }
  }
  return { domain: [low, high], ticks: low === 0 && high === 1 ? UNIT_TICKS : roundTicks(low, high) };
}
