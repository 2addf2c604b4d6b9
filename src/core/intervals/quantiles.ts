/**
 * The quantile of ascending numbers at a share from 0 to 1: between the two neighbours of place (n − 1) · share, linearly. NaN without
 * numbers. O(1). Agrees with `numpy.quantile(method='linear')` and R's `quantile(type = 7)`.
 */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const [low, high] = [sorted[below], sorted[Math.min(below + 1, sorted.length - 1)]];
  // Where nothing is to interpolate an infinite neighbor would make NaN of it.
  return low === high || place === below ? low : low + (high - low) * (place - below);
}

/** Quantiles of numbers in any order, those that are NaN left out. O(n log n). */
export function quantiles(values: Float64Array, shares: readonly number[]): number[] {
  // NaN goes last.
  const sorted = values.slice().sort();
  let count = sorted.length;
  while (count > 0 && Number.isNaN(sorted[count - 1])) count--;
  return shares.map((share) => quantileOfSorted(sorted.subarray(0, count), share));
}
