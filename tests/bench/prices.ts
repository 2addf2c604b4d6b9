import { cheapestThreshold, impliedPrice } from '../../src/core/choose/impliedPrice.ts';
import { admissibleThresholds, type Requirement } from '../../src/core/choose/requirements.ts';
import { buildHull } from '../../src/core/curves/hull.ts';
import { scanCuts } from '../../src/core/scores/scanCuts.ts';
import { buildScoreIndex } from '../../src/core/scores/scoreIndex.ts';
import { medians } from './medians.ts';
import { predictions, seededRandom } from './random.ts';
import type { Line } from './run.ts';

const MILLION = 1_000_000;
const LOOK_UPS = 5000;

const required = { byInterval: false, isOn: true } as const;
const REQUIREMENTS: readonly Requirement[] = [
  { ...required, measure: 'recall', bound: 'atLeast', value: 0.8 },
  { ...required, measure: 'precision', bound: 'atLeast', value: 0.4 },
  { ...required, measure: 'flagged', bound: 'atMost', value: 200_000 },
];

/** From a price to its threshold and back, against a scan of all cuts at each move; and the thresholds that meet three requirements. */
export function pricesLines(): Line[] {
  const { yTrue, yScore } = predictions(MILLION);
  const index = buildScoreIndex(yTrue, yScore);
  const payoff = { tp: 0, fp: 1, fn: 5, tn: 0 };
  const random = seededRandom(3);
  const prices = Float64Array.from({ length: LOOK_UPS }, () => 10 ** (3 * random() - 1));
  const hull = buildHull(index);
  let sink = 0;
  const times = medians({
    hull: () => {
      sink += buildHull(index).thresholds.length;
    },
    scan: () => {
      let lowest = Number.POSITIVE_INFINITY;
      scanCuts(index, ({ count, tps, fps }) => {
        for (let i = 0; i < count; i++) lowest = Math.min(lowest, fps[i] - 5 * tps[i]);
      });
      sink += lowest;
    },
    lookUps: () => {
      for (const price of prices) {
        const { threshold } = cheapestThreshold(index, hull, '>=', price);
        sink += impliedPrice(index, hull, threshold, '>=').kind === 'cheapest' ? 1 : 0;
      }
    },
    requirements: () => {
      sink += admissibleThresholds(index, '>=', REQUIREMENTS, { payoff, production: { baseRate: 0.1, cases: 1000 } })
        .runs.length;
    },
  });
  if (sink === 0) throw new Error('Nothing was computed.');
  return [
    { what: 'the hull of the ROC curve, once, 1 M rows', value: times.hull, unit: 'ms' },
    {
      what: 'scanning all cuts for a price / from a price to its threshold and back on the hull, 1 M rows',
      value: (times.scan * LOOK_UPS) / times.lookUps,
      atLeast: 1000,
    },
    { what: 'the thresholds that meet three requirements, once, 1 M rows', value: times.requirements, unit: 'ms' },
  ];
}
