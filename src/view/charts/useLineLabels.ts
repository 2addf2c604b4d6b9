import { useMemo } from 'react';
import { LABEL_HEIGHT, labelWidth, type PlacedLabel, placeLabels } from './placeLabels.ts';
import { AXIS_NAME_RISE, INSET, type LevelLabel, type PlotLine } from './plotLine.ts';
import type { PlotFrame } from './usePlotFrame.ts';

const HEADROOM = 20;
const NONE: readonly PlacedLabel[] = [];

/** Where the lines' names stand, found again only when the lines or the plot's size change. */
export function useLineLabels(
  lines: readonly PlotLine[],
  fixed: readonly LevelLabel[],
  axisName: string,
  frame: PlotFrame | null,
): readonly PlacedLabel[] {
  return useMemo(() => {
    if (frame === null) return NONE;
    const inPixels = lines.map((line) => ({
      ...line,
      path: {
        x: Float64Array.from(line.path.x, frame.x),
        y: Float64Array.from(line.path.y, (value) => (Number.isFinite(value) ? frame.y(value) : Number.NaN)),
      },
    }));
    const labels = inPixels.flatMap(({ id, label, tone, path }) =>
      label === undefined
        ? []
        : [{ id, text: label.text, prefer: label.prefer, tone, isBold: tone !== 'other', line: path }],
    );
    const { area } = frame;
    const upperEdge = { x: [area.left, area.left + area.width], y: [area.top, area.top] };
    const unnamed = inPixels.filter(({ label }) => label === undefined).map(({ path }) => path);
    const axisNameBox = {
      left: area.left,
      top: area.top - AXIS_NAME_RISE - LABEL_HEIGHT,
      width: labelWidth(axisName, false),
      height: LABEL_HEIGHT + 4,
    };
    const taken = fixed.map(({ text, y }) => ({
      left: area.left + INSET,
      top: frame.y(y),
      width: labelWidth(text, true),
      height: LABEL_HEIGHT,
    }));
    // A line along the plot's upper edge has its name above it.
    const room = { ...area, top: area.top - HEADROOM, height: area.height + HEADROOM };
    return placeLabels(labels, [upperEdge, ...unnamed], [axisNameBox, ...taken], room);
  }, [lines, fixed, axisName, frame]);
}
