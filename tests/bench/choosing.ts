import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bestThreshold, type Choice } from '../../src/core/choose/bestThreshold.ts';
import type { Objective } from '../../src/core/choose/objective.ts';
import { buildScoreIndex } from '../../src/core/scores/scoreIndex.ts';
import { medians } from './medians.ts';
import { type PythonChoices, pythonChoices } from './python.ts';
import { predictions } from './random.ts';
import type { Line } from './run.ts';
import { predictionsCsv } from './table.ts';

const ROWS = 100_000;
const BEST_F1: Objective = { kind: 'metric', id: 'f1' };
const LOWEST_COST: Objective = { kind: 'cost', payoff: { tp: 0, fp: 1, fn: 5, tn: 0 } };

/**
 * The best threshold for a goal, from labels and scores unsorted: ours among all distinct scores, against scikit-learn at the 100 evenly
 * spaced ones of `TunedThresholdClassifierCV`, and against its precision–recall curve, which has all of them too.
 */
export async function choosingLines(): Promise<Line[]> {
  const { yTrue, yScore } = predictions(ROWS);
  const found: Partial<Record<'f1' | 'cost', Choice>> = {};
  const ours = medians({
    f1: () => {
      found.f1 = bestThreshold(buildScoreIndex(yTrue, yScore), '>=', BEST_F1);
    },
    cost: () => {
      found.cost = bestThreshold(buildScoreIndex(yTrue, yScore), '>=', LOWEST_COST);
    },
  });
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const csv = join(folder, 'bench.csv');
    await writeFile(csv, predictionsCsv(ROWS));
    const theirs = pythonChoices(csv, 3);
    if (theirs === null) return [];
    compare(found, theirs);
    const rows = `${ROWS / 1000},000 rows`;
    return [
      {
        what: `scikit-learn at 100 thresholds / ours at all, best F1, ${rows}`,
        value: theirs.f1 / ours.f1,
        atLeast: 100,
      },
      {
        what: `scikit-learn at 100 thresholds / ours at all, lowest cost, ${rows}`,
        value: theirs.cost / ours.cost,
        atLeast: 20,
      },
      {
        what: `scikit-learn's precision–recall curve / ours, best F1 of all, ${rows}`,
        value: theirs.curve / ours.f1,
        atLeast: 1,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Both have to find the same where both look everywhere, and nothing better on a grid. */
function compare({ f1, cost }: Partial<Record<'f1' | 'cost', Choice>>, { values }: PythonChoices): void {
  if (f1?.kind !== 'found' || cost?.kind !== 'found') throw new Error('Nothing was computed.');
  const isSame = Math.abs(f1.value - values.curve) <= 1e-12;
  if (!isSame) throw new Error(`The best F1 is ${f1.value} here and ${values.curve} by scikit-learn.`);
  if (f1.value < values.f1 - 1e-12 || cost.value > -values.cost) throw new Error('A grid found something better.');
}
