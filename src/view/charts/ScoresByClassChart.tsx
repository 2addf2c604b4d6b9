import { memo, type ReactNode, useMemo } from 'react';
import { translate } from '../../i18n/translate.ts';
import { type Axis, scoreTicks } from './axis.ts';
import { Plot } from './Plot.tsx';
import type { PlotArea, PlotLine } from './plotLine.ts';
import type { Path } from './series.ts';
import type { Size } from './useSize.ts';

/** One split: the share of each class in every bin, from the low scores to the high ones. */
export interface ClassShares {
  readonly name: string;
  readonly positives: ArrayLike<number>;
  readonly negatives: ArrayLike<number>;
}

interface ScoresByClassChartProps {
  readonly splits: readonly ClassShares[];
  readonly low: number;
  readonly high: number;
  readonly size?: Size;
  readonly beneath?: ReactNode;
  readonly children?: ReactNode;
}

/** The part of a band that its tallest step takes; the rest holds the split's name. */
const FILL = 0.8;

export const ScoresByClassChart = memo(function ScoresByClassChart({
  splits,
  low,
  high,
  size,
  beneath,
  children,
}: ScoresByClassChartProps) {
  const { x, y, lines, areas, names } = useMemo(() => drawing(splits, low, high), [splits, low, high]);
  const bandHeight = splits.length > 3 ? 88 : 128;
  return (
    <Plot
      height={70 + bandHeight * splits.length}
      size={size}
      x={x}
      y={y}
      hasYAxis={false}
      lines={lines}
      areas={areas}
      insideLabels={names}
      beneath={beneath}
    >
      {children}
    </Plot>
  );
});

function drawing(splits: readonly ClassShares[], low: number, high: number) {
  const tallest = Math.max(
    Number.MIN_VALUE,
    ...splits.flatMap(({ positives, negatives }) => [...finite(positives), ...finite(negatives)]),
  );
  const lines: PlotLine[] = [];
  const areas: PlotArea[] = [];
  splits.forEach((split, i) => {
    const base = splits.length - 1 - i;
    lines.push({
      id: `base ${split.name}`,
      path: { x: [low, high], y: [base, base] },
      tone: 'reference',
      dash: 'solid',
    });
    for (const tone of ['negative', 'positive'] as const) {
      const shares = finite(tone === 'positive' ? split.positives : split.negatives);
      if (shares.length === 0) continue;
      const path = steps(shares, low, high, base, FILL / tallest);
      const id = `${tone} ${split.name}`;
      areas.push({ id, path, base, tone });
      const text = translate(tone === 'positive' ? 'chart.positive' : 'chart.negative');
      const line: PlotLine = { id, path, tone, dash: tone === 'positive' ? 'solid' : 'dashed' };
      lines.push(i === 0 ? { ...line, label: { text, prefer: null, along: upperPart(path, base) } } : line);
    }
  });
  return {
    x: { domain: [low, high], ticks: scoreTicks(low, high), label: translate('chart.scoreAxis') } satisfies Axis,
    y: { domain: [0, Math.max(1, splits.length)], ticks: [], label: '' } satisfies Axis,
    lines,
    areas,
    names: splits.length === 1 ? [] : splits.map(({ name }, i) => ({ id: name, text: name, y: splits.length - i })),
  };
}

/** Shares of a class without rows are no numbers. */
function finite(shares: ArrayLike<number>): readonly number[] {
  const values = Array.from(shares);
  return values.every(Number.isFinite) ? values : [];
}

/** The outline of a histogram, from the base line up and down to it again. */
function steps(shares: readonly number[], low: number, high: number, base: number, scale: number): Path {
  const x: number[] = [low];
  const y: number[] = [base];
  shares.forEach((share, i) => {
    const from = low + ((high - low) * i) / shares.length;
    const to = low + ((high - low) * (i + 1)) / shares.length;
    x.push(from, to);
    y.push(base + share * scale, base + share * scale);
  });
  x.push(high);
  y.push(base);
  return { x, y };
}

/** The outline near its peak: a name beside the flat tail would say nothing. */
function upperPart({ x, y }: Path, base: number): Path {
  const peak = Math.max(...Array.from(y, (value) => value - base));
  return { x, y: Array.from(y, (value) => (value - base >= peak * 0.7 ? value : Number.NaN)) };
}
