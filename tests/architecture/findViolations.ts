import { posix } from 'node:path';
import type { Import } from './readImports.ts';

/** Source files by their path below `src`, with what each imports. */
export type Graph = ReadonlyMap<string, readonly Import[]>;

type Room = 'core' | 'i18n' | 'io' | 'state' | 'view';

interface Law {
  rooms: readonly Room[];
  /** Rooms of which only the types may be named. */
  types?: readonly Room[];
  packages: (name: string, importer: string) => boolean;
}

const LAWS: Record<Room, Law> = {
  core: { rooms: [], packages: () => false },
  i18n: { rooms: [], types: ['core'], packages: () => false },
  io: { rooms: ['core', 'i18n'], packages: () => true },
  state: {
    rooms: ['core', 'io'],
    packages: (name, importer) => name === 'zustand' || (name === 'react' && importer === 'state/useTuner.ts'),
  },
  view: { rooms: ['core', 'i18n', 'state'], packages: () => true },
};

/** One sentence for every arrow that points the wrong way and for every circle; none means the law holds. */
export function findViolations(graph: Graph): string[] {
  const broken: string[] = [];
  const arrows = new Map<string, string[]>();

  for (const [importer, imports] of graph) {
    const targets: string[] = [];
    for (const { specifier, isTypeOnly, line } of imports) {
      const isRelative = specifier.startsWith('.');
      const target = isRelative ? resolve(importer, specifier) : specifier;
      if (isRelative && graph.has(target)) targets.push(target);
      const reason = isRelative ? judgeFile(importer, target, isTypeOnly) : judgePackage(importer, specifier);
      if (reason) broken.push(`${importer}:${line} imports ${target}: ${reason}`);
    }
    arrows.set(importer, targets);
  }
  return [...broken, ...findCircles(arrows).map((circle) => `circle: ${circle.join(' → ')}`)];
}

function resolve(importer: string, specifier: string): string {
  return posix.normalize(posix.join(posix.dirname(importer), specifier.replace(/\?.*$/, '')));
}

function judgeFile(importer: string, target: string, isTypeOnly: boolean): string | undefined {
  if (target.startsWith('..')) return 'it lies outside src';
  const from = roomOf(importer);
  if (from === 'above') return undefined;
  if (from === undefined) return `${importer.split('/')[0]} is no room`;

  const to = roomOf(target);
  if (to === 'above') return 'nothing imports the files that wire the rooms together';
  if (to === undefined) return 'it is in no room';
  if (from === to) return from === 'view' ? judgeWithinView(importer, target) : undefined;

  const { rooms, types = [] } = LAWS[from];
  if (rooms.includes(to)) return isChart(importer) && to === 'state' ? 'a chart takes props, never state' : undefined;
  if (types.includes(to)) return isTypeOnly ? undefined : `${from} may name only types of ${to}: use import type`;
  return `${from} may not import ${to}`;
}

function judgePackage(importer: string, specifier: string): string | undefined {
  const from = roomOf(importer);
  if (from === 'above') return undefined;
  if (from === undefined) return `${importer.split('/')[0]} is no room`;
  const name = specifier.startsWith('@') ? specifier.split('/', 2).join('/') : specifier.split('/', 1)[0];
  if (name === '(computed)') return 'a name that is computed cannot be checked';
  return LAWS[from].packages(name, importer) ? undefined : `${from} may not import this package`;
}

/** Files directly in src stand above the rooms. */
function roomOf(path: string): Room | 'above' | undefined {
  const [first, ...rest] = path.split('/');
  if (rest.length === 0) return 'above';
  return first in LAWS ? (first as Room) : undefined;
}

function isChart(path: string): boolean {
  return path.startsWith('view/charts/');
}

function judgeWithinView(importer: string, target: string): string | undefined {
  const [from, to] = [panelOf(importer), panelOf(target)];
  if (from && to && from !== to) return 'a panel never imports another panel';
  return undefined;
}

/** `view/panels/Costs.tsx`, `view/panels/Costs.css` and all of `view/panels/Costs/` are the panel Costs. */
function panelOf(path: string): string | undefined {
  return /^view\/panels\/([^/.]+)/.exec(path)?.[1];
}

/** Each circle once, starting from the file that comes first. */
function findCircles(arrows: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];

  const walk = (file: string): void => {
    const start = trail.indexOf(file);
    if (start >= 0) circles.push([...trail.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    trail.push(file);
    for (const target of arrows.get(file) ?? []) walk(target);
    trail.pop();
    done.add(file);
  };
  for (const file of [...arrows.keys()].sort()) walk(file);
  return circles;
}
