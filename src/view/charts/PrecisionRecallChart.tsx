import { memo, type ReactNode, useMemo } from 'react';
import { formatMetric } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { type Axis, UNIT_TICKS } from './axis.ts';
import { mainLine, type NamedPath, otherLines } from './curveLines.ts';
import { Plot } from './Plot.tsx';
import type { LevelLabel, PlotLine } from './plotLine.ts';
import type { Path, Range } from './series.ts';
import type { Size } from './useSize.ts';

interface PrecisionRecallChartProps {
  /** Recall against precision as steps, from high to low thresholds. */
  readonly curve: NamedPath;
  readonly others: readonly NamedPath[];
  /** Share of positives: the precision of flagging at random. */
  readonly prevalence: number;
  /** The band around the curve. */
  readonly range?: Range | null;
  readonly size?: Size;
  readonly children?: ReactNode;
}

const UNIT = [0, 1] as const;
const HEIGHT = 268;
const F1_LEVELS = [0.5, 0.7, 0.9] as const;
const ISO_F1: readonly PlotLine[] = F1_LEVELS.map((f1) => ({
  id: `f1 ${f1}`,
  path: isoF1(f1),
  tone: 'reference',
  dash: 'dotted',
}));

export const PrecisionRecallChart = memo(function PrecisionRecallChart({
  curve,
  others,
  prevalence,
  range = null,
  size,
  children,
}: PrecisionRecallChartProps) {
  const { x, y, levels } = useMemo(frame, []);
  const lines = useMemo(() => precisionRecallLines(curve, others, prevalence), [curve, others, prevalence]);
  const ranges = useMemo(() => (range === null ? [] : [range]), [range]);
  return (
    <Plot height={HEIGHT} size={size} x={x} y={y} lines={lines} ranges={ranges} marginLabels={levels}>
      {children}
    </Plot>
  );
});

function frame() {
  return {
    x: { domain: UNIT, ticks: UNIT_TICKS, label: translate('chart.recallAxis') } satisfies Axis,
    y: { domain: UNIT, ticks: UNIT_TICKS, label: translate('chart.precisionAxis') } satisfies Axis,
    // Each iso-F1 line leaves the plot at recall 1, where its precision is F1 / (2 - F1).
    levels: F1_LEVELS.map(
      (f1): LevelLabel => ({ id: `f1 ${f1}`, text: translate('chart.isoF1', { f1: String(f1) }), y: f1 / (2 - f1) }),
    ),
  };
}

function precisionRecallLines(curve: NamedPath, others: readonly NamedPath[], prevalence: number): readonly PlotLine[] {
  const chance: PlotLine = {
    id: 'chance',
    path: { x: UNIT, y: [prevalence, prevalence] },
    tone: 'reference',
    dash: 'dashed',
    label: { text: translate('chart.byChanceAt', { value: formatMetric(prevalence) }), prefer: 0.02 },
  };
  return [
    ...ISO_F1,
    ...(Number.isFinite(prevalence) ? [chance] : []),
    ...otherLines(others),
    { id: 'end', path: endSegment(curve.path), tone: 'main', dash: 'dashed' },
    mainLine(curve, others.length > 0),
  ];
}

/** From the highest threshold that flags anything to (0, 1), the convention's end point that belongs to no threshold. */
function endSegment({ x, y }: Path): Path {
  for (let i = 0; i < x.length; i++) {
    if (Number.isFinite(y[i])) return { x: [0, x[i]], y: [1, y[i]] };
  }
  return { x: [], y: [] };
}

/** All points of one F1: precision = F1 · recall / (2 · recall − F1). */
function isoF1(f1: number): Path {
  const from = f1 / (2 - f1);
  const x = Array.from({ length: 41 }, (_, i) => from + ((1 - from) * i) / 40);
  return { x, y: x.map((recall) => (f1 * recall) / (2 * recall - f1)) };
}
