import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDrawnCuts } from '../../src/core/curves/decimate.ts';
import { rankingMetrics } from '../../src/core/metrics/ranking.ts';
import { buildScoreIndex } from '../../src/core/scores/scoreIndex.ts';
import { medians } from './medians.ts';
import { pythonTimes } from './python.ts';
import { predictions } from './random.ts';
import type { Line } from './run.ts';
import { predictionsCsv } from './table.ts';

/** From labels and scores to the index, the curves as they are drawn, AUC and average precision, against scikit-learn where it is. */
export async function rankingLines(rows = 1_000_000): Promise<Line[]> {
  const { yTrue, yScore } = predictions(rows);
  let sink = 0;
  const { ours } = medians({
    ours: () => {
      const index = buildScoreIndex(yTrue, yScore);
      sink += buildDrawnCuts(index).thresholds.length + rankingMetrics(index).rocAuc;
    },
  });
  if (sink === 0) throw new Error('Nothing was computed.');
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const csv = join(folder, 'bench.csv');
    await writeFile(csv, predictionsCsv(rows));
    const python = pythonTimes(csv, 5);
    if (python === null) return [];
    return [
      { what: 'scikit-learn / our index, curves, AUC and AP, 1 M rows', value: python.index / ours, atLeast: 10 },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
