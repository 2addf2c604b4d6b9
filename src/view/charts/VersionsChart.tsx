import { memo, useMemo } from 'react';
import { translate } from '../../i18n/translate.ts';
import { UNIT_TICKS } from './axis.ts';
import { DataPoints } from './marks.tsx';
import { Plot } from './Plot.tsx';
import type { Dash, PlotLine } from './plotLine.ts';
import type { Size } from './useSize.ts';

/** A number by version; NaN where there is none. */
export interface VersionLine {
  readonly name: string;
  readonly values: readonly number[];
}

interface VersionsChartProps {
  readonly versions: readonly string[];
  readonly lines: readonly VersionLine[];
  readonly size?: Size;
}

const UNIT = [0, 1] as const;
const HEIGHT = 268;
const DASHES: readonly Dash[] = ['solid', 'dashed', 'dotted', 'longDash'];
/** More names, or more letters of them, run into each other on a phone. */
const NAMES = 4;
const LETTERS = 22;

/** What becomes of a model from version to version. */
export const VersionsChart = memo(function VersionsChart({ versions, lines, size }: VersionsChartProps) {
  const { x, y, drawn, points } = useMemo(() => drawing(versions, lines), [versions, lines]);
  return (
    <Plot height={HEIGHT} size={size} x={x} y={y} lines={drawn} beneath={<DataPoints points={points} radius={3} />} />
  );
});

function drawing(versions: readonly string[], lines: readonly VersionLine[]) {
  const last = versions.length - 1;
  const longest = Math.max(1, ...versions.map((name) => shortened(name).length));
  const names = Math.max(2, Math.min(NAMES, Math.floor(LETTERS / (longest + 1))));
  const step = Math.max(1, Math.ceil(last / (names - 1)));
  const ticks = versions.map((_, at) => at).filter((at) => at % step === 0);
  const places = versions.map((_, at) => at);
  return {
    x: {
      // Half a step of room on either side, for the names below the first and the last.
      domain: [-0.5, last + 0.5] as const,
      ticks,
      names: ticks.map((at) => shortened(versions[at])),
      label: translate('versions.axis'),
    },
    y: { domain: UNIT, ticks: UNIT_TICKS, label: translate('versions.upright') },
    drawn: lines.map(
      ({ name, values }, at): PlotLine => ({
        id: name,
        path: { x: places, y: values },
        tone: at === 0 ? 'main' : 'other',
        dash: DASHES[at % DASHES.length],
        label: { text: name, prefer: null },
      }),
    ),
    points: lines.flatMap(({ values }) =>
      values.flatMap((value, at) => (Number.isFinite(value) ? [{ x: at, y: value }] : [])),
    ),
  };
}

const LONGEST = 10;
const shortened = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);
