import { createContext, type ReactNode, useContext, useMemo } from 'react';
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

const FrameContext = createContext<PlotFrame | null>(null);

/** Asks the chart for its scales once, so that the marks that move need not. */
export function PlotFrameProvider({ children }: { readonly children: ReactNode }) {
  const area = usePlotArea();
  const width = useChartWidth();
  const x = useXAxisScale();
  const y = useYAxisScale();
  const xInverse = useXAxisInverseScale();
  const frame = useMemo(() => {
    if (!area || !width || !x || !y || !xInverse) return null;
    return {
      area: { left: area.x, top: area.y, width: area.width, height: area.height },
      width,
      x: (value: number) => x(value) ?? Number.NaN,
      y: (value: number) => y(value) ?? Number.NaN,
      xAt: (pixel: number) => Number(xInverse(pixel)),
    };
  }, [area, width, x, y, xInverse]);
  return <FrameContext value={frame}>{children}</FrameContext>;
}

/** Null until the chart has its axes. The same object until the chart is resized or rescaled. */
export function usePlotFrame(): PlotFrame | null {
  return useContext(FrameContext);
}
