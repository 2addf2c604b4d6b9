import { type Interval, LEVEL } from './interval.ts';
import { wilsonInterval } from './proportion.ts';

export interface DifferenceInterval extends Omit<Interval, 'method'> {
  readonly method: 'newcombe';
}

/**
 * Newcombe's hybrid score interval (method 10, without continuity correction) for the difference of two independent proportions,
 * `second - first`, from the Wilson intervals of both: d − √((p₂ − l₂)² + (u₁ − p₁)²) to d + √((u₂ − p₂)² + (p₁ − l₁)²).
 * NaN ends where either has no trials. Newcombe, Statistics in Medicine 17 (1998) 873–890; R: `DescTools::BinomDiffCI(method = "score")`. O(1).
 */
export function differenceInterval(
  first: { readonly successes: number; readonly trials: number },
  second: { readonly successes: number; readonly trials: number },
  level = LEVEL,
): DifferenceInterval {
  const one = wilsonInterval(first.successes, first.trials, level);
  const two = wilsonInterval(second.successes, second.trials, level);
  const p1 = first.successes / first.trials;
  const p2 = second.successes / second.trials;
  return {
    low: p2 - p1 - Math.hypot(p2 - two.low, one.high - p1),
    high: p2 - p1 + Math.hypot(two.high - p2, p1 - one.low),
    method: 'newcombe',
    level,
  };
}
