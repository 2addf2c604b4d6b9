import { Layer } from 'recharts';
import { type PlotFrame, usePlotFrame } from './PlotFrame.tsx';
import { labelWidth } from './placeLabels.ts';
import type { Path } from './series.ts';

/** A point in data units; where either is no finite number there is none. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Operating points at their exact places; those without a place are left out. */
export function PointMarks({ points, radius }: { readonly points: readonly Point[]; readonly radius: number }) {
  const frame = usePlotFrame();
  if (frame === null) return null;
  return points
    .filter(({ x, y }) => isInside(frame, x) && Number.isFinite(y))
    .map(({ x, y }, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the points are told apart by their place only
      <circle key={i} className="plotPoint" cx={frame.x(x)} cy={frame.y(y)} r={radius} />
    ));
}

/** The vertices of a line that are data of their own. */
export function DataPoints({ points, radius }: { readonly points: readonly Point[]; readonly radius: number }) {
  const frame = usePlotFrame();
  if (frame === null) return null;
  return points.map(({ x, y }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines laid over each other have points at the same x
    <circle key={i} className="plotVertex" cx={frame.x(x)} cy={frame.y(y)} r={radius} />
  ));
}

/** A line that moves with the threshold, drawn without asking the chart for it; only finite vertices belong to it. */
export function MovingLine({ path: { x, y } }: { readonly path: Path }) {
  const frame = usePlotFrame();
  if (frame === null) return null;
  const steps: string[] = [];
  for (let i = 0; i < x.length; i++) {
    const isDrawn = Number.isFinite(y[i]);
    const isStart = i === 0 || !Number.isFinite(y[i - 1]);
    if (isDrawn) steps.push(`${isStart ? 'M' : 'L'}${frame.x(x[i]).toFixed(2)},${frame.y(y[i]).toFixed(2)}`);
  }
  return (
    <Layer className="plotLine mainTone">
      <path d={steps.join('')} />
    </Layer>
  );
}

/** The best point of a curve: a ring, so that the marker can stand in it; where it lies at ±∞, at that end of the axis with an arrow outwards. */
export function BestMark({ x, y }: Point) {
  const frame = usePlotFrame();
  if (frame === null || !Number.isFinite(y)) return null;
  if (Number.isFinite(x)) return isInside(frame, x) ? <Ring x={frame.x(x)} y={frame.y(y)} /> : null;
  if (Number.isNaN(x)) return null;
  const { left, width } = frame.area;
  const [end, out] = x > 0 ? [left + width, 4] : [left, -4];
  const [from, at] = [end - out / 2, frame.y(y)];
  return (
    <>
      <Ring x={end} y={at} />
      <path className="plotBest" d={`M${from},${at - 4}L${from + out},${at}L${from},${at + 4}`} />
    </>
  );
}

const Ring = ({ x, y }: Point) => <circle className="plotBest" cx={x} cy={y} r={9} />;

interface ThresholdLineProps {
  readonly threshold: number;
  readonly isDashed?: boolean;
  /** Written above the plot. */
  readonly label?: string;
}

/** The threshold as an upright line; nothing where it lies beside the axis. */
export function ThresholdLine({ threshold, isDashed = false, label }: ThresholdLineProps) {
  const frame = usePlotFrame();
  if (frame === null || !isInside(frame, threshold)) return null;
  const { left, top, width, height } = frame.area;
  const x = frame.x(threshold);
  const half = label === undefined ? 0 : labelWidth(label, false) / 2;
  return (
    <Layer aria-hidden="true">
      <line
        className="plotThreshold"
        x1={x}
        x2={x}
        y1={top}
        y2={top + height}
        strokeDasharray={isDashed ? '5 4' : undefined}
      />
      {label !== undefined && (
        <text
          className="plotThresholdLabel"
          x={Math.max(left + half, Math.min(left + width - half, x))}
          y={top - 8}
          textAnchor="middle"
        >
          {label}
        </text>
      )}
    </Layer>
  );
}

function isInside({ area, x }: PlotFrame, value: number): boolean {
  const pixel = x(value);
  return pixel >= area.left - 0.5 && pixel <= area.left + area.width + 0.5;
}

/** A place that is only read: a thin line, and what lies there. */
export function PlaceMark({ x, points }: { readonly x: number; readonly points: readonly Point[] }) {
  const frame = usePlotFrame();
  if (frame === null || !isInside(frame, x)) return null;
  const { top, height } = frame.area;
  return (
    <Layer aria-hidden="true">
      <line className="plotPlace" x1={frame.x(x)} x2={frame.x(x)} y1={top} y2={top + height} />
      {points.map(({ y }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the points are told apart by their place only
        <circle key={at} className="plotVertex" cx={frame.x(x)} cy={frame.y(y)} r={3.5} />
      ))}
    </Layer>
  );
}
