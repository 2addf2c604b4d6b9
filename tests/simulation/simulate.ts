import type { Objective } from '../../src/core/choose/objective.ts';
import { safeRange } from '../../src/core/choose/safeRange.ts';
import { aimOf } from '../../src/core/choose/worth.ts';
import { bootstrapInterval, resampleCounts } from '../../src/core/intervals/bootstrap.ts';
import { delongInterval } from '../../src/core/intervals/delong.ts';
import { wilsonInterval } from '../../src/core/intervals/proportion.ts';
import { Random } from '../../src/core/intervals/random.ts';
import { thresholdMetric } from '../../src/core/metrics/catalog.ts';
import type { ThresholdMetricId } from '../../src/core/metrics/metric.ts';
import { type Confusion, confusionAt } from '../../src/core/scores/confusion.ts';
import { aucOf, bestThresholdOf, draw, type Population, sharesAt } from './population.ts';

/** How often intervals took in the truth. */
export interface Coverage {
  readonly what: string;
  readonly covered: number;
  readonly of: number;
}

const POPULATIONS: readonly Population[] = [
  { prevalence: 0.1, distance: 1.5 },
  { prevalence: 0.2, distance: 1 },
  { prevalence: 0.3, distance: 2 },
  { prevalence: 0.5, distance: 1 },
];
const PROPORTIONS: readonly ThresholdMetricId[] = ['precision', 'recall', 'specificity', 'accuracy'];
const DRAWN: readonly ThresholdMetricId[] = ['f1', 'matthewsCorrcoef', 'balancedAccuracy'];
const PAYOFF = { tp: 0, fp: 1, fn: 5, tn: 0 };
const OBJECTIVES: readonly Objective[] = [
  { kind: 'metric', id: 'f1' },
  { kind: 'metric', id: 'youdenJ' },
  { kind: 'metric', id: 'matthewsCorrcoef' },
  { kind: 'cost', payoff: PAYOFF },
];
const FEW = 100;

/**
 * Draws data sets of 200 to 5,000 rows from known populations and counts how often each kind of 95 % interval takes in what is true there,
 * and the safe range the threshold that is best there. `replicates`: bootstrap draws for a safe range; the page takes 2,000.
 */
export function simulate({ sets, seed, replicates }: { sets: number; seed: number; replicates: number }): Coverage[] {
  const random = new Random(seed);
  const counts = new Map<string, { covered: number; of: number }>();
  const note = (what: string, { low, high }: { low: number; high: number }, truth: number): void => {
    if (Number.isNaN(low)) return;
    const count = counts.get(what) ?? { covered: 0, of: 0 };
    counts.set(what, count);
    count.of++;
    if (low <= truth && truth <= high) count.covered++;
  };
  const truths = POPULATIONS.map((population) =>
    OBJECTIVES.map((objective) => {
      return bestThresholdOf(population, aimOf(objective));
    }),
  );
  for (let set = 0; set < sets; set++) {
    const place = set % POPULATIONS.length;
    const population = POPULATIONS[place];
    const rows = Math.round(200 * 25 ** random.uniform());
    const index = draw(population, rows, random);
    const isFew = Math.min(index.positives.scores.length, index.negatives.scores.length) < FEW;
    const cases = isFew ? 'fewer than 100 of a class' : '100 or more of each class';
    const threshold = population.distance / 2 + 0.5;
    const confusion = confusionAt(index, threshold, '>=');
    const shares = sharesAt(population, threshold);
    for (const id of PROPORTIONS) {
      const { proportion, of } = thresholdMetric(id);
      const share = proportion?.(confusion);
      if (share !== undefined && share.trials > 0) {
        note('Wilson, proportions', wilsonInterval(share.successes, share.trials), of(shares, threshold));
      }
    }
    const resamples = resampleCounts(confusion, 1000, set + 1);
    for (const id of DRAWN) {
      const { of } = thresholdMetric(id);
      const interval = bootstrapInterval(resamples, (each) => of(each, threshold));
      note(`Bootstrap, ${id}, ${cases}`, interval, of(shares, threshold));
      note(`Bootstrap, ${id}`, interval, of(shares, threshold));
    }
    const cost = bootstrapInterval(resamples, ({ fp, fn }) => PAYOFF.fp * fp + PAYOFF.fn * fn);
    note('Bootstrap, total cost', cost, rows * (PAYOFF.fp * shares.fp + PAYOFF.fn * shares.fn));
    note(`DeLong, ROC AUC, ${cases}`, delongInterval(index), aucOf(population));
    const objective = OBJECTIVES[Math.floor(set / POPULATIONS.length) % OBJECTIVES.length];
    const truth = truths[place][OBJECTIVES.indexOf(objective)];
    const found = finished(safeRange(index, '>=', objective, 'none', { replicates, seed: set + 1 }));
    if (found.kind !== 'found') continue;
    const isIn = found.stretches.some(({ low, high }) => truth > low && truth <= high);
    note('Safe range, best threshold', { low: 0, high: isIn ? 1 : -1 }, 0);
    note('Middle 95 % of the best thresholds drawn, best threshold', found.threshold, truth);
  }
  return [...counts].map(([what, count]) => ({ what, ...count })).sort((a, b) => a.what.localeCompare(b.what));
}

