import { thresholdMetric } from '../metrics/catalog.ts';
import type { ThresholdMetricId } from '../metrics/metric.ts';
import type { WeightKind } from '../roles/weightKind.ts';
import type { DecisionRule } from '../scores/confusion.ts';
import type { ScoreIndex } from '../scores/scoreIndex.ts';
import { buildCutGrid, type CutGrid } from './cutGrid.ts';
import { LEVEL } from './interval.ts';
import { quantiles } from './quantiles.ts';
import { Random, SEED } from './random.ts';
import { createResampler, replicatesWithin } from './resample.ts';
import { cellSums, groupRows, type RowGroups } from './rowGroups.ts';

/** Between `low` and `high` lies a curve at each `x`, in so many of 100 samples as the level says; NaN where it is mostly undefined. */
export interface Band {
  readonly x: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface CurveBands {
  /** True positive rate by false positive rate. */
  readonly roc: Band;
  /** Precision by recall. */
  readonly precisionRecall: Band;
  /** Each metric by threshold. */
  readonly sweeps: Readonly<Partial<Record<ThresholdMetricId, Band>>>;
  readonly nResamples: number;
  readonly seed: number;
  readonly level: number;
}

const CUTS = 200;
const REPLICATES = 1000;
const ROW_BUDGET = 4e7;
const LEAST_REPLICATES = 100;

/**
 * Pointwise percentile bands of the ROC curve, the precision–recall curve and some metrics by threshold, from bootstrap samples of the
 * counts between at most about 200 cuts (all of them if there are no more): exact at those cuts, straight between them (precision: with
 * counts in proportion). Each point's own level is the one named, not that of the curve as a whole. ROC: at a false positive rate, from
 * samples stratified by class; the others not stratified. A generator that yields after each sample. O(n + cuts · samples · log samples).
 */
export function* curveBands(
  index: ScoreIndex,
  rule: DecisionRule,
  metrics: readonly ThresholdMetricId[],
  weights: WeightKind,
  { replicates = REPLICATES, seed = SEED, level = LEVEL } = {},
): Generator<void, CurveBands> {
  const grid = buildCutGrid(index, rule, { most: CUTS });
  const groups = groupRows(index, grid, weights);
  const random = new Random(seed);
  const all = createResampler(groups, random);
  const byClass = [0, 1].map((label) => createResampler(ofClass(groups, label), random));
  const count = replicatesWithin(2 * all.cost, ROW_BUDGET, replicates, LEAST_REPLICATES);
  const data = new Cumulative(grid);
  data.take(cellSums(groups));
  const roc = new BandBuilder(distinct(data.fps, data.negatives), count);
  const precisionRecall = new BandBuilder(distinct(data.tps, data.positives), count);
  const finite = Array.from(grid.thresholds.keys()).filter((k) => Number.isFinite(grid.thresholds[k]));
  const at = Float64Array.from(finite, (k) => grid.thresholds[k]);
  const sweeps = metrics.map((id) => ({ id, of: thresholdMetric(id).of, band: new BandBuilder(at, count) }));

  const sums = new Float64Array(groups.cellCount);
  const sumsOfPositives = new Float64Array(groups.cellCount);
  const sample = new Cumulative(grid);
  for (let i = 0; i < count; i++) {
    byClass[0].draw(sums);
    byClass[1].draw(sumsOfPositives);
    for (let cell = 1; cell < sums.length; cell += 2) sums[cell] = sumsOfPositives[cell];
    sample.take(sums);
    addRoc(roc, sample, i);
    all.draw(sums);
    sample.take(sums);
    addPrecisionRecall(precisionRecall, sample, i);
    for (const { of, band } of sweeps) {
      for (let j = 0; j < finite.length; j++) {
        const k = finite[j];
        const [tp, fp] = [sample.tps[k], sample.fps[k]];
        band.set(j, i, of({ tp, fp, fn: sample.positives - tp, tn: sample.negatives - fp }, at[j]));
      }
    }
    yield;
  }
  return {
    roc: roc.band(level),
    precisionRecall: precisionRecall.band(level),
    sweeps: Object.fromEntries(sweeps.map(({ id, band }) => [id, band.band(level)])),
    nResamples: count,
    seed,
    level,
  };
}

/** The true positive rate at each false positive rate, straight between the cuts. */
function addRoc(builder: BandBuilder, { tps, fps, positives, negatives }: Cumulative, sample: number): void {
  let k = 0;
  for (let j = 0; j < builder.x.length; j++) {
    const fp = builder.x[j] * negatives;
    while (k + 1 < fps.length && fps[k + 1] <= fp * EXACT) k++;
    const isLast = k + 1 === fps.length;
    const share = isLast ? 0 : Math.max(0, fp - fps[k]) / (fps[k + 1] - fps[k]);
    builder.set(j, sample, (tps[k] + (isLast ? 0 : share * (tps[k + 1] - tps[k]))) / positives);
  }
}

/** The precision at each recall, undefined without positives; negatives growing in proportion with positives between the cuts. */
function addPrecisionRecall(builder: BandBuilder, { tps, fps, positives }: Cumulative, sample: number): void {
  let k = 1;
  for (let j = 0; j < builder.x.length; j++) {
    const tp = builder.x[j] * positives;
    while (k + 1 < tps.length && tps[k] * EXACT < tp) k++;
    const step = tps[k] - tps[k - 1];
    const share = step > 0 ? Math.min(1, (tp - tps[k - 1]) / step) : 1;
    const fp = fps[k - 1] + share * (fps[k] - fps[k - 1]);
    builder.set(j, sample, positives > 0 ? tp / (tp + fp) : Number.NaN);
  }
}

/** A rate times its total is the count again but for the last digit. */
const EXACT = 1 + 1e-12;

/** Counts at each cut of a grid. */
class Cumulative {
  readonly tps: Float64Array;
  readonly fps: Float64Array;

