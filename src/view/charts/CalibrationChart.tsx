import { memo, useMemo } from 'react';
import { translate } from '../../i18n/translate.ts';
import { type Axis, UNIT_TICKS } from './axis.ts';
import { mainLine, type NamedPath, otherLines } from './curveLines.ts';
import { Plot } from './Plot.tsx';
import type { PlotLine } from './plotLine.ts';
import type { Size } from './useSize.ts';

interface CalibrationChartProps {
  /** Mean score against share of positives, bin by bin. */
  readonly curve: NamedPath;
  readonly others: readonly NamedPath[];
  readonly size?: Size;
}

const UNIT = [0, 1] as const;
const HEIGHT = 268;

/** How far the scores of several models can be taken as chances. */
export const CalibrationChart = memo(function CalibrationChart({ curve, others, size }: CalibrationChartProps) {
  const { x, y, perfect } = useMemo(frame, []);
  const lines = useMemo(
    () => [perfect, ...otherLines(others), mainLine(curve, others.length > 0)],
    [perfect, curve, others],
  );
  return <Plot height={HEIGHT} size={size} x={x} y={y} lines={lines} />;
});

function frame() {
  return {
    x: { domain: UNIT, ticks: UNIT_TICKS, label: translate('chart.meanScoreAxis') } satisfies Axis,
    y: { domain: UNIT, ticks: UNIT_TICKS, label: translate('chart.shareOfPositivesAxis') } satisfies Axis,
    perfect: {
      id: 'perfect',
      path: { x: UNIT, y: UNIT },
      tone: 'reference',
      dash: 'dashed',
      label: { text: translate('chart.perfectScores'), prefer: 0.3 },
    } satisfies PlotLine,
  };
}
