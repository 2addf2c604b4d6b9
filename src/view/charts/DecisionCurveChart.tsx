import { memo, type ReactNode, useMemo } from 'react';
import { translate } from '../../i18n/translate.ts';
import { type Axis, roundTicks, UNIT_TICKS } from './axis.ts';
import { clippedBelow } from './clippedBelow.ts';
import { mainLine, type NamedPath, otherLines } from './curveLines.ts';
import { Plot } from './Plot.tsx';
import type { PlotLine } from './plotLine.ts';
import type { Path } from './series.ts';
import type { Size } from './useSize.ts';

interface DecisionCurveChartProps {
  /** Threshold against net benefit, ascending. */
  readonly curve: NamedPath;
  readonly others: readonly NamedPath[];
  readonly treatAll: Path;
  /** The least net benefit that is drawn. */
  readonly floor: number;
  readonly size?: Size;
  readonly beneath?: ReactNode;
  readonly children?: ReactNode;
}

const UNIT = [0, 1] as const;
const HEIGHT = 268;

export const DecisionCurveChart = memo(function DecisionCurveChart({
  curve,
  others,
  treatAll,
  floor,
  size,
  beneath,
  children,
}: DecisionCurveChartProps) {
  const { x, y, lines } = useMemo(() => drawing(curve, others, treatAll, floor), [curve, others, treatAll, floor]);
  return (
    <Plot height={HEIGHT} size={size} x={x} y={y} lines={lines} beneath={beneath}>
      {children}
    </Plot>
  );
});

function drawing(curve: NamedPath, others: readonly NamedPath[], treatAll: Path, floor: number) {
  const paths = [curve.path, treatAll, ...others.map(({ path }) => path)];
  const high = Math.max(...paths.map(({ y }) => y[0] ?? 0));
  const domain = [floor, high] as const;
  const clipped = ({ name, path }: NamedPath): NamedPath => ({ name, path: clippedBelow(path, floor) });
  const lines: readonly PlotLine[] = [
    {
      id: 'none',
      path: { x: UNIT, y: [0, 0] },
      tone: 'reference',
      dash: 'dotted',
      label: { text: translate('chart.flagNone'), prefer: 0.9 },
    },
    {
      id: 'all',
      path: clippedBelow(treatAll, floor),
      tone: 'reference',
      dash: 'dashed',
      label: { text: translate('chart.flagAll'), prefer: 0.95 },
    },
    ...otherLines(others.map(clipped), domain),
    mainLine(clipped(others.length > 0 ? curve : { ...curve, name: translate('chart.thisModel') }), true, domain),
  ];
  return {
    x: { domain: UNIT, ticks: UNIT_TICKS, label: translate('chart.thresholdAxis') } satisfies Axis,
    y: { domain, ticks: roundTicks(floor, high, 4), label: translate('chart.netBenefitAxis') } satisfies Axis,
    lines,
  };
}
