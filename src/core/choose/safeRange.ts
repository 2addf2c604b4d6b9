import type { BootstrapInterval } from '../intervals/bootstrap.ts';
import { percentileInterval } from '../intervals/bootstrap.ts';
import { buildCutGrid, type CutGrid, thresholdsOfCut } from '../intervals/cutGrid.ts';
import { LEVEL } from '../intervals/interval.ts';
import { normalQuantile } from '../intervals/normalQuantile.ts';
import { Random, SEED } from '../intervals/random.ts';
import { createResampler, replicatesWithin } from '../intervals/resample.ts';
import { cellSums, groupRows } from '../intervals/rowGroups.ts';
import type { WeightKind } from '../roles/weightKind.ts';
import type { Confusion, DecisionRule } from '../scores/confusion.ts';
import { amountFrom, type Run, type ScoreIndex } from '../scores/scoreIndex.ts';
import { type Admission, admissionOf, type Required } from './admission.ts';
import { isTied } from './bestCuts.ts';
import { bestThreshold, type NoThreshold } from './bestThreshold.ts';
import type { Objective } from './objective.ts';
import { cutOf, eachCut, SampleChooser, worthsOf } from './sampleWorths.ts';
import { type Stretch, shortestDecimal } from './shortestDecimal.ts';
import { type Aim, aimOf } from './worth.ts';

/** How sure the best threshold is. */
export interface SafeRange {
  readonly kind: 'found';
  /** The best threshold on the data and its value. */
  readonly best: number;
  readonly value: number;
  /**
   * Every threshold that cannot be told from the best one, as stretches in ascending order; `>=` takes in the upper end of each, `>` the
   * lower one. Beyond all scores they are infinite.
   */
  readonly stretches: readonly Stretch[];
  /** The decimal with the fewest digits among them, nearest to the best; the best itself is in its stretch. */
  readonly decimal: number;
  /** The middle 95 % of the best thresholds of the samples; each is a threshold of the data, so that an end may be infinite. */
  readonly threshold: { readonly low: number; readonly high: number };
  /** The middle 95 % of the values that the samples' own best thresholds reach. */
  readonly reached: BootstrapInterval;
  readonly nResamples: number;
  readonly seed: number;
  readonly level: number;
  /** Whether all thresholds there are were looked at, or a choice of about a thousand. */
  readonly isComplete: boolean;
  /** What came of the goal's bound and the requirements; null where every threshold may be chosen. */
  readonly required: {
    /** In how many samples no threshold meets them. */
    readonly unmet: number;
    /** The share of samples in which the best threshold of the data keeps to them, intervals aside; NaN where it is not drawn. */
    readonly kept: number;
    /** Whether the requirements were those of the data in every sample, as with a cost by amounts. */
    readonly isFixed: boolean;
  } | null;
}

export type Certainty = SafeRange | NoThreshold;

/** What is drawn, how often, and what has to be met. */
export interface SafeRangeOptions {
  readonly replicates?: number;
  readonly seed?: number;
  readonly level?: number;
  readonly required?: Required | null;
  /** The rows that requirements speak of, where the index weighs rows by amounts. */
  readonly counted?: ScoreIndex;
}

const COARSE = { cuts: 200, replicates: 200 };
const FINE = { cuts: 1000, replicates: 2000 };
/** In drawn rows, for files whose weights must be drawn one by one. */
const ROW_BUDGET = 8e7;
const LEAST_REPLICATES = 100;
/** In standard deviations of the paired difference: so far behind is no chance, however many thresholds were looked at. */
const FAR = 3.5;

/**
 * How sure the best threshold for an objective is, by the bootstrap of all rows (not stratified). A threshold is *safe* where it cannot
 * be told from the best one: where it is behind by no more than 1.96 standard deviations of the difference of both on the same sample,
 * so that the 95 % interval of that paired difference takes in 0. To the variance is added what one case of each class would change, or
 * thresholds with hardly a case between them would seem too certain. What lies between two safe thresholds is safe too, unless something
 * there is more than 3.5 standard deviations behind. Looked at are all cuts, where there are more than
 * a thousand about a thousand, densest where a first look at 200 of them found safe ones. Over samples from known populations the safe
 * range takes in the threshold that is best there in 94 to 99 % (`npm run coverage:intervals`).
 * With a bound in the objective, or requirements, only what meets them on the data is safe, and every sample chooses among what meets
 * them there. Where a bound binds, the best threshold stands on it, and the safe range tells only what is as good on this data: what is best in
 * the population is then held by the range of the samples' best thresholds. A capacity has no safe range: filling it, no threshold is as good as another. A generator that yields after each sample.
 * O(n + cuts · samples · requirements).
 */
