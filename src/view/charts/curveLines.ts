import { drawnPath } from './drawnPath.ts';
import type { Dash, PlotLine } from './plotLine.ts';
import type { Path } from './series.ts';

/** A curve and the split, or the model, that it belongs to. */
export interface NamedPath {
  readonly name: string;
  readonly path: Path;
  /** Solid unless told. */
  readonly dash?: Dash;
}

const UNIT = [0, 1] as const;

type Domain = readonly [low: number, high: number];

/** The splits that are not in view, thin and behind. `upright`: what the plot shows of the upright axis. */
export function otherLines(others: readonly NamedPath[], upright: Domain = UNIT): readonly PlotLine[] {
  return others.map(({ name, path, dash = 'solid' }) => ({
    id: `other ${name}`,
    path: drawnPath(path, UNIT, upright),
    tone: 'other',
    dash,
    label: { text: name, prefer: null },
  }));
}

/** The split in view; it needs its name only where others are drawn. */
export function mainLine({ name, path }: NamedPath, isNamed: boolean, upright: Domain = UNIT): PlotLine {
  const line: PlotLine = { id: 'main', path: drawnPath(path, UNIT, upright), tone: 'main', dash: 'solid' };
  return isNamed ? { ...line, label: { text: name, prefer: null } } : line;
}
