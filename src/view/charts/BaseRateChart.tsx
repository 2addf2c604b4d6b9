import { memo, type ReactNode, useMemo } from 'react';
import { withPercent } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { type Axis, formatTick, roundTicks, UNIT_TICKS } from './axis.ts';
import { Plot } from './Plot.tsx';
import type { Dash, PlotLine } from './plotLine.ts';
import type { Size } from './useSize.ts';

interface BaseRateChartProps {
  /** The share of positives of the file, and that of production. */
  readonly here: number;
  readonly there: number;
  /** The greatest share that is drawn. */
  readonly high: number;
  readonly size?: Size;
  /** The line itself, which follows the threshold, its points, and the names of the upright lines. */
  readonly beneath: ReactNode;
}

const UNIT = [0, 1] as const;
const HEIGHT = 190;

export const BaseRateChart = memo(function BaseRateChart({ here, there, high, size, beneath }: BaseRateChartProps) {
  const { x, y, lines } = useMemo(() => drawing(here, there, high), [here, there, high]);
  return <Plot height={HEIGHT} size={size} x={x} y={y} lines={lines} beneath={beneath} />;
});

function drawing(here: number, there: number, high: number) {
  const upright = (rate: number, dash: Dash): PlotLine => ({
    id: dash,
    path: { x: [rate, rate], y: UNIT },
    tone: 'reference',
    dash,
  });
  const lines = [upright(here, 'dotted')];
  if (there !== here) lines.push(upright(there, 'dashed'));
  const ticks = high === 1 ? UNIT_TICKS : roundTicks(0, high, 4);
  return {
    x: {
      domain: [0, high],
      ticks,
      names: ticks.map((tick) => withPercent(formatTick(tick * 100))),
      label: translate('production.rateAxis'),
    } satisfies Axis,
    y: { domain: UNIT, ticks: UNIT_TICKS, label: translate('chart.precisionAxis') } satisfies Axis,
    lines,
  };
}
