import { memo, type ReactNode, useMemo } from 'react';
import { perfectLiftAt } from '../../core/curves/gain.ts';
import { translate } from '../../i18n/translate.ts';
import { type Axis, roundTicks, UNIT_TICKS } from './axis.ts';
import { mainLine, type NamedPath, otherLines } from './curveLines.ts';
import { Plot } from './Plot.tsx';
import type { PlotLine } from './plotLine.ts';
import type { Size } from './useSize.ts';

interface LiftChartProps {
  /** Share flagged against lift, from high to low thresholds. */
  readonly curve: NamedPath;
  readonly others: readonly NamedPath[];
  /** Share of positives of the split in view. */
  readonly prevalence: number;
  readonly size?: Size;
  readonly children?: ReactNode;
}

const UNIT = [0, 1] as const;
const HEIGHT = 268;
/** Vertices of the perfect model's bent part. */
const BENDS = 100;

export const LiftChart = memo(function LiftChart({ curve, others, prevalence, size, children }: LiftChartProps) {
  const { x, y, lines } = useMemo(() => drawing(curve, others, prevalence), [curve, others, prevalence]);
  return (
    <Plot height={HEIGHT} size={size} x={x} y={y} lines={lines}>
      {children}
    </Plot>
  );
});

function drawing(curve: NamedPath, others: readonly NamedPath[], prevalence: number) {
  // Other splits may have fewer positives, and so a higher lift.
  const finite = [curve, ...others].flatMap(({ path }) => Array.from(path.y).filter(Number.isFinite));
  const high = finite.reduce((most, value) => Math.max(most, value), Math.max(1.2, perfectLiftAt(0, prevalence)));
  const domain = [0, high] as const;
  const shares = Array.from({ length: BENDS + 1 }, (_, i) => prevalence + ((1 - prevalence) * i) / BENDS);
  const x = [0, ...shares];
  const lines: readonly PlotLine[] = [
    {
      id: 'chance',
      path: { x: UNIT, y: [1, 1] },
      tone: 'reference',
      dash: 'dashed',
      label: { text: translate('chart.byChance'), prefer: 0.1 },
    },
    {
      id: 'perfect',
      path: { x, y: x.map((share) => perfectLiftAt(share, prevalence)) },
      tone: 'reference',
      dash: 'dotted',
      label: { text: translate('chart.perfectModel'), prefer: null },
    },
    ...otherLines(others, domain),
    mainLine(curve, others.length > 0, domain),
  ];
  return {
    x: { domain: UNIT, ticks: UNIT_TICKS, label: translate('chart.selectionAxis') } satisfies Axis,
    y: { domain, ticks: roundTicks(0, high), label: translate('chart.liftAxis') } satisfies Axis,
    lines,
  };
}
