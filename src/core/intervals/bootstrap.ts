import type { Confusion, DecisionRule } from '../scores/confusion.ts';
import type { ScoreIndex } from '../scores/scoreIndex.ts';
import { drawBinomial } from './binomial.ts';
import { gridOfOneCut } from './cutGrid.ts';
import { type Interval, LEVEL } from './interval.ts';
import { quantiles } from './quantiles.ts';
import { Random, SEED } from './random.ts';
import { createResampler, replicatesWithin } from './resample.ts';
import { groupRows } from './rowGroups.ts';

export interface BootstrapInterval extends Interval {
  readonly method: 'bootstrap';
  readonly nResamples: number;
  readonly seed: number;
  /** The resamples in which the value is undefined; the others make the interval. */
  readonly nUndefined: number;
}

/** The four counts (or sums of weights) in each of some bootstrap samples. */
export interface Resamples {
  readonly tps: Float64Array;
  readonly fps: Float64Array;
  readonly fns: Float64Array;
  readonly tns: Float64Array;
  readonly seed: number;
}

/** So many follow a drag. */
const REPLICATES = 1000;
/** Drawn rows that weights may take: some tenths of a second. */
const ROW_BUDGET = 4e7;
const LEAST_REPLICATES = 100;

/**
 * Bootstrap samples of the rows behind a confusion matrix, as counts: a multinomial draw of the four counts, which is what the rows drawn
 * with replacement (not stratified by class) would add up to. The counts are whole numbers of rows. O(nResamples), whatever their size.
 */
export function resampleCounts({ tp, fp, fn, tn }: Confusion, nResamples = REPLICATES, seed = SEED): Resamples {
  const random = new Random(seed);
  const resamples = emptyResamples(nResamples, seed);
  const total = tp + fp + fn + tn;
  for (let i = 0; i < nResamples; i++) {
    let left = total;
    const draw = (count: number, of: number) => {
      const drawn = drawBinomial(random, left, count / of);
      left -= drawn;
      return drawn;
    };
    resamples.tps[i] = draw(tp, total);
    resamples.fps[i] = draw(fp, total - tp);
    resamples.fns[i] = draw(fn, fn + tn);
    resamples.tns[i] = left;
  }
  return resamples;
}

/**
 * The same for rows with weights that are no counts: rows are drawn, each with its weight. Fewer samples than asked for where there are
 * many rows with many different weights, but at least 100. A generator that yields after each sample. O(nResamples · rows).
 */
export function* resampleRows(
  index: ScoreIndex,
  threshold: number,
  rule: DecisionRule,
  nResamples = REPLICATES,
  seed = SEED,
): Generator<void, Resamples> {
  const groups = groupRows(index, gridOfOneCut(index, threshold, rule), 'weights');
  const resampler = createResampler(groups, new Random(seed));
  const resamples = emptyResamples(replicatesWithin(resampler.cost, ROW_BUDGET, nResamples, LEAST_REPLICATES), seed);
  const sums = new Float64Array(groups.cellCount);
  for (let i = 0; i < resamples.tps.length; i++) {
    resampler.draw(sums);
    [resamples.fps[i], resamples.tps[i], resamples.tns[i], resamples.fns[i]] = sums;
    yield;
  }
  return resamples;
}

/**
 * The percentile bootstrap interval of a value of the four counts: the quantiles at both ends of the middle `level` of its values in the
 * samples. Samples in which it is undefined are left out; NaN ends where those are more than half. O(nResamples log nResamples). Agrees
 * in method with `scipy.stats.bootstrap(method='percentile')`.
 */
export function bootstrapInterval(
  resamples: Resamples,
  of: (confusion: Confusion) => number,
  level = LEVEL,
): BootstrapInterval {
  const { tps, fps, fns, tns, seed } = resamples;
  const values = tps.map((tp, i) => of({ tp, fp: fps[i], fn: fns[i], tn: tns[i] }));
  return { ...percentileInterval(values, level), seed };
}

/** The percentile interval of replicates of a value; NaN ends where more than half of them are undefined. O(n log n). */
export function percentileInterval(values: Float64Array, level = LEVEL): Omit<BootstrapInterval, 'seed'> {
  const nUndefined = values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  const isDefined = values.length > 0 && nUndefined <= values.length / 2;
  const [low, high] = isDefined ? quantiles(values, [(1 - level) / 2, (1 + level) / 2]) : [Number.NaN, Number.NaN];
  return { low, high, method: 'bootstrap', level, nResamples: values.length, nUndefined };
}

function emptyResamples(count: number, seed: number): Resamples {
  const make = () => new Float64Array(count);
  return { tps: make(), fps: make(), fns: make(), tns: make(), seed };
}
