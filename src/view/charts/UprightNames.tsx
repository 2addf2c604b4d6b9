import { usePlotFrame } from './PlotFrame.tsx';
import { LABEL_HEIGHT, labelWidth } from './placeLabels.ts';

/** An upright line of a plot of shares, where a rising line crosses it, and what it is called. */
export interface UprightName {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly crossing: number;
}

const GAP = 7;

/**
 * The names of upright lines that a rising line crosses wherever the threshold puts it: at the bottom, right of it, where the line is
 * above them, at the top else; each in a row of its own.
 */
export function UprightNames({ names }: { readonly names: readonly UprightName[] }) {
  const frame = usePlotFrame();
  if (frame === null) return null;
  const { left, top, width, height } = frame.area;
  return names.map(({ id, text, x, crossing }, row) => {
    const at = frame.x(x);
    const needed = labelWidth(text, false) + GAP;
    const isBlocked = names.some((other) => other.x > x && frame.x(other.x) < at + needed);
    const hasRoom = at + needed <= left + width;
    const isRight = (hasRoom && !isBlocked) || at - needed < left;
    const rows = (row + 1) * LABEL_HEIGHT;
    const isBelow = frame.y(crossing) < top + height - rows - GAP;
    return (
      <text
        key={id}
        className="plotLabel"
        x={isRight ? at + GAP : at - GAP}
        y={isBelow ? top + height - rows + LABEL_HEIGHT - GAP : top + rows}
        textAnchor={isRight ? 'start' : 'end'}
      >
        {text}
      </text>
    );
  });
}
