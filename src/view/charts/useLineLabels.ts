import { useMemo } from 'react';
import type { PlotFrame } from './PlotFrame.tsx';
import { LABEL_HEIGHT, type LineLabel, labelWidth, type PlacedLabel, placeLabels } from './placeLabels.ts';
import { AXIS_NAME_RISE, INSET, type LevelLabel, type PlotLine } from './plotLine.ts';
import type { Path } from './series.ts';

/** Over a plot with an upright axis a line along the upper edge may have its name above it. */
const HEADROOM = 20;
const NONE: readonly PlacedLabel[] = [];

/** Where the lines' names stand, found again only when the lines or the plot's size change. */
export function useLineLabels(
  lines: readonly PlotLine[],
  fixed: readonly LevelLabel[],
  /** Null without an upright axis. */
  axisName: string | null,
  frame: PlotFrame | null,
): readonly PlacedLabel[] {
  return useMemo(() => {
    if (frame === null) return NONE;
    const { area } = frame;
    const labels: LineLabel[] = [];
    const obstacles: Path[] = [{ x: [area.left, area.left + area.width], y: [area.top, area.top] }];
    for (const { id, tone, path, label } of lines) {
      if (label === undefined || label.along !== undefined) obstacles.push(inPixels(path, frame));
      if (label === undefined) continue;
      const line = inPixels(label.along ?? path, frame);
      labels.push({ id, text: label.text, prefer: label.prefer, tone, isBold: tone !== 'other', line });
    }
    const taken = fixed.map(({ text, y }) => ({
      left: area.left + INSET,
      top: frame.y(y),
      width: labelWidth(text, true),
      height: LABEL_HEIGHT,
    }));
    if (axisName === null) return placeLabels(labels, obstacles, taken, area);
    taken.push({
      left: area.left,
      top: area.top - AXIS_NAME_RISE - LABEL_HEIGHT,
      // With room for readers who set their letters wider.
      width: 1.3 * labelWidth(axisName, false),
      height: LABEL_HEIGHT + 4,
    });
    const room = { ...area, top: area.top - HEADROOM, height: area.height + HEADROOM };
    return placeLabels(labels, obstacles, taken, room);
  }, [lines, fixed, axisName, frame]);
}

function inPixels({ x, y }: Path, frame: PlotFrame): Path {
  return {
    x: Float64Array.from(x, frame.x),
    y: Float64Array.from(y, (value) => (Number.isFinite(value) ? frame.y(value) : Number.NaN)),
  };
}