export function* safeRange(
  index: ScoreIndex,
  rule: DecisionRule,
  objective: Objective,
  weights: WeightKind,
  { replicates = FINE.replicates, seed = SEED, level = LEVEL, required = null, counted = index }: SafeRangeOptions = {},
): Generator<void, Certainty> {
  const aim = aimOf(objective);
  const admission = admissionOf(counted, rule, objective, aim, required);
  const choice = bestThreshold(index, rule, objective, admission.within);
  if (choice.kind === 'none') return choice;
  const best = choice.threshold;
  const random = new Random(seed);
  const compare = (grid: CutGrid, wanted: number) => {
    const { confusion } = choice;
    return compareCuts({ index, rule, grid, aim, admission, weights, best, confusion, wanted, level, random });
  };
  let grid = buildCutGrid(index, rule, { most: FINE.cuts });
  if (!grid.isComplete) {
    grid = buildCutGrid(index, rule, { most: COARSE.cuts, with: [best] });
    const { safe, thresholds } = yield* compare(grid, COARSE.replicates);
    const first = Math.max(0, safe.indexOf(true) - 1);
    const last = Math.min(safe.length - 1, safe.lastIndexOf(true) + 1);
    const within = { low: grid.thresholds[last], high: grid.thresholds[first] };
    // What may be chosen ends at the best threshold; in samples it ends on either side of it.
    if (admission.isAdmitted !== null && thresholds.length > 0) {
      within.low = Math.min(within.low, thresholds[0]);
      within.high = Math.max(within.high, thresholds[thresholds.length - 1]);
    }
    grid = buildCutGrid(index, rule, { most: FINE.cuts, with: [best], within });
  }
  const { safe, thresholds, values, kept } = yield* compare(grid, replicates);
  const stretches = aim.isCapacity ? [] : stretchesOf(index, grid, safe);
  const tail = (1 - level) / 2;
  return {
    kind: 'found',
    best,
    value: choice.value,
    stretches,
    decimal: decimalIn(index, rule, stretches, best),
    threshold: {
      low: thresholds[Math.floor((thresholds.length - 1) * tail)],
      high: thresholds[Math.ceil((thresholds.length - 1) * (1 - tail))],
    },
    reached: { ...percentileInterval(values, level), seed },
    nResamples: values.length,
    seed,
    level,
    isComplete: grid.isComplete,
    required:
      admission.isAdmitted === null
        ? null
        : { unmet: values.length - thresholds.length, kept, isFixed: admission.isFixed },
  };
}

interface Comparison {
  readonly index: ScoreIndex;
  readonly rule: DecisionRule;
  readonly grid: CutGrid;
  readonly aim: Aim;
  readonly admission: Admission;
  readonly weights: WeightKind;
  readonly best: number;
  /** At the best threshold. */
  readonly confusion: Confusion;
  readonly wanted: number;
  readonly level: number;
  readonly random: Random;
}

/** Which cuts are safe, the best threshold and its value in each sample, thresholds ascending, and how often the best of the data keeps to its bounds. */
function* compareCuts(comparison: Comparison) {
  const { index, rule, grid, aim, admission, weights, best, confusion, wanted, level, random } = comparison;
  const cuts = grid.thresholds.length;
  const groups = groupRows(index, grid, weights);
  const resampler = createResampler(groups, random);
  const count = replicatesWithin(resampler.cost, ROW_BUDGET, wanted, LEAST_REPLICATES);
  const place = placeOfBest(grid, best);
  const sums = new Float64Array(groups.cellCount);
  const worths = new Float64Array(cuts);
  const behind = new Spreads(cuts);
  const chosen = new Int32Array(count);
  const values = new Float64Array(count);
  const chooser = new SampleChooser(grid, rule, aim, admission.isAdmitted);
  let kept = 0;
  for (let i = 0; i < count; i++) {
    resampler.draw(sums);
    worthsOf(sums, grid, aim, worths);
    behind.add(worths, worths[place]);
    const k = chooser.choose(sums, worths);
    if (admission.keeps?.(cutOf(sums, place), best)) kept++;
    chosen[i] = k;
    values[i] = k < 0 ? Number.NaN : aim.better === 'higher' ? worths[k] : -worths[k];
    yield;
  }
  const ofOneCase = {
    positive: weights === 'weights' ? meanWeight(index.positives) : 1,
    negative: weights === 'weights' ? meanWeight(index.negatives) : 1,
  };
  const oneCase = oneCaseSquared(confusion, best, aim, ofOneCase);
  const deviations = behind.variances().map((variance) => Math.sqrt(variance + oneCase));
  const ofData = cellSums(groups);
  worthsOf(ofData, grid, aim, worths);
  const z = normalQuantile((1 + level) / 2);
  // What is as good as the best is not behind, even where no sample tells them apart.
  const behindBy = worths.map((worth, k) =>
    k === place || isTied(worth, worths[place]) ? 0 : (worths[place] - worth) / deviations[k],
  );
  const { isAdmitted } = admission;
  if (isAdmitted !== null) {
    eachCut(ofData, cuts, (k, cut) => {
      if (k !== place && !isAdmitted(cut, grid.thresholds[k])) behindBy[k] = Infinity;
    });
  }
  const safe = withGapsClosed(
    Array.from(behindBy, (by) => by <= z),
    behindBy,
  );
  const thresholds = Float64Array.from(
    chosen.filter((k) => k >= 0),
    (k) => grid.thresholds[k],
  ).sort();
  return { safe, thresholds, values, kept: admission.keeps === null ? Number.NaN : kept / count };
}

