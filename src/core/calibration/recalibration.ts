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
const ENOUGH = 1e-12;

export const sigmoid = (margin: number): number => 1 / (1 + Math.exp(-margin));

/** The log odds of a probability, which is kept within `LOGIT_CLIP` of the unit interval. */
export function logit(probability: number): number {
  const kept = Math.min(Math.max(probability, LOGIT_CLIP), 1 - LOGIT_CLIP);
  return Math.log(kept) - Math.log1p(-kept);
}

/**
 * The maximum-likelihood logistic regression of `yTrue` (0 or 1) on `margins`, by Newton's method with halved steps. Weights count
 * rows. Agrees with R's `glm(y ~ x, family = binomial)`. A problem where the maximum does not exist: one class only, one margin only,
 * or a margin that separates the classes. O(n) a step, about ten steps.
 */
export function fitRecalibration(
  yTrue: ArrayLike<number>,
  margins: ArrayLike<number>,
  weights: ArrayLike<number> | null = null,
): Recalibration | RecalibrationProblem {
  const spread = spreadOf(yTrue, margins, weights);
  if (typeof spread === 'string') return spread;
  // Margins of mean 0 and deviation 1 keep the two equations of a step apart, whatever scale a score has.
  const { mean, deviation, share } = spread;
  const z = Float64Array.from(margins, (margin) => (margin - mean) / deviation);
  let at = { intercept: logit(share), slope: 0 };
  let loss = lossOf(yTrue, z, weights, at);
  for (let step = 0; step < MOST_STEPS; step++) {
    const move = newtonMove(yTrue, z, weights, at);
    let scale = 1;
    let next = { intercept: at.intercept + move.intercept, slope: at.slope + move.slope };
    let nextLoss = lossOf(yTrue, z, weights, next);
    while (!(nextLoss <= loss + ENOUGH * Math.abs(loss)) && scale > 1e-6) {
      scale /= 2;
      next = { intercept: at.intercept + scale * move.intercept, slope: at.slope + scale * move.slope };
      nextLoss = lossOf(yTrue, z, weights, next);
    }
    const moved = scale * Math.max(Math.abs(move.intercept), Math.abs(move.slope));
    at = next;
    loss = nextLoss;
    if (moved < ENOUGH * (1 + Math.abs(at.intercept) + Math.abs(at.slope))) break;
  }
  const slope = at.slope / deviation;
  return { intercept: at.intercept - slope * mean, slope };
}

/**
 * Calibration in the large: by how much the log odds have to be shifted, slope left at 1, for their mean probability to be the share of
 * positives. Agrees with R's `glm(y ~ offset(x), family = binomial)`. NaN with one class only.
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
  // The surplus falls as the shift grows; a bisection cannot leave the range in which it changes sign.
  let low = -1;
  let high = 1;
  while (surplus(low) < 0 && low > -1e6) low *= 2;
  while (surplus(high) > 0 && high < 1e6) high *= 2;
  if (!(surplus(low) > 0 && surplus(high) < 0)) return Number.NaN;
  for (let step = 0; step < 200 && high - low > Number.EPSILON * Math.abs(low); step++) {
    const middle = (low + high) / 2;
    if (surplus(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const amountOf = (weights: ArrayLike<number> | null, row: number) => (weights === null ? 1 : weights[row]);

/** Mean and deviation of the margins and the share of positives, or why there is nothing to fit. O(n). */
function spreadOf(yTrue: ArrayLike<number>, margins: ArrayLike<number>, weights: ArrayLike<number> | null) {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let total = 0;
  let positives = 0;
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < margins.length; i++) {
    const amount = amountOf(weights, i);
    if (!(amount > 0)) continue;
    const margin = margins[i];
    total += amount;
    if (yTrue[i] === 1) positives += amount;
    const before = margin - mean;
    mean += (before * amount) / total;
    squares += amount * before * (margin - mean);
    if (margin < low[yTrue[i]]) low[yTrue[i]] = margin;
    if (margin > high[yTrue[i]]) high[yTrue[i]] = margin;
  }
  if (total === 0) return 'noRows';
  if (positives === 0 || positives === total) return 'oneClass';
  if (Math.min(...low) === Math.max(...high)) return 'constantScore';
  if (high[0] <= low[1] || high[1] <= low[0]) return 'separated';
  return { mean, deviation: Math.sqrt(squares / total), share: positives / total };
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

function newtonMove(
  yTrue: ArrayLike<number>,
  z: Float64Array,
  weights: ArrayLike<number> | null,
  { intercept, slope }: Recalibration,
): Recalibration {
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
  if (!(determinant > 0)) return { intercept: 0, slope: 0 };
  return { intercept: (h11 * g0 - h01 * g1) / determinant, slope: (h00 * g1 - h01 * g0) / determinant };
}
