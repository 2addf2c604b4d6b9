import { expect, it } from 'vitest';
import { bestThreshold } from '../../src/core/choose/bestThreshold.ts';
import type { Objective } from '../../src/core/choose/objective.ts';
import { scoreMetricsOf, thresholdMetrics } from '../../src/core/metrics/catalog.ts';
import type { ScoreMetricId } from '../../src/core/metrics/metric.ts';
import { confusionAt } from '../../src/core/scores/confusion.ts';
import { buildScoreIndex } from '../../src/core/scores/scoreIndex.ts';
import { seededRandom } from '../bench/random.ts';
import { millionRows, millionRowsGolden } from '../golden/millionRows.ts';
import { numberOf } from '../golden/readGolden.ts';
import { Differences, OPTIMUM_METRICS, RANKING_NAMES, SWEEP_NAMES } from './goldenNames.ts';
import { countByBothRules, nextDouble } from './rows.ts';

const golden = millionRowsGolden();
const { yTrue, yScore } = millionRows();
const index = buildScoreIndex(yTrue, yScore);

it('unpacks to a million rows', () => {
  expect(yTrue).toHaveLength(golden.rows);
  expect(yTrue.reduce((sum, label) => sum + label, 0)).toBe(golden.ranking.n_pos);
  expect(new Set(yScore).size).toBe(golden.ranking.n_distinct_scores);
});

it('agrees on the metrics of the scores', () => {
  const differences = new Differences();
  const { values } = scoreMetricsOf(index);
  for (const [id, name] of Object.entries(RANKING_NAMES) as [ScoreMetricId, string][]) {
    differences.compare(name, values[id], numberOf(golden.ranking[name]));
  }
  differences.compare('ece', values.expectedCalibrationError, golden.calibration.equal_width_10.ece);
  expect(differences.found).toEqual([]);
});

it('agrees at every threshold of the sweep', () => {
  const differences = new Differences();
  golden.sweep.threshold.forEach((threshold, row) => {
    const confusion = confusionAt(index, threshold, '>=');
    for (const key of ['tp', 'fp', 'fn', 'tn'] as const) {
      differences.same(`${key} at ${threshold}`, confusion[key], golden.sweep[key][row]);
    }
    for (const { id, of } of thresholdMetrics) {
      differences.compare(`${id} at ${threshold}`, of(confusion, threshold), golden.sweep[SWEEP_NAMES[id]][row]);
    }
  });
  expect(differences.found).toEqual([]);
});

it('finds every optimum and all that are equally good', () => {
  const objectives: [string, Objective][] = [
    ['min_cost', { kind: 'cost', payoff: { tp: 0, fp: 1, fn: 1, tn: 0 } }],
    ...Object.entries(OPTIMUM_METRICS).map(([name, id]): [string, Objective] => [name, { kind: 'metric', id }]),
  ];
  const differences = new Differences();
  for (const [name, objective] of objectives) {
    const choice = bestThreshold(index, '>=', objective);
    if (choice.kind === 'none') throw new Error(`${name}: ${choice.reason}`);
    expect([...choice.ties], name).toEqual(golden.optima[name].thresholds);
    differences.compare(name, choice.value, golden.optima[name].value);
  }
  expect(differences.found).toEqual([]);
});

it('counts like brute force at a thousand seeded scores and the doubles next to some', () => {
  const random = seededRandom(2026);
  const wrong: string[] = [];
  for (let i = 0; i < 1000; i++) {
    const score = yScore[Math.floor(random() * yScore.length)];
    const threshold = i % 10 === 0 ? nextDouble(score, i % 20 === 0 ? 1 : -1) : score;
    const recounted = countByBothRules({ yTrue, yScore, sampleWeight: null }, threshold);
    for (const rule of ['>=', '>'] as const) {
      const counted = confusionAt(index, threshold, rule);
      const isSame = (['tp', 'fp', 'fn', 'tn'] as const).every((key) => counted[key] === recounted[rule][key]);
      if (!isSame) wrong.push(`${rule} ${threshold}`);
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);
