import { safeRange } from '../../src/core/choose/safeRange.ts';
import { bootstrapInterval, resampleCounts } from '../../src/core/intervals/bootstrap.ts';
import { curveBands } from '../../src/core/intervals/curveBands.ts';
import { delongInterval } from '../../src/core/intervals/delong.ts';
import { Random } from '../../src/core/intervals/random.ts';
import { thresholdMetrics } from '../../src/core/metrics/catalog.ts';
import { f1 } from '../../src/core/metrics/threshold.ts';
import { confusionAt } from '../../src/core/scores/confusion.ts';
import { buildScoreIndex } from '../../src/core/scores/scoreIndex.ts';
import { medians } from './medians.ts';
import { predictions } from './random.ts';
import type { Line } from './run.ts';

const MILLION = 1_000_000;
const THRESHOLD = 0.5;

/** What is computed goes here, so that no engine can leave the computation out. */
let sink = 0;

/** What is asked of a threshold besides its goal: a share by the lower end of its interval, and flags a day. */
const REQUIRED = {
  requirements: [
    { measure: 'recall', bound: 'atLeast', value: 0.6, byInterval: true, isOn: true },
    { measure: 'flaggedADay', bound: 'atMost', value: 200, byInterval: false, isOn: true },
  ],
  terms: { payoff: { tp: 0, fp: 1, fn: 5, tn: 0 }, production: { baseRate: 0.1, cases: 1000 } },
} as const;

/** How long it takes to say how sure numbers are. */
export function certaintyLines(): Line[] {
  const some = predictions(30_000);
  const confusion = confusionAt(buildScoreIndex(some.yTrue, some.yScore), THRESHOLD, '>=');
  const value = (each: typeof confusion) => f1.of(each, THRESHOLD);
  const interval = medians(
    {
      counts: () => {
        sink += bootstrapInterval(resampleCounts(confusion), value).low;
      },
      rows: () => {
        sink += rowByRow(some, 100);
      },
    },
    9,
  );
  const million = predictions(MILLION);
  const index = buildScoreIndex(million.yTrue, million.yScore);
  const atThreshold = confusionAt(index, THRESHOLD, '>=');
  const sure = medians(
    {
      inView: () => {
        const resamples = resampleCounts(atThreshold);
        for (const { of } of thresholdMetrics) sink += bootstrapInterval(resamples, (each) => of(each, THRESHOLD)).low;
        sink += delongInterval(index).low;
      },
      safe: () => finish(safeRange(index, '>=', { kind: 'metric', id: 'f1' }, 'none')),
      bounded: () => finish(safeRange(index, '>=', { kind: 'metric', id: 'f1' }, 'none', { required: REQUIRED })),
      bands: () => finish(curveBands(index, '>=', ['precision', 'recall', 'f1'], 'none')),
    },
    5,
  );
  if (sink === 0) throw new Error('Nothing was computed.');
  return [
    {
      what: 'drawing 30,000 rows anew / drawing their four counts, 1,000 samples',
      value: (10 * interval.rows) / interval.counts,
      atLeast: 500,
    },
    { what: 'interval of F1 from 1,000 samples, as it follows a drag', value: interval.counts, unit: 'ms', atMost: 1 },
    { what: 'all intervals at a threshold and of the AUC, 1 M rows', value: sure.inView, unit: 'ms', atMost: 300 },
    { what: 'best threshold and safe range, 1 M rows', value: sure.safe, unit: 'ms', atMost: 1500 },
    { what: 'the same under two requirements, 1 M rows', value: sure.bounded, unit: 'ms', atMost: 1500 },
    { what: 'bands of five curves, 1 M rows', value: sure.bands, unit: 'ms', atMost: 1500 },
  ];
}

function finish(steps: Generator<void, unknown>): void {
  while (!steps.next().done) sink++;
}

function rowByRow({ yTrue, yScore }: ReturnType<typeof predictions>, samples: number): number {
  const random = new Random(2);
  const values = new Float64Array(samples);
  for (let sample = 0; sample < samples; sample++) {
    let [tp, fp, fn] = [0, 0, 0];
    for (let i = 0; i < yTrue.length; i++) {
      const row = Math.floor(random.uniform() * yTrue.length);
      const isFlagged = yScore[row] >= THRESHOLD;
      if (yTrue[row] === 1) {
        if (isFlagged) tp++;
        else fn++;
      } else if (isFlagged) fp++;
    }
    values[sample] = (2 * tp) / (2 * tp + fp + fn);
  }
  return values.sort()[Math.floor(samples / 40)];
}
