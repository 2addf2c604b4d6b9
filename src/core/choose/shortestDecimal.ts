/** Thresholds from `low` to `high`, of which one end belongs to it: the upper one under `>=`, the lower one under `>`. */
export interface Stretch {
  readonly low: number;
  readonly high: number;
}

/** Finer than any double. */
const MOST_DIGITS = 330;

/**
 * The decimal with the fewest digits in a stretch of thresholds: the multiple of the largest power of ten of which one lies in it, the
 * nearest to `near` if there are several, the double that its spelling means. Infinite ends are cut off at the least and greatest score.
 * NaN where the stretch is empty. O(digits).
 */
export function shortestDecimal({ low, high }: Stretch, includes: 'low' | 'high', near: number): number {
  const isIn = (value: number) => (includes === 'high' ? value > low && value <= high : value >= low && value < high);
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (!(low < high) || !Number.isFinite(size)) return Number.NaN;
  // 0 is a multiple of everything, yet as a decimal no shorter than 1.
  let first = 0;
  while (10 ** (first + 1) <= size) first++;
  for (let exponent = first; exponent > -MOST_DIGITS; exponent--) {
    const nearest = Math.round(Math.min(high, Math.max(low, near)) / 10 ** exponent);
    const candidates = [nearest, nearest - 1, nearest + 1]
      .map((multiple) => Number(`${multiple}e${exponent}`))
      .filter(isIn)
      .sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
    if (candidates.length > 0) return candidates[0];
  }
  return includes === 'high' ? high : low;
}
