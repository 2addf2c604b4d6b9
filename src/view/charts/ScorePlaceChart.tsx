import './ScorePlaceChart.css';

interface ScorePlaceChartProps {
  readonly name: string;
  /** Rows above and below the line, bin by bin from `low` to `high`. */
  readonly positives: ArrayLike<number>;
  readonly negatives: ArrayLike<number>;
  readonly low: number;
  readonly high: number;
  readonly score: number;
  /** What decides: one, or the two ends of a band; NaN where none does. */
  readonly thresholds: readonly number[];
}

const WIDTH = 320;
const HEIGHT = 84;
const MIDDLE = HEIGHT / 2;

/** Both classes' scores as two small histograms on one line, with a mark where one score lies. */
export function ScorePlaceChart(props: ScorePlaceChartProps) {
  const { name, positives, negatives, low, high, score, thresholds } = props;
  const bins = positives.length;
  // As on the rail: the square root keeps rare scores in view.
  const most = Math.sqrt(Math.max(1, ...Array.from(positives), ...Array.from(negatives)));
  const width = WIDTH / bins;
  const xOf = (value: number) => WIDTH * Math.min(1, Math.max(0, (value - low) / (high - low || 1)));
  const heightOf = (count: number) => ((MIDDLE - 6) * Math.sqrt(count)) / most;
  return (
    <svg
      className="scorePlace"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={name}
      preserveAspectRatio="none"
    >
      {Array.from({ length: bins }, (_, bin) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bins never change their order
        <g key={bin}>
          {positives[bin] > 0 && (
            <rect
              className="scorePlacePositive"
              x={bin * width}
              width={Math.max(1, width - 1)}
              y={MIDDLE - heightOf(positives[bin])}
              height={heightOf(positives[bin])}
            />
          )}
          {negatives[bin] > 0 && (
            <rect
              className="scorePlaceNegative"
              x={bin * width}
              width={Math.max(1, width - 1)}
              y={MIDDLE}
              height={heightOf(negatives[bin])}
            />
          )}
        </g>
      ))}
      <line className="scorePlaceLine" x1={0} x2={WIDTH} y1={MIDDLE} y2={MIDDLE} />
      {thresholds
        .filter((threshold) => threshold >= low && threshold <= high)
        .map((threshold) => (
          <line
            key={threshold}
            className="scorePlaceThreshold"
            x1={xOf(threshold)}
            x2={xOf(threshold)}
            y1={0}
            y2={HEIGHT}
          />
        ))}
      <line className="scorePlaceMark" x1={xOf(score)} x2={xOf(score)} y1={0} y2={HEIGHT} />
    </svg>
  );
}
