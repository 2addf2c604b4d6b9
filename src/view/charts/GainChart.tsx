import { memo, type ReactNode, useMemo } from 'react';
import { perfectGainAt } from '../../core/curves/gain.ts';
import { translate } from '../../i18n/translate.ts';
import { type Axis, UNIT_TICKS } from './axis.ts';
import { mainLine, type NamedPath, otherLines } from './curveLines.ts';
import { Plot } from './Plot.tsx';
import type { PlotLine } from './plotLine.ts';
import type { Size } from './useSize.ts';

interface GainChartProps {
  /** Share flagged against share of positives found, from high to low thresholds. */
  readonly curve: NamedPath;
  readonly others: readonly NamedPath[];
  /** Share of positives of the split in view. */
  readonly prevalence: number;
  readonly size?: Size;
  readonly children?: ReactNode;
}

const UNIT = [0, 1] as const;
const HEIGHT = 268;

export const GainChart = memo(function GainChart({ curve, others, prevalence, size, children }: GainChartProps) {
  const { x, y, chance } = useMemo(frame, []);
  const lines = useMemo(
    () => [chance, perfectLine(prevalence), ...otherLines(others), mainLine(curve, others.length > 0)],
    [chance, curve, others, prevalence],
  );
  return (
    <Plot height={HEIGHT} size={size} x={x} y={y} lines={lines}>
      {children}
    </Plot>
  );
});

function frame() {
  return {
    x: { domain: UNIT, ticks: UNIT_TICKS, label: translate('chart.selectionAxis') } satisfies Axis,
    y: { domain: UNIT, ticks: UNIT_TICKS, label: translate('chart.foundAxis') } satisfies Axis,
    chance: {
      id: 'chance',
      path: { x: UNIT, y: UNIT },
      tone: 'reference',
      dash: 'dashed',
      label: { text: translate('chart.byChance'), prefer: 0.6 },
    } satisfies PlotLine,
  };
}

function perfectLine(prevalence: number): PlotLine {
  const x = [0, prevalence, 1];
  return {
    id: 'perfect',
    path: { x, y: x.map((share) => (share === 0 ? 0 : perfectGainAt(share, prevalence))) },
    tone: 'reference',
    dash: 'dotted',
    label: { text: translate('chart.perfectModel'), prefer: null },
  };
}
