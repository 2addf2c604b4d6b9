import { memo, type ReactNode, useMemo } from 'react';
import { formatCount } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { type Axis, UNIT_TICKS } from './axis.ts';
import { DataPoints } from './marks.tsx';
import { Plot } from './Plot.tsx';
import type { PlotArea, PlotLine } from './plotLine.ts';
import type { Size } from './useSize.ts';

/** A bin that holds cases. */
export interface DrawnBin {
  readonly low: number;
  readonly high: number;
  readonly amount: number;
  readonly probPred: number;
  readonly probTrue: number;
  /** The interval of the share of positives; null where rows count by weight. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

interface ReliabilityChartProps {
  readonly bins: readonly DrawnBin[];
  readonly size?: Size;
  readonly beneath?: ReactNode;
  readonly children?: ReactNode;
}

const UNIT = [0, 1] as const;
const HEIGHT = 320;
/** The strip below the diagram, in its units: a line of text, then the bars. */
const STRIP = 0.32;
const BARS = 0.2;

export const ReliabilityChart = memo(function ReliabilityChart({
  bins,
  size,
  beneath,
  children,
}: ReliabilityChartProps) {
  const { x, y } = useMemo(frame, []);
  const { lines, areas, labels } = useMemo(() => drawing(bins), [bins]);
  const points = useMemo(() => bins.map(({ probPred, probTrue }) => ({ x: probPred, y: probTrue })), [bins]);
  return (
    <Plot
      height={HEIGHT}
      size={size}
      x={x}
      y={y}
      lines={lines}
      areas={areas}
      insideLabels={labels}
      beneath={
        <>
          <DataPoints points={points} radius={3.5} />
          {beneath}
        </>
      }
    >
      {children}
    </Plot>
  );
});

function frame() {
  return {
    x: { domain: UNIT, ticks: UNIT_TICKS, label: translate('chart.meanScoreAxis') } satisfies Axis,
    y: { domain: [-STRIP, 1], ticks: UNIT_TICKS, label: translate('chart.shareOfPositivesAxis') } satisfies Axis,
  };
}

function drawing(bins: readonly DrawnBin[]) {
  const most = bins.reduce((sofar, { amount }) => Math.max(sofar, amount), 0);
  const lines: readonly PlotLine[] = [
    {
      id: 'perfect',
      path: { x: UNIT, y: UNIT },
      tone: 'reference',
      dash: 'dashed',
      label: { text: translate('chart.perfectScores'), prefer: 0.3 },
    },
    ...bins.flatMap(({ probPred, interval }, i): PlotLine[] =>
      interval === null
        ? []
        : [
            {
              id: `interval ${i}`,
              path: { x: [probPred, probPred], y: [interval.low, interval.high] },
              tone: 'other',
              dash: 'solid',
            },
          ],
    ),
    {
      id: 'main',
      path: { x: bins.map(({ probPred }) => probPred), y: bins.map(({ probTrue }) => probTrue) },
      tone: 'main',
      dash: 'solid',
    },
  ];
  const areas = bins.map(({ low, high, amount }, i): PlotArea => {
    const top = -STRIP + (BARS * amount) / most;
    // A gap between two bars tells them apart.
    const inset = Math.min(0.002, (high - low) / 4);
    return {
      id: `bin ${i}`,
      path: { x: [low + inset, high - inset], y: [top, top] },
      base: -STRIP,
      tone: 'count',
    };
  });
  return {
    lines,
    areas,
    labels: [{ id: 'cases', text: translate('chart.casesBelow', { most: formatCount(most) }), y: 0 }],
  };
}
