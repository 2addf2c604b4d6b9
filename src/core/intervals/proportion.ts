import { type Interval, LEVEL } from './interval.ts';
import { normalQuantile } from './normalQuantile.ts';

export interface WilsonInterval extends Interval {
  readonly method: 'wilson';
}

/**
 * Wilson's score interval for a proportion, without continuity correction: with p = successes / trials and z the normal quantile of
 * (1 + level) / 2, the centre (p + z²/2n) / (1 + z²/n) ± z √(p(1−p)/n + z²/4n²) / (1 + z²/n). For counts of rows, not for
 * weights. Both ends are NaN without trials. Throws a RangeError unless 0 ≤ successes ≤ trials and 0 < level < 1. O(1). Agrees with
 * `statsmodels.stats.proportion.proportion_confint(method='wilson')` and R's `prop.test(correct = FALSE)`.
 */
export function wilsonInterval(successes: number, trials: number, level = LEVEL): WilsonInterval {
  if (!(successes >= 0 && successes <= trials)) throw new RangeError(`${successes} successes in ${trials} trials.`);
  if (!(level > 0 && level < 1)) throw new RangeError(`A confidence level of ${level}.`);
  if (trials === 0) return { low: Number.NaN, high: Number.NaN, method: 'wilson', level };
  const z = normalQuantile((1 + level) / 2);
  const share = successes / trials;
  const scale = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / scale;
  const reach = (z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))) / scale;
  // At the borders centre and reach cancel exactly in theory, and to a stray 1e-17 in doubles.
  return {
    low: successes === 0 ? 0 : centre - reach,
    high: successes === trials ? 1 : centre + reach,
    method: 'wilson',
    level,
  };
}