  constructor({ thresholds }: CutGrid) {
    this.tps = new Float64Array(thresholds.length);
    this.fps = new Float64Array(thresholds.length);
  }

  /** From the sums by cell. */
  take(sums: Float64Array): void {
    for (let k = 1; k < this.tps.length; k++) {
      this.fps[k] = this.fps[k - 1] + sums[2 * k - 2];
      this.tps[k] = this.tps[k - 1] + sums[2 * k - 1];
    }
  }

  get positives(): number {
    return this.tps[this.tps.length - 1];
  }

  get negatives(): number {
    return this.fps[this.fps.length - 1];
  }
}

/** The values of all samples at each x. */
class BandBuilder {
  readonly x: Float64Array;
  readonly #values: Float64Array;
  readonly #samples: number;

  constructor(x: Float64Array, samples: number) {
    this.x = x;
    this.#samples = samples;
    this.#values = new Float64Array(x.length * samples);
  }

  set(place: number, sample: number, value: number): void {
    this.#values[place * this.#samples + sample] = value;
  }

  band(level: number): Band {
    const low = new Float64Array(this.x.length);
    const high = new Float64Array(this.x.length);
    for (let j = 0; j < this.x.length; j++) {
      const values = this.#values.subarray(j * this.#samples, (j + 1) * this.#samples);
      const defined = values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
      const isDefined = defined >= values.length / 2;
      [low[j], high[j]] = isDefined ? quantiles(values, [(1 - level) / 2, (1 + level) / 2]) : [Number.NaN, Number.NaN];
    }
    return { x: this.x, low, high };
  }
}

/** The rates above 0 that a curve passes, each once, ascending. */
function distinct(counts: Float64Array, total: number): Float64Array {
  return Float64Array.from(new Set(counts.filter((count) => count > 0))).map((count) => count / total);
}

/** The groups of one class; the cells keep their numbers. */
function ofClass({ cells, rows, weights, cellCount }: RowGroups, label: number): RowGroups {
  const isOf = (_: unknown, group: number) => cells[group] % 2 === label;
  return { cells: cells.filter(isOf), rows: rows.filter(isOf), weights: weights.filter(isOf), cellCount };
}
