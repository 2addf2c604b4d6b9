import { normalTails } from '../intervals/normalTail.ts';
import type { JointCounts } from './jointCounts.ts';

/** McNemar's test of whether two decisions on the same rows are right equally often. */
export interface McNemar {
  /** Rows on which one decision is right and the other wrong. */
  readonly onlyFirstRight: number;
  readonly onlySecondRight: number;
  /** The chance of a split at least as uneven, were both right equally often: the exact binomial test, two-sided. */
  readonly exact: number;
  /** (|b − c| − 1)² / (b + c), with Edwards' continuity correction, and its chance under χ² with one degree of freedom. */
  readonly statistic: number;
  readonly corrected: number;
}

/** Rows on which exactly one of two decisions is right. O(1). */
export function discordant({ positives, negatives }: JointCounts): {
  readonly onlyFirstRight: number;
  readonly onlySecondRight: number;
} {
  return {
    onlyFirstRight: positives.onlyFirst + negatives.onlySecond,
    onlySecondRight: positives.onlySecond + negatives.onlyFirst,
  };
}

/**
 * McNemar's test, exact and with continuity correction. For counts of rows, not for weights. Where no row tells the two apart there is nothing to test: both chances
 * are 1 and the statistic 0. The same for the two exchanged. O(√rows). Agrees with R's `mcnemar.test` and
 * `scipy.stats.binomtest(b, b + c).pvalue`.
 */
export function mcnemar(joint: JointCounts): McNemar {
  const { onlyFirstRight, onlySecondRight } = discordant(joint);
  const total = onlyFirstRight + onlySecondRight;
  const uneven = Math.max(0, Math.abs(onlyFirstRight - onlySecondRight) - 1);
  const statistic = total === 0 ? 0 : (uneven * uneven) / total;
  return {
    onlyFirstRight,
    onlySecondRight,
    exact: evenTails(Math.min(onlyFirstRight, onlySecondRight), total),
    statistic,
    corrected: normalTails(Math.sqrt(statistic)),
  };
}

/** Chances below this share of the tail add nothing to a double. */
const NEGLIGIBLE = 1e-25;

/**
 * Twice the chance of at most `least` successes in `trials` throws of a fair coin, 1 at most: the terms of the binomial distribution
 * relative to its largest one, which needs no factorials. O(√trials).
 */
function evenTails(least: number, trials: number): number {
  const middle = Math.floor(trials / 2);
  if (2 * least >= trials) return 1;
  let tail = least === middle ? 1 : 0;
  let below = 0;
  let term = 1;
  for (let k = middle; k > 0 && term > 0; k--) {
    term *= k / (trials - k + 1);
    below += term;
    if (k - 1 <= least) tail += term;
    if (tail > 0 && term < NEGLIGIBLE * tail) break;
  }
  // The distribution is symmetric; with an odd number of trials its two middle terms are equal.
  const all = trials % 2 === 0 ? 1 + 2 * below : 2 * (1 + below);
  return Math.min(1, (2 * tail) / all);
}
