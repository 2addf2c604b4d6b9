import { memo, type ReactNode, useMemo } from 'react';
import { translate } from '../../i18n/translate.ts';
import { type Axis, roundTicks, UNIT_TICKS } from './axis.ts';
import type { NamedPath } from './curveLines.ts';
import { Plot } from './Plot.tsx';
import type { PlotLine } from './plotLine.ts';
import type { Size } from './useSize.ts';

interface RiskCoverageChartProps {
  /** The share decided without a look against the share of these that are wrong. */
  readonly curve: NamedPath;
  readonly others: readonly NamedPath[];
  readonly size?: Size;
  readonly children?: ReactNode;
}

const UNIT = [0, 1] as const;
const HEIGHT = 268;

export const RiskCoverageChart = memo(function RiskCoverageChart({
  curve,
  others,
  size,
  children,
}: RiskCoverageChartProps) {
  const { x, y, lines } = useMemo(() => {
    const highest = errorAxisEnd([curve, ...others]);
    // Its few vertices are the curve: none is left out.
    const line = ({ name, path }: NamedPath, isMain: boolean): PlotLine => ({
      id: isMain ? 'main' : `other ${name}`,
      path,
      tone: isMain ? 'main' : 'other',
      dash: 'solid',
      ...(others.length > 0 ? { label: { text: name, prefer: null } } : {}),
    });
    return {
      x: { domain: UNIT, ticks: UNIT_TICKS, label: translate('automation.xAxis') } satisfies Axis,
      y: {
        domain: [0, highest],
        ticks: roundTicks(0, highest),
        label: translate('automation.yAxis'),
      } satisfies Axis,
      lines: [...others.map((other) => line(other, false)), line(curve, true)],
    };
  }, [curve, others]);
  return (
    <Plot height={HEIGHT} size={size} x={x} y={y} lines={lines}>
      {children}
    </Plot>
  );
});

/** Where the upright axis ends: above the greatest share of errors, with room for a band that is none of the curve's. */
export function errorAxisEnd(curves: readonly NamedPath[]): number {
  const greatest = Math.max(0, ...curves.flatMap(({ path }) => Array.from(path.y)));
  return greatest === 0 ? 1 : Math.min(1, greatest * 1.25);
}
