import { type Axis, formatTick } from './axis.ts';
import { usePlotFrame } from './PlotFrame.tsx';
import { AXIS_NAME_RISE, INSET, type LevelLabel, type PlotLine } from './plotLine.ts';
import { useLineLabels } from './useLineLabels.ts';

/** Pixels below the plot that its ticks take. */
export const X_AXIS_HEIGHT = 24;

/** The thin level lines. */
export function PlotGrid({ levels }: { readonly levels: readonly number[] }) {
  const frame = usePlotFrame();
  if (frame === null) return null;
  const { left, width } = frame.area;
  return levels.map((level) => (
    <line key={level} className="plotGrid" x1={left} x2={left + width} y1={frame.y(level)} y2={frame.y(level)} />
  ));
}

interface PlotTextProps {
  readonly x: Axis;
  readonly y: Axis;
  readonly hasYAxis: boolean;
  readonly lines: readonly PlotLine[];
  readonly marginLabels: readonly LevelLabel[];
  readonly insideLabels: readonly LevelLabel[];
}

/** What is written in the plot: the axes' names, the lines' names, the words in the margin. */
export function PlotText({ x, y, hasYAxis, lines, marginLabels, insideLabels }: PlotTextProps) {
  const frame = usePlotFrame();
  const labels = useLineLabels(lines, insideLabels, hasYAxis ? y.label : null, frame);
  if (frame === null) return null;
  const { left, top, width, height } = frame.area;
  return (
    <>
      {x.ticks.map((tick, at) => (
        <text key={tick} className="plotTick" x={frame.x(tick)} y={top + height + 18} textAnchor="middle">
          {x.names?.[at] ?? formatTick(tick)}
        </text>
      ))}
      {hasYAxis &&
        y.ticks.map((tick) => (
          <text key={tick} className="plotTick" x={left - 8} y={frame.y(tick)} dy="0.35em" textAnchor="end">
            {formatTick(tick)}
          </text>
        ))}
      {hasYAxis && (
        <text className="plotAxisName" x={left} y={top - AXIS_NAME_RISE}>
          {y.label}
        </text>
      )}
      <text className="plotAxisName" x={left + width} y={top + height + X_AXIS_HEIGHT + 14} textAnchor="end">
        {x.label}
      </text>
      {marginLabels.map(({ id, text, y: level }) => (
        <text key={id} className="plotMarginLabel" x={left + width + 6} y={frame.y(level)} dy="0.35em">
          {text}
        </text>
      ))}
      {insideLabels.map(({ id, text, y: level }) => (
        <text key={id} className="plotLabel mainTone" x={left + INSET} y={frame.y(level) + 14}>
          {text}
        </text>
      ))}
      {labels.map(({ id, text, tone, box }) => (
        <text
          key={id}
          className={`plotLabel ${tone}Tone`}
          x={box.left + box.width / 2}
          y={box.top + box.height / 2}
          dy="0.35em"
          textAnchor="middle"
        >
          {text}
        </text>
      ))}
    </>
  );
}
