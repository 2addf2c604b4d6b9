import { memo, type ReactNode, useMemo } from 'react';
import { Area, ComposedChart, Layer, Line, XAxis, YAxis } from 'recharts';
import { type Axis, formatTick } from './axis.ts';
import { PlotFrameProvider } from './PlotFrame.tsx';
import { PlotGrid, PlotText, X_AXIS_HEIGHT } from './PlotText.tsx';
import { labelWidth } from './placeLabels.ts';
import type { Dash, LevelLabel, PlotArea, PlotLine } from './plotLine.ts';
import { bandRows, type Range, rangeRows, seriesRows } from './series.ts';
import { useTurn } from './turns.tsx';
import { type Size, useSize } from './useSize.ts';
import './charts.css';

const DASHES: Readonly<Record<Dash, string | undefined>> = {
  solid: undefined,
  dashed: '6 4',
  dotted: '1.5 3',
  dashDot: '9 3 1.5 3',
  longDash: '14 5',
};

interface PlotProps {
  /** At least so many pixels; the plot fills what its frame leaves it. */
  readonly height: number;
  /** Measured from the page where it is not given. */
  readonly size?: Size;
  readonly x: Axis;
  readonly y: Axis;
  /** False where heights are only compared. */
  readonly hasYAxis?: boolean;
  readonly lines: readonly PlotLine[];
  readonly areas?: readonly PlotArea[];
  /** Grey, under the lines. */
  readonly ranges?: readonly Range[];
  readonly marginLabels?: readonly LevelLabel[];
  readonly insideLabels?: readonly LevelLabel[];
  /** The marker layers, under the words and over all: they alone are drawn again while the threshold moves. */
  readonly beneath?: ReactNode;
  readonly children?: ReactNode;
}

const NO_AREAS: readonly PlotArea[] = [];
const NO_RANGES: readonly Range[] = [];
const NO_LABELS: readonly LevelLabel[] = [];
const LABEL_ROW = 20;
/** The drawing takes the size of its frame, never the other way round. */
const OUT_OF_FLOW = { position: 'absolute', inset: 0 } as const;
/** The axes only make the scales; their words are written with all others. */
const BARE_AXIS = { tick: false, tickLine: false, axisLine: false } as const;

export const Plot = memo(function Plot({
  height,
  size,
  x,
  y,
  hasYAxis = true,
  lines,
  areas = NO_AREAS,
  ranges = NO_RANGES,
  marginLabels = NO_LABELS,
  insideLabels = NO_LABELS,
  beneath,
  children,
}: PlotProps) {
  const [ref, measured] = useSize<HTMLDivElement>();
  const hasTurn = useTurn(ref);
  const drawn = size ?? measured;
  const bands = useMemo(() => areas.map((area) => ({ ...area, rows: bandRows(area.path, area.base) })), [areas]);
  const rangeData = useMemo(() => ranges.map(rangeRows), [ranges]);
  const series = useMemo(() => lines.map((line) => ({ ...line, rows: seriesRows(line.path) })), [lines]);
  const margin = useMemo(() => {
    const widest = Math.max(0, ...marginLabels.map(({ text }) => labelWidth(text, false)));
    return { top: LABEL_ROW + 6, right: widest > 0 ? widest + 6 : 10, bottom: LABEL_ROW, left: hasYAxis ? 0 : 10 };
  }, [marginLabels, hasYAxis]);
  const yWidth = hasYAxis ? Math.max(34, ...y.ticks.map((tick) => labelWidth(formatTick(tick), false) + 6)) : 0;
  return (
    <div className="plot" ref={ref} style={{ flexBasis: height }}>
      {(hasTurn || size !== undefined) && drawn.width > 0 && drawn.height > 0 && (
        <ComposedChart {...drawn} style={OUT_OF_FLOW} margin={margin} role="presentation" accessibilityLayer={false}>
          <XAxis
            dataKey="x"
            type="number"
            domain={[...x.domain]}
            allowDataOverflow
            height={X_AXIS_HEIGHT}
            {...BARE_AXIS}
          />
          <YAxis type="number" domain={[...y.domain]} allowDataOverflow width={yWidth} {...BARE_AXIS} />
          <PlotFrameProvider>
            <Layer aria-hidden="true">
              {hasYAxis && <PlotGrid levels={y.ticks} />}
              {rangeData.map((rows, place) => (
                <Area
                  // biome-ignore lint/suspicious/noArrayIndexKey: ranges have no other name
                  key={place}
                  className="plotArea rangeTone"
                  data={rows}
                  dataKey="band"
                  type="linear"
                  stroke="none"
                  dot={false}
                  activeDot={false}
                  isAnimationActive={false}
                  zIndex={0}
                />
              ))}
              {bands.map(({ id, tone, rows }) => (
                <Area
                  key={id}
                  className={`plotArea ${tone}Tone`}
                  data={rows}
                  dataKey="band"
                  type="linear"
                  stroke="none"
                  dot={false}
                  activeDot={false}
                  isAnimationActive={false}
                  zIndex={0}
                />
              ))}
              {series.map(({ id, tone, dash, rows }) => (
                <Line
                  key={id}
                  className={`plotLine ${tone}Tone`}
                  data={rows}
                  dataKey="y"
                  type="linear"
                  strokeDasharray={DASHES[dash]}
                  dot={false}
                  activeDot={false}
                  isAnimationActive={false}
                  zIndex={0}
                />
              ))}
              {beneath}
              <PlotText {...{ x, y, hasYAxis, lines, marginLabels, insideLabels }} />
            </Layer>
            {children}
          </PlotFrameProvider>
        </ComposedChart>
      )}
    </div>
  );
});
