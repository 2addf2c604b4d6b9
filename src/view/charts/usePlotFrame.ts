import { useMemo } from 'react';
import { useChartWidth, usePlotArea, useXAxisInverseScale, useXAxisScale, useYAxisScale } from 'recharts';
import type { Scales } from './picking.ts';
import type { Box } from './placeLabels.ts';

/** The plot in pixels, and the way from data to pixels and back. */
export interface PlotFrame extends Scales {
  readonly area: Box;
  /** Width of the whole drawing. */
  readonly width: number;
  readonly xAt: (pixel: number) => number;
}

/** Inside a chart; null until its axes are there. Keeps its identity until the chart is resized or rescaled. */
export function usePlotFrame(): PlotFrame | null {
  const area = usePlotArea();
  const width = useChartWidth();
  const x = useXAxisScale();
  const y = useYAxisScale();
  const xInverse = useXAxisInverseScale();
  return useMemo(() => {
    if (!area || !width || !x || !y || !xInverse) return null;
    return {
      area: { left: area.x, top: area.y, width: area.width, height: area.height },
      width,
      x: (value) => x(value) ?? Number.NaN,
      y: (value) => y(value) ?? Number.NaN,
      xAt: (pixel) => Number(xInverse(pixel)),
    };
  }, [area, width, x, y, xInverse]);
}
