import { memo, type ReactNode, useMemo } from 'react';
import { translate } from '../../i18n/translate.ts';
import { type Axis, UNIT_TICKS } from './axis.ts';
import { mainLine, type NamedPath, otherLines } from './curveLines.ts';
import { Plot } from './Plot.tsx';
import type { PlotLine } from './plotLine.ts';
import type { Range } from './series.ts';
import type { Size } from './useSize.ts';

interface RocChartProps {
  /** False positive rate against true positive rate, from high to low thresholds. */
  readonly curve: NamedPath;
  readonly others: readonly NamedPath[];
  /** The band around the curve. */
  readonly range?: Range | null;
  readonly size?: Size;
  readonly children?: ReactNode;
}

const UNIT = [0, 1] as const;
const HEIGHT = 268;
export const RocChart = memo(function RocChart({ curve, others, range = null, size, children }: RocChartProps) {
  const { x, y, chance } = useMemo(frame, []);
  const lines = useMemo(
    () => [chance, ...otherLines(others), mainLine(curve, others.length > 0)],
    [chance, curve, others],
  );
  const ranges = useMemo(() => (range === null ? [] : [range]), [range]);
  return (
    <Plot height={HEIGHT} size={size} x={x} y={y} lines={lines} ranges={ranges}>
      {children}
    </Plot>
  );
});

function frame() {
  return {
    x: { domain: UNIT, ticks: UNIT_TICKS, label: translate('chart.fprAxis') } satisfies Axis,
    y: { domain: UNIT, ticks: UNIT_TICKS, label: translate('chart.tprAxis') } satisfies Axis,
    chance: {
      id: 'chance',
      path: { x: UNIT, y: UNIT },
      tone: 'reference',
      dash: 'dashed',
      label: { text: translate('chart.byChance'), prefer: 0.6 },
    } satisfies PlotLine,
  };
}
