/** How values scatter. Values that are undefined (NaN) are left out and counted. */
export interface Spread {
  readonly mean: number;
  /** Standard deviation with n − 1; NaN below two values. Agrees with `numpy.std(ddof=1)`. */
  readonly standardDeviation: number;
  readonly least: number;
  readonly greatest: number;
  readonly count: number;
}

/** The spread of some values; every number of it is NaN where none is defined. O(n). */
export function spreadOf(values: readonly number[]): Spread {
  const defined = values.filter((value) => !Number.isNaN(value));
  const count = defined.length;
  if (count === 0) {
    return { mean: Number.NaN, standardDeviation: Number.NaN, least: Number.NaN, greatest: Number.NaN, count };
  }
  const mean = defined.reduce((sum, value) => sum + value / count, 0);
  const squares = defined.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    mean,
    standardDeviation: count > 1 ? Math.sqrt(squares / (count - 1)) : Number.NaN,
    least: Math.min(...defined),
    greatest: Math.max(...defined),
    count,
  };
}
