import { drawnPath } from './drawnPath.ts';
import type { PlotLine } from './plotLine.ts';
import type { Path } from './series.ts';

/** A curve and the split it belongs to. */
export interface NamedPath {
  readonly name: string;
  readonly path: Path;
}

const UNIT = [0, 1] as const;

/** The splits that are not in view, thin and behind. */
export function otherLines(others: readonly NamedPath[]): readonly PlotLine[] {
  return others.map(({ name, path }) => ({
    id: `other ${name}`,
    path: drawnPath(path, UNIT, UNIT),
    tone: 'other',
    dash: 'solid',
    label: { text: name, prefer: null },
  }));
}

/** The split in view; it needs its name only where others are drawn. */
export function mainLine({ name, path }: NamedPath, isNamed: boolean): PlotLine {
  const line: PlotLine = { id: 'main', path: drawnPath(path, UNIT, UNIT), tone: 'main', dash: 'solid' };
  return isNamed ? { ...line, label: { text: name, prefer: null } } : line;
}
