import type { Random } from './random.ts';

/** Below this many expected successes counting up from 0 is faster than rejection, which needs more. */
const FEW = 10;

/**
 * A draw from the binomial distribution: how many of `trials` succeed, each with probability p. Exact in distribution up to the rounding
 * of doubles, whatever the size: by inversion where few successes are expected, else by Hörmann's transformed rejection with squeeze
 * (BTRS; Journal of Statistical Computation and Simulation 46, 1993). `trials` is a whole number; p outside [0, 1] counts as its end.
 * Expected O(1).
 */
export function drawBinomial(random: Random, trials: number, p: number): number {
  if (trials <= 0 || !(p > 0)) return 0;
  if (p >= 1) return trials;
  if (p > 0.5) return trials - drawBinomial(random, trials, 1 - p);
  return trials * p < FEW ? drawByInversion(random, trials, p) : drawByRejection(random, trials, p);
}

function drawByInversion(random: Random, trials: number, p: number): number {
  const odds = p / (1 - p);
  const none = Math.exp(trials * Math.log1p(-p));
  for (;;) {
    let left = random.uniform();
    let chance = none;
    let successes = 0;
    while (left > chance && successes <= trials) {
      left -= chance;
      successes++;
      chance *= (odds * (trials - successes + 1)) / successes;
    }
    // Rounding can leave a little of the unit interval over.
    if (successes <= trials) return successes;
  }
}

function drawByRejection(random: Random, trials: number, p: number): number {
  const spread = Math.sqrt(trials * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = trials * p + 0.5;
  const alpha = (2.83 + 5.1 / b) * spread;
  const squeeze = 0.92 - 4.2 / b;
  const odds = p / (1 - p);
  const mode = Math.floor((trials + 1) * p);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || k > trials) continue;
    const height = Math.log((v * alpha) / (a / (us * us) + b));
    const density =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (trials - mode + 1))) +
      (trials + 1) * Math.log((trials - mode + 1) / (trials - k + 1)) +
      (k + 0.5) * Math.log((odds * (trials - k + 1)) / (k + 1)) +
      stirlingTail(mode) +
      stirlingTail(trials - mode) -
      stirlingTail(k) -
      stirlingTail(trials - k);
    if (height <= density) return k;
  }
}

/** log k! less Stirling's (k + ½) log(k + 1) − (k + 1) + ½ log 2π, for whole numbers; the first ones from the definition. */
const FIRST_TAILS = Array.from({ length: 10 }, (_, k) => {
  let logFactorial = 0;
  for (let factor = 2; factor <= k; factor++) logFactorial += Math.log(factor);
  return logFactorial - ((k + 0.5) * Math.log(k + 1) - (k + 1) + 0.5 * Math.log(2 * Math.PI));
});

function stirlingTail(k: number): number {
  if (k < FIRST_TAILS.length) return FIRST_TAILS[k];
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}
