import { Layer } from 'recharts';
import { labelWidth } from './placeLabels.ts';
import { usePlotFrame } from './usePlotFrame.ts';

interface PointMarkProps {
  readonly x: number;
  readonly y: number;
}

/** The operating point on a curve, at its exact place; nothing where it has none. */
export function PointMark({ x, y }: PointMarkProps) {
  const frame = usePlotFrame();
  if (frame === null || !Number.isFinite(x) || !Number.isFinite(y)) return null;
  return <circle className="plotPoint" cx={frame.x(x)} cy={frame.y(y)} r={6.5} />;
}

interface ThresholdMarkProps {
  readonly threshold: number;
  /** Heights of the dots on the line, in data units; undefined and infinite ones are left out. */
  readonly values?: readonly number[];
  readonly isDashed?: boolean;
  readonly label?: string;
}

/** The threshold as an upright line; nothing where it lies beside the axis. */
export function ThresholdMark({ threshold, values = [], isDashed = false, label }: ThresholdMarkProps) {
  const frame = usePlotFrame();
  if (frame === null) return null;
  const { left, top, width, height } = frame.area;
  const x = frame.x(threshold);
  if (!(x >= left - 0.5 && x <= left + width + 0.5)) return null;
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
      {values.filter(Number.isFinite).map((value, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the dots are told apart by their place only
        <circle key={i} className="plotPoint" cx={x} cy={frame.y(value)} r={5} />
      ))}
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