/**
 * Safe cuts with what lies between two of them, unless something there is far behind: a valley between two summits, not the teeth of the
 * saw that counting makes of every curve.
 */
function withGapsClosed(safe: readonly boolean[], behindBy: Float64Array): boolean[] {
  const closed = [...safe];
  let last = -1;
  for (let k = 0; k < safe.length; k++) {
    if (safe[k]) {
      if (last >= 0) closed.fill(true, last, k);
      last = k;
    } else if (!(behindBy[k] <= FAR)) {
      last = -1;
    }
  }
  return closed;
}

/**
 * The square of what one case more or less of either class would change at a decision. What lies between two thresholds where no case of
 * a class was seen looks more certain than it is, because drawing the cases anew never puts one there. `ofOneCase`: how much a case of
 * each class counts in the four counts, on average. No count falls below 0.
 */
function oneCaseSquared(
  { tp, fp, fn, tn }: Confusion,
  threshold: number,
  aim: Aim,
  ofOneCase: { readonly positive: number; readonly negative: number },
): number {
  const value = aim.valueOf({ tp, fp, fn, tn }, threshold);
  const toTp = oneCaseFrom(fn, tp, ofOneCase.positive);
  const toFp = oneCaseFrom(tn, fp, ofOneCase.negative);
  const changes = [
    { tp: tp + toTp, fp, fn: fn - toTp, tn },
    { tp, fp: fp + toFp, fn, tn: tn - toFp },
  ].map((changed) => (aim.valueOf(changed, threshold) - value) ** 2);
  return changes.filter(Number.isFinite).reduce((sum, change) => sum + change, 0);
}

/** What one case moves from `count` to `other`: what it counts, or less where no more is there; negative where it must move back. */
function oneCaseFrom(count: number, other: number, ofOne: number): number {
  return count * EXACT >= ofOne ? Math.min(count, ofOne) : -Math.min(other, ofOne);
}

/** The weight of one case alone and the mean weight are the same again but for the last digits. */
const EXACT = 1 + 1e-9;

/** How much a row of a run weighs on average; 0 without rows. */
function meanWeight(run: Run): number {
  return amountFrom(run, 0) / Math.max(1, run.scores.length);
}

/** Running means and squares of how far each cut stays behind another one (Welford); samples where either is undefined are left out. */
class Spreads {
  readonly #counts: Float64Array;
  readonly #means: Float64Array;
  readonly #squares: Float64Array;

  constructor(size: number) {
    this.#counts = new Float64Array(size);
    this.#means = new Float64Array(size);
    this.#squares = new Float64Array(size);
  }

  add(worths: Float64Array, best: number): void {
    const [counts, means, squares] = [this.#counts, this.#means, this.#squares];
    for (let k = 0; k < worths.length; k++) {
      const difference = best - worths[k];
      if (!Number.isFinite(difference)) continue;
      counts[k]++;
      const step = difference - means[k];
      means[k] += step / counts[k];
      squares[k] += step * (difference - means[k]);
    }
  }

  variances(): Float64Array {
    return this.#squares.map((square, k) => square / (this.#counts[k] - 1));
  }
}

/** The cut of the grid that the best threshold makes. */
function placeOfBest({ thresholds }: CutGrid, best: number): number {
  const place = thresholds.indexOf(best);
  if (place < 0) throw new RangeError('The best threshold is not in the grid.');
  return place;
}

/** Safe cuts as stretches of thresholds, ascending. */
function stretchesOf(index: ScoreIndex, grid: CutGrid, safe: readonly boolean[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let k = 0; k < safe.length; k++) {
    if (!safe[k]) continue;
    const { low, high } = thresholdsOfCut(index, grid, k);
    const last = stretches.at(-1);
    if (k > 0 && safe[k - 1] && last !== undefined) stretches[stretches.length - 1] = { low, high: last.high };
    else stretches.push({ low, high });
  }
  return stretches.reverse();
}

function decimalIn(index: ScoreIndex, rule: DecisionRule, stretches: readonly Stretch[], best: number): number {
  const includes = rule === '>=' ? 'high' : 'low';
  const around = stretches.find(({ low, high }) =>
    includes === 'high' ? best > low && best <= high : best >= low && best < high,
  );
  if (around === undefined) return Number.NaN;
  const { positives, negatives } = index;
  const least = Math.min(positives.scores[0] ?? Infinity, negatives.scores[0] ?? Infinity);
  const greatest = Math.max(positives.scores.at(-1) ?? -Infinity, negatives.scores.at(-1) ?? -Infinity);
  const low = around.low === -Infinity ? least : around.low;
  const high = around.high === Infinity ? greatest : around.high;
  return shortestDecimal({ low, high }, includes, best);
}