/** What is asked of the best threshold besides its goal; the recall of 0.8 binds in every population, that of 0.4 in none. */
const BOUNDED: readonly { readonly what: string; readonly objective: Objective; readonly recall: number }[] = [
  { what: 'a bound that binds', objective: { kind: 'precisionWithRecall', minRecall: 0.8 }, recall: 0.8 },
  { what: 'a bound far off', objective: { kind: 'cost', payoff: PAYOFF }, recall: 0.4 },
];

/**
 * The same for the best threshold under a bound. Where the bound binds, the population's best threshold stands on it, so that in about half of
 * the data sets it breaks the bound: no range of thresholds that keep to it there can hold it more often.
 */
export function simulateBounds({
  sets,
  seed,
  replicates,
}: {
  sets: number;
  seed: number;
  replicates: number;
}): Coverage[] {
  const random = new Random(seed);
  const counts = new Map<string, { covered: number; of: number }>();
  const note = (what: string, isCovered: boolean): void => {
    const { covered, of } = counts.get(what) ?? { covered: 0, of: 0 };
    counts.set(what, { covered: covered + Number(isCovered), of: of + 1 });
  };
  for (let set = 0; set < sets; set++) {
    const population = POPULATIONS[set % POPULATIONS.length];
    const { what, objective, recall } = BOUNDED[Math.floor(set / POPULATIONS.length) % BOUNDED.length];
    const keeps = (shares: Confusion) => shares.tp >= recall * (shares.tp + shares.fn);
    const truth = bestThresholdOf(population, aimOf(objective), keeps);
    const index = draw(population, Math.round(200 * 25 ** random.uniform()), random);
    const isKeptHere = keeps(confusionAt(index, truth, '>='));
    const requirement = { measure: 'recall', bound: 'atLeast', value: recall, byInterval: false, isOn: true } as const;
    const required = {
      requirements: [requirement],
      terms: { payoff: PAYOFF, production: { baseRate: 0.5, cases: 1 } },
    };
    const found = finished(safeRange(index, '>=', objective, 'none', { replicates, seed: set + 1, required }));
    if (found.kind !== 'found') continue;
    const isIn = found.stretches.some(({ low, high }) => truth > low && truth <= high);
    note(`Safe range under ${what}`, isIn);
    if (isKeptHere) note(`Safe range under ${what}, where the truth keeps to it in the data`, isIn);
    const { low, high } = found.threshold;
    note(`Middle 95 % of the best thresholds drawn under ${what}`, low <= truth && truth <= high);
  }
  return [...counts].map(([what, count]) => ({ what, ...count })).sort((a, b) => a.what.localeCompare(b.what));
}

function finished<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
