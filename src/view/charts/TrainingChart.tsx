import { memo, useMemo } from 'react';
import { type Axis, roundTicks } from './axis.ts';
import { drawnPath } from './drawnPath.ts';
import { EpochControl } from './EpochControl.tsx';
import { BestMark, DataPoints, PlaceMark } from './marks.tsx';
import { Plot } from './Plot.tsx';
import type { Dash, PlotLine } from './plotLine.ts';
import type { Path } from './series.ts';
import type { Size } from './useSize.ts';

/** A number by epoch. */
export interface EpochLine {
  readonly name: string;
  /** NaN where there is none. */
  readonly values: ArrayLike<number>;
  /** Epochs at which the line must not go on: where another run begins, or the file says that there is no number. */
  readonly breaks: readonly number[];
}

interface TrainingChartProps {
  /** Of the slider: what the chart shows. */
  readonly name: string;
  /** Where each epoch lies, ascending. */
  readonly places: ArrayLike<number>;
  readonly across: string;
  readonly upright: string;
  /** The one to look at comes last: it is drawn in ink, the others grey. */
  readonly lines: readonly EpochLine[];
  /** Losses and shares have a floor of zero, unless something lies below it. */
  readonly hasFloor: boolean;
  /** The epoch to mark on the last line; null: none. */
  readonly best: number | null;
  /** The epoch that is read. */
  readonly at: number;
  readonly valueText: string;
  readonly onAt: (at: number) => void;
  readonly size?: Size;
}

const HEIGHT = 268;
const DASHES: readonly Dash[] = ['dashed', 'dotted', 'dashDot', 'longDash'];
/** So few epochs that each is a point of its own. */
const FEW = 20;

/** What became of a model while it was trained, epoch by epoch; the pointer and the keys read one of them. */
export const TrainingChart = memo(function TrainingChart(props: TrainingChartProps) {
  const { places, lines, across, upright, hasFloor, best, at, size } = props;
  const { x, y, drawn, points } = useMemo(
    () => drawing(places, lines, across, upright, hasFloor),
    [places, lines, across, upright, hasFloor],
  );
  const main = lines.at(-1);
  const read = lines.flatMap(({ values }) => (Number.isFinite(values[at]) ? [{ x: places[at], y: values[at] }] : []));
  return (
    <Plot
      height={HEIGHT}
      size={size}
      x={x}
      y={y}
      lines={drawn}
      beneath={points.map((each, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name here
        <DataPoints key={place} points={each} radius={2} />
      ))}
    >
      <PlaceMark x={places[at]} points={read} />
      {best !== null && main !== undefined && <BestMark x={places[best]} y={main.values[best]} />}
      <EpochControl name={props.name} places={places} at={at} valueText={props.valueText} onAt={props.onAt} />
    </Plot>
  );
});

function drawing(
  places: ArrayLike<number>,
  lines: readonly EpochLine[],
  across: string,
  upright: string,
  hasFloor: boolean,
) {
  const count = places.length;
  const first = places[0];
  const last = places[count - 1];
  const xDomain = last > first ? ([first, last] as const) : ([first - 0.5, first + 0.5] as const);
  const y = uprightAxis(lines, upright, hasFloor);
  const main = lines.length - 1;
  return {
    x: {
      domain: xDomain,
      ticks: last > first ? roundTicks(first, last, 5).filter(Number.isInteger) : [first],
      label: across,
    } satisfies Axis,
    y,
    drawn: lines.map(
      (line, at): PlotLine => ({
        id: line.name,
        path: drawnPath(pathOf(places, line), xDomain, y.domain),
        tone: at === main ? 'main' : 'other',
        dash: at === main ? 'solid' : DASHES[at % DASHES.length],
        label: { text: line.name, prefer: null },
      }),
    ),
    points: lines.map(({ values }) => {
      if (count > FEW) return [];
      return Array.from(values).flatMap((value, at) => (Number.isFinite(value) ? [{ x: places[at], y: value }] : []));
    }),
  };
}

/** The line through the epochs that have a number; what is not written down leaves no gap, what breaks the line does. */
function pathOf(places: ArrayLike<number>, { values, breaks }: EpochLine): Path {
  const gaps = new Set(breaks);
  const x: number[] = [];
  const y: number[] = [];
  for (let at = 0; at < places.length; at++) {
    if (gaps.has(at) && x.length > 0) {
      x.push(places[at]);
      y.push(Number.NaN);
    }
    if (!Number.isFinite(values[at])) continue;
    x.push(places[at]);
    y.push(values[at]);
  }
  return { x, y };
}

const UPRIGHT_TICKS = 4;

function uprightAxis(lines: readonly EpochLine[], label: string, hasFloor: boolean): Axis {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { values } of lines) {
    for (let at = 0; at < values.length; at++) {
      if (values[at] < low && Number.isFinite(values[at])) low = values[at];
      if (values[at] > high && Number.isFinite(values[at])) high = values[at];
    }
  }
  if (low > high) return { domain: [0, 1], ticks: [0, 1], label };
  if (hasFloor && low >= 0) low = 0;
  if (low === high) {
    const room = Math.abs(low) / 2 || 0.5;
    low -= room;
    high += room;
  }
  const inner = roundTicks(low, high, UPRIGHT_TICKS);
  const step = inner.length > 1 ? inner[1] - inner[0] : high - low;
  const domain = [round(Math.floor(low / step + 1e-9) * step), round(Math.ceil(high / step - 1e-9) * step)] as const;
  return { domain, ticks: roundTicks(...domain, UPRIGHT_TICKS), label };
}

const round = (value: number): number => Number(value.toPrecision(12));
