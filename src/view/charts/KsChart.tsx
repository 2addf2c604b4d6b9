import { memo, type ReactNode, useMemo } from 'react';
import { formatMetric } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { type Axis, scoreTicks, UNIT_TICKS } from './axis.ts';
import { drawnPath } from './drawnPath.ts';
import { Plot } from './Plot.tsx';
import type { PlotLine } from './plotLine.ts';
import type { Path } from './series.ts';
import type { Size } from './useSize.ts';

/** Where two lines are farthest apart. */
export interface Gap {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

interface KsChartProps {
  /** Score against the share of the class below it, ascending. */
  readonly positives: Path;
  readonly negatives: Path;
  /** Null where the lines are one. */
  readonly gap: Gap | null;
  readonly low: number;
  readonly high: number;
  readonly size?: Size;
  readonly beneath?: ReactNode;
  readonly children?: ReactNode;
}

const UNIT = [0, 1] as const;
const HEIGHT = 268;

export const KsChart = memo(function KsChart({
  positives,
  negatives,
  gap,
  low,
  high,
  size,
  beneath,
  children,
}: KsChartProps) {
  const { x, y, lines } = useMemo(
    () => drawing(positives, negatives, gap, low, high),
    [positives, negatives, gap, low, high],
  );
  return (
    <Plot height={HEIGHT} size={size} x={x} y={y} lines={lines} beneath={beneath}>
      {children}
    </Plot>
  );
});

function drawing(positives: Path, negatives: Path, gap: Gap | null, low: number, high: number) {
  const classLine = (tone: 'positive' | 'negative', path: Path): PlotLine => ({
    id: tone,
    path: drawnPath(toTheEnds(path, low, high), [low, high], UNIT),
    tone,
    dash: tone === 'positive' ? 'solid' : 'dashed',
    label: { text: translate(tone === 'positive' ? 'chart.positive' : 'chart.negative'), prefer: null },
  });
  const lines: PlotLine[] = [classLine('negative', negatives), classLine('positive', positives)];
  if (gap !== null) {
    const text = translate('chart.ksGap', { value: formatMetric(Math.abs(gap.to - gap.from)) });
    const path = { x: [gap.x, gap.x], y: [gap.from, gap.to] };
    lines.push({ id: 'gap', path, tone: 'main', dash: 'dotted', label: { text, prefer: 0.5 } });
  }
  return {
    x: { domain: [low, high], ticks: scoreTicks(low, high), label: translate('chart.thresholdAxis') } satisfies Axis,
    y: { domain: UNIT, ticks: UNIT_TICKS, label: translate('chart.belowAxis') } satisfies Axis,
    lines,
  };
}

/** Below all scores there is nobody, above them everybody. */
function toTheEnds({ x, y }: Path, low: number, high: number): Path {
  if (x.length === 0) return { x, y };
  return {
    x: [low, x[0], ...Array.from(x), x[x.length - 1], high],
    y: [0, 0, ...Array.from(y), 1, 1],
  };
}
