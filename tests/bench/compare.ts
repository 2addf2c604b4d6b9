import { decideJointly, measureModels } from '../../src/core/compare/modelComparison.ts';
import { pairRows } from '../../src/core/compare/pairRows.ts';
import { medians } from './medians.ts';
import { predictions } from './random.ts';
import type { Line } from './run.ts';

const MILLION = 1_000_000;

/** How long it takes to compare two models: what the worker does once the rows are read. */
export function compareLines(): Line[] {
  const { yTrue, yScore } = predictions(MILLION);
  const rows = Uint32Array.from({ length: MILLION }, (_, row) => row);
  // The second one is the first with noise, and has not scored every row.
  const second = yScore.map((score, row) => (score + ((row * 7919) % 1000) / 4000) / 1.25);
  const models = [
    { rows, yTrue, yScore, sampleWeight: null },
    { rows: rows.subarray(5), yTrue: yTrue.subarray(5), yScore: second.subarray(5), sampleWeight: null },
  ];
  const paired = pairRows(models, null);
  let sink = 0;
  const took = medians(
    {
      compare: () => {
        const rowsToCompare = { models, paired: pairRows(models, null) };
        sink += finished(measureModels(['first', 'second'], 'all', rowsToCompare))[1].evaluation.rows;
      },
      decide: () => {
        sink += finished(decideJointly(paired, 'none', [0.5, 0.5], '>='))[0]?.counts.positives.both ?? 0;
      },
    },
    5,
  );
  if (sink === 0) throw new Error('Nothing was computed.');
  return [
    {
      what: 'two models paired, measured and held against each other (DeLong), 1 M rows',
      value: took.compare,
      unit: 'ms',
    },
    { what: 'their joint decisions with 1,000 paired samples, 1 M rows', value: took.decide, unit: 'ms' },
  ];
}

function finished<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
