import { firstLoad } from '../buildSize.mjs';
import { certaintyLines } from './certainty.ts';
import { choosingLines } from './choosing.ts';
import { classesLines } from './classes.ts';
import { compareLines } from './compare.ts';
import { csvLines } from './csv.ts';
import { draggingLines, openingLines } from './dashboard.ts';
import { fairnessLines } from './fairness.ts';
import { formatLines } from './formats.ts';
import { groupsLines } from './groups.ts';
import { labelsLines } from './labels.ts';
import { pricesLines } from './prices.ts';
import { rankingLines } from './ranking.ts';
import { scoreIndexLines } from './scoreIndex.ts';
import { scrollingLines } from './scrolling.ts';

/**
 * What was measured. Mostly two ways to do one thing, in turns within one run: only such ratios hold on another machine. `atLeast` and
 * `atMost` are the levels that must not be crossed, with room for a busy machine.
 */
export interface Line {
  readonly what: string;
  readonly value: number;
  /** × where it is left out. */
  readonly unit?: '×' | 'µs' | 'ms' | '%' | 'bytes' | 'kB';
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Each measures one part; `npm run bench -- index csv` measures only those. */
const BENCHMARKS: Readonly<Record<string, () => Line[] | Promise<Line[]>>> = {
  index: scoreIndexLines,
  ranking: rankingLines,
  prices: pricesLines,
  certainty: certaintyLines,
  choosing: choosingLines,
  csv: csvLines,
  formats: formatLines,
  classes: classesLines,
  labels: labelsLines,
  compare: compareLines,
  fairness: fairnessLines,
  groups: groupsLines,
  size: () => [{ what: 'JavaScript before the first view, compressed', value: firstLoad(), unit: 'kB', atMost: 230 }],
  opening: openingLines,
  dragging: draggingLines,
  scrolling: scrollingLines,
};

function print({ what, value, unit = '×', atLeast, atMost }: Line): void {
  const holds = value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);
  const levels = [atLeast === undefined ? [] : `at least ${atLeast}`, atMost === undefined ? [] : `at most ${atMost}`];
  const level = levels.flat().join(', ');
  console.log(
    `${holds ? ' ' : '✗'} ${value.toPrecision(3).padStart(8)} ${unit.padEnd(5)} ${what}${level && ` (${level})`}`,
  );
  if (!holds) process.exitCode = 1;
}

const wanted = process.argv.slice(2);
for (const [name, measure] of Object.entries(BENCHMARKS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const line of await measure()) print(line);
}
