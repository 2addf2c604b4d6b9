/** A logistic regression of the label on the logit of the score, or on the score itself where that is a margin. */
export interface Recalibration {
  readonly intercept: number;
  readonly slope: number;
}

/** Why no such regression can be fitted. */
export type RecalibrationProblem = 'oneClass' | 'constantScore' | 'separated' | 'noRows';

/** How far probabilities are kept away from 0 and 1, where their logit is infinite: float64's epsilon. */
export const LOGIT_CLIP = 2.220446049250313e-16;
const MOST_STEPS = 100;
/** A step that promises to lower the loss by no more than this share of it is the last. */
const ENOUGH = 1e-16;
/** How far the loss may be off for being a sum of rounded numbers, as a share of it. */
const ROUNDING = 1e-12;
/** What part of the decrease that a step promises it must bring, or it is halved. */
const KEPT_PROMISE = 0.4;

export const sigmoid = (margin: number): number => 1 / (1 + Math.exp(-margin));

/** The log odds of a probability, which is kept within `LOGIT_CLIP` of the unit interval. */
export function logit(probability: number): number {
  const kept = Math.min(Math.max(probability, LOGIT_CLIP), 1 - LOGIT_CLIP);
  return Math.log(kept) - Math.log1p(-kept);
}

/**
 * The maximum-likelihood logistic regression of `yTrue` (0 or 1) on `margins`, by Newton's method with halved steps. Weights count
 * rows. Agrees with R's `glm(y ~ x, family = binomial)`. A problem where the maximum does not exist: one class only, one margin only,
 * or a margin that separates the classes (or all but: so far that doubles cannot tell). O(n) a step, about ten steps.
 */
export function fitRecalibration(
  yTrue: ArrayLike<number>,
  margins: ArrayLike<number>,
  weights: ArrayLike<number> | null = null,
): Recalibration | RecalibrationProblem {
  const spread = spreadOf(yTrue, margins, weights);
  if (typeof spread === 'string') return spread;
  // Margins of mean 0 and deviation 1 keep the two equations of a step apart, whatever scale a score has.
  const { mean, deviation } = spread;
  const z = Float64Array.from(margins, (margin) => (margin - mean) / deviation);
  // From here a whole step seldom goes too far; from the share of positives, where they are rare, it nearly always does.
  let at: Recalibration = { intercept: 0, slope: 0 };
  let loss = lossOf(yTrue, z, weights, at);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { move, gain } = newtonMove(yTrue, z, weights, at);
    let scale = 1;
    let next = moved(at, move, scale);
    let nextLoss = lossOf(yTrue, z, weights, next);
    while (nextLoss > loss * (1 + ROUNDING) - KEPT_PROMISE * scale * gain) {
      scale /= 2;
      next = moved(at, move, scale);
      nextLoss = lossOf(yTrue, z, weights, next);
    }
    at = next;
    loss = nextLoss;
    if (Math.abs(gain) <= ENOUGH * loss) {
      const slope = at.slope / deviation;
      return { intercept: at.intercept - slope * mean, slope };
    }
  }
  return 'separated';
}

/**
 * Calibration in the large: by how much the log odds have to be shifted, slope left at 1, for their mean probability to be the share of
 * positives. Agrees with R's `glm(y ~ offset(x), family = binomial)`. NaN with one class only. O(n) a step, about sixty steps.
 */
export function calibrationInTheLarge(
  yTrue: ArrayLike<number>,
  margins: ArrayLike<number>,
  weights: ArrayLike<number> | null = null,
): number {
  const surplus = (shift: number) => {
    let sum = 0;
    for (let i = 0; i < margins.length; i++) sum += amountOf(weights, i) * (yTrue[i] - sigmoid(margins[i] + shift));
    return sum;
  };
  // The surplus falls as the shift grows, from all the positives to none of the negatives.
  if (!(surplus(-Infinity) > 0 && surplus(Infinity) < 0)) return Number.NaN;
  let low = -1;
  let high = 1;
  while (surplus(low) <= 0) low *= 2;
  while (surplus(high) >= 0) high *= 2;
  // A bisection cannot leave the range in which the sign changes.
  while (high - low > Number.EPSILON * Math.max(1, Math.abs(low))) {
    const middle = (low + high) / 2;
    if (surplus(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const amountOf = (weights: ArrayLike<number> | null, row: number) => (weights === null ? 1 : weights[row]);

const moved = (at: Recalibration, move: Recalibration, scale: number): Recalibration => ({
  intercept: at.intercept + scale * move.intercept,
  slope: at.slope + scale * move.slope,
});

/** Mean and deviation of the margins, or why there is nothing to fit. O(n). */
function spreadOf(yTrue: ArrayLike<number>, margins: ArrayLike<number>, weights: ArrayLike<number> | null) {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  let total = 0;
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < margins.length; i++) {
    const amount = amountOf(weights, i);
    if (!(amount > 0)) continue;
    const margin = margins[i];
    const label = yTrue[i];
    total += amount;
    const before = margin - mean;
    mean += (before * amount) / total;
    squares += amount * before * (margin - mean);
    low[label] = Math.min(low[label], margin);
    high[label] = Math.max(high[label], margin);
  }
  if (total === 0) return 'noRows';
  if (low.includes(Infinity)) return 'oneClass';
  if (Math.min(...low) === Math.max(...high)) return 'constantScore';
  if (high[0] <= low[1] || high[1] <= low[0]) return 'separated';
  return { mean, deviation: Math.sqrt(squares / total) };
}

/** Log loss summed over the rows. ln(1 + e^−x) without overflow. */
function lossOf(
  yTrue: ArrayLike<number>,
  z: Float64Array,
  weights: ArrayLike<number> | null,
  { intercept, slope }: Recalibration,
): number {
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    const margin = intercept + slope * z[i];
    const towards = yTrue[i] === 1 ? -margin : margin;
    sum += amountOf(weights, i) * (Math.max(towards, 0) + Math.log1p(Math.exp(-Math.abs(towards))));
  }
  return sum;
}

/** Where the loss would be least if its curvature were the same everywhere, and twice how much lower it would be there. O(n). */
function newtonMove(
  yTrue: ArrayLike<number>,
  z: Float64Array,
  weights: ArrayLike<number> | null,
  { intercept, slope }: Recalibration,
): { readonly move: Recalibration; readonly gain: number } {
  let g0 = 0;
  let g1 = 0;
  let h00 = 0;
  let h01 = 0;
  let h11 = 0;
  for (let i = 0; i < z.length; i++) {
    const amount = amountOf(weights, i);
    const p = sigmoid(intercept + slope * z[i]);
    const rest = amount * (yTrue[i] - p);
    const curvature = amount * p * (1 - p);
    g0 += rest;
    g1 += rest * z[i];
    h00 += curvature;
    h01 += curvature * z[i];
    h11 += curvature * z[i] * z[i];
  }
  const determinant = h00 * h11 - h01 * h01;
  const move = { intercept: (h11 * g0 - h01 * g1) / determinant, slope: (h00 * g1 - h01 * g0) / determinant };
  return { move, gain: g0 * move.intercept + g1 * move.slope };
}
