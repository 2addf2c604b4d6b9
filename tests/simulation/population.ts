import type { CutTest } from '../../src/core/choose/admission.ts';
import type { Aim } from '../../src/core/choose/worth.ts';
import type { Random } from '../../src/core/intervals/random.ts';
import type { Confusion } from '../../src/core/scores/confusion.ts';
import { buildScoreIndex, type ScoreIndex } from '../../src/core/scores/scoreIndex.ts';

/** Scores that are normal in each class, one apart by `distance`: everything about it is known. */
export interface Population {
  readonly prevalence: number;
  readonly distance: number;
}

/** The share of the population in each cell of the confusion matrix at a threshold. */
export function sharesAt({ prevalence, distance }: Population, threshold: number): Confusion {
  const missed = normalShareBelow(threshold - distance);
  const leftAlone = normalShareBelow(threshold);
  return {
    tp: prevalence * (1 - missed),
    fn: prevalence * missed,
    fp: (1 - prevalence) * (1 - leftAlone),
    tn: (1 - prevalence) * leftAlone,
  };
}

/** The area under its ROC curve: the chance that a positive scores higher than a negative. */
export const aucOf = ({ distance }: Population): number => normalShareBelow(distance / Math.SQRT2);

/** Its best threshold among those that may be chosen, to within 0.0005. */
export function bestThresholdOf(population: Population, aim: Aim, admits: CutTest | null = null): number {
  let best = Number.NaN;
  let highest = Number.NEGATIVE_INFINITY;
  for (let step = -8000; step <= 12000; step++) {
    const threshold = step / 2000;
    const shares = sharesAt(population, threshold);
    if (admits?.(shares, threshold) === false) continue;
    const value = aim.valueOf(shares, threshold);
    const worth = aim.better === 'higher' ? value : -value;
    if (worth > highest) [best, highest] = [threshold, worth];
  }
  return best;
}

/** A sample of so many rows. */
export function draw({ prevalence, distance }: Population, rows: number, random: Random): ScoreIndex {
  const yTrue = new Uint8Array(rows);
  const yScore = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    yTrue[row] = random.uniform() < prevalence ? 1 : 0;
    const normal = Math.sqrt(-2 * Math.log(random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
    yScore[row] = normal + (yTrue[row] === 1 ? distance : 0);
  }
  return buildScoreIndex(yTrue, yScore);
}

/** Φ(z) by its series up to |z| = 6 (Marsaglia, Journal of Statistical Software 11, 2004). */
export function normalShareBelow(z: number): number {
  if (Math.abs(z) > 6) return z > 0 ? 1 : 0;
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
}
