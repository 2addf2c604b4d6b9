import { memo, type ReactNode, useMemo } from 'react';
import { translate } from '../../i18n/translate.ts';
import { type Axis, roundTicks, scoreTicks } from './axis.ts';
import { drawnPath } from './drawnPath.ts';
import { Plot } from './Plot.tsx';
import type { PlotLine } from './plotLine.ts';
import type { Path } from './series.ts';
import type { Size } from './useSize.ts';

/** What a goal is about at every threshold of a split; NaN where it is undefined or the threshold may not be chosen. */
export interface GoalCurve {
  readonly name: string;
  readonly path: Path;
}

interface GoalChartProps {
  /** On the split the threshold is chosen on. */
  readonly curve: GoalCurve;
  /** On the split in view, where it is another one. */
  readonly other: GoalCurve | null;
  /** The best threshold with its value; null where there is none. */
  readonly best: { readonly x: number; readonly y: number } | null;
  /** Thresholds next to each other that are equally good. */
  readonly ties: readonly { readonly low: number; readonly high: number }[];
  readonly low: number;
  readonly high: number;
  readonly label: string;
  readonly size?: Size;
  readonly beneath?: ReactNode;
  readonly children?: ReactNode;
}

const HEIGHT = 268;

export const GoalChart = memo(function GoalChart({
  curve,
  other,
  best,
  ties,
  low,
  high,
  label,
  size,
  beneath,
  children,
}: GoalChartProps) {
  const { x, y, lines } = useMemo(() => {
    const domain = goalDomain(other === null ? [curve] : [curve, other]);
    const within = (path: Path) => drawnPath(path, [low, high], domain);
    const main: PlotLine = {
      id: 'goal',
      path: best === null ? within(curve.path) : drawnThrough(curve.path, best, within),
      tone: 'main',
      dash: 'solid',
      label: { text: curve.name, prefer: null },
    };
    const tied: PlotLine[] = ties.map((run, place) => ({
      id: `tie ${place}`,
      path: {
        x: [Math.max(low, run.low), Math.min(high, run.high)],
        y: [best?.y ?? Number.NaN, best?.y ?? Number.NaN],
      },
      tone: 'positive',
      dash: 'solid',
    }));
    const beside: PlotLine[] =
      other === null
        ? []
        : [
            {
              id: 'other',
              path: within(other.path),
              tone: 'other',
              dash: 'solid',
              label: { text: other.name, prefer: null },
            },
          ];
    return {
      x: { domain: [low, high], ticks: scoreTicks(low, high), label: translate('chart.thresholdAxis') } satisfies Axis,
      y: { domain, ticks: roundTicks(...domain), label } satisfies Axis,
      lines: [...beside, main, ...tied],
    };
  }, [curve, other, best, ties, low, high, label]);
  return (
    <Plot height={HEIGHT} size={size} x={x} y={y} lines={lines} beneath={beneath}>
      {children}
    </Plot>
  );
});

/** From the least value, or 0, to a little above the greatest. */
function goalDomain(curves: readonly GoalCurve[]): readonly [low: number, high: number] {
  let low = 0;
  let high = 0;
  for (const { path } of curves) {
    for (let i = 0; i < path.y.length; i++) {
      if (!Number.isFinite(path.y[i])) continue;
      low = Math.min(low, path.y[i]);
      high = Math.max(high, path.y[i]);
    }
  }
  // A little room, so that the ring around the best point is whole.
  return low === high ? [low, low + 1] : [low, high + (high - low) / 20];
}

/** The path as it is drawn, with one vertex that is never left out: its two parts are drawn each by itself. */
function drawnThrough(
  path: Path,
  { x, y }: { readonly x: number; readonly y: number },
  draw: (part: Path) => Path,
): Path {
  const at = Array.from(path.x).findIndex((each, i) => each === x && path.y[i] === y);
  if (at < 0) return draw(path);
  const part = (from: number, to: number) =>
    draw({ x: Array.from(path.x).slice(from, to), y: Array.from(path.y).slice(from, to) });
  const [before, after] = [part(0, at + 1), part(at, path.x.length)];
  return {
    x: [...Array.from(before.x), ...Array.from(after.x)],
    y: [...Array.from(before.y), ...Array.from(after.y)],
  };
}
