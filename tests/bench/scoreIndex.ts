import { bestThreshold } from '../../src/core/choose/bestThreshold.ts';
import { confusionAt } from '../../src/core/scores/confusion.ts';
import { scanCuts } from '../../src/core/scores/scanCuts.ts';
import { buildScoreIndex, type ScoreIndex } from '../../src/core/scores/scoreIndex.ts';
import { medians } from './medians.ts';
import { predictions, seededRandom } from './random.ts';
import type { Line } from './run.ts';

type Predictions = ReturnType<typeof predictions>;

/** What is computed goes here, so that no engine can leave the computation out. */
let sink = 0;

const MILLION = 1_000_000;
const LOOK_UPS = 20_000;

/** Building the index and moving the threshold, against what one would write without it. */
export function scoreIndexLines(): Line[] {
  const million = predictions(MILLION);
  const build = medians({
    ours: () => {
      sink += buildScoreIndex(million.yTrue, million.yScore).positives.scores.length;
    },
    native: () => {
      sink += sortedClasses(million);
    },
    comparator: () => {
      sink += countsByComparator(million);
    },
  });

  const index = buildScoreIndex(million.yTrue, million.yScore);
  const thresholds = randomThresholds(LOOK_UPS);
  const move = medians({
    lookUps: () => lookUpAll(index, thresholds),
    scan: () => {
      sink += flaggedByScan(million, thresholds[0]);
    },
  });

  const payoff = { tp: 0, fp: 1, fn: 5, tn: 0 };
  const best = medians({
    found: () => {
      sink += bestThreshold(index, '>=', { kind: 'cost', payoff }).kind === 'found' ? 1 : 0;
    },
    scan: () => {
      let lowest = Number.POSITIVE_INFINITY;
      scanCuts(index, ({ count, tps, fps }) => {
        for (let i = 0; i < count; i++) lowest = Math.min(lowest, fps[i] - 5 * tps[i]);
      });
      sink += lowest;
    },
  });

  const thousand = predictions(1000);
  const small = buildScoreIndex(thousand.yTrue, thousand.yScore);
  const tenMillion = predictions(10 * MILLION);
  const large = buildScoreIndex(tenMillion.yTrue, tenMillion.yScore);
  const size = medians({
    small: () => lookUpAll(small, thresholds),
    large: () => lookUpAll(large, thresholds),
  });

  if (sink === 0) throw new Error('Nothing was computed.');
  return [
    {
      what: 'sorting row numbers with a comparator, then counting / our index, 1 M rows',
      value: build.comparator / build.ours,
      atLeast: 8,
    },
    {
      what: 'our index by Float64Array.sort / our index, 1 M rows',
      value: build.native / build.ours,
      atLeast: 1.5,
    },
    { what: 'scanning the rows / a look-up, 1 M rows', value: (move.scan * LOOK_UPS) / move.lookUps, atLeast: 1000 },
    {
      what: 'scanning all cuts for the lowest cost / finding it, 1 M rows',
      value: best.scan / best.found,
      atLeast: 10,
    },
    {
      what: 'a look-up at random thresholds among 10 M rows / among 1,000',
      value: size.large / size.small,
      atMost: 20,
    },
    {
      what: 'a look-up at random thresholds among 10 M rows',
      value: (1000 * size.large) / LOOK_UPS,
      unit: 'µs',
      atMost: 5,
    },
  ];
}

function randomThresholds(count: number): Float64Array {
  const random = seededRandom(2);
  return Float64Array.from({ length: count }, random);
}

function lookUpAll(index: ScoreIndex, thresholds: Float64Array): void {
  for (const threshold of thresholds) sink += confusionAt(index, threshold, '>=').tp;
}

function flaggedByScan({ yTrue, yScore }: Predictions, threshold: number): number {
  let tp = 0;
  let fp = 0;
  for (let row = 0; row < yTrue.length; row++) {
    if (yScore[row] < threshold) continue;
    if (yTrue[row] === 1) tp++;
    else fp++;
  }
  return tp + fp;
}

/** Row numbers sorted by score, then counts at each distinct one: what most programs build to answer any threshold. */
function countsByComparator({ yTrue, yScore }: Predictions): number {
  const order = Uint32Array.from(yTrue.keys()).sort((a, b) => yScore[b] - yScore[a]);
  const tps: number[] = [];
  const fps: number[] = [];
  let tp = 0;
  let fp = 0;
  for (let i = 0; i < order.length; i++) {
    if (yTrue[order[i]] === 1) tp++;
    else fp++;
    if (i + 1 < order.length && yScore[order[i]] === yScore[order[i + 1]]) continue;
    tps.push(tp);
    fps.push(fp);
  }
  return tps.length + fps.length;
}

/** What the index holds, by the engine's own sort: the difference is the merit of ours. */
function sortedClasses({ yTrue, yScore }: Predictions): number {
  let positives = 0;
  for (let row = 0; row < yTrue.length; row++) positives += yTrue[row];
  const runs = [new Float64Array(yTrue.length - positives), new Float64Array(positives)];
  const next = [0, 0];
  for (let row = 0; row < yTrue.length; row++) runs[yTrue[row]][next[yTrue[row]]++] = yScore[row];
  return runs[0].sort().length + runs[1].sort().length;
}
