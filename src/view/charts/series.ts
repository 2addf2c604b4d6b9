/** The only file that knows the shape of Recharts' rows. */

/** A line in data units; a NaN leaves a gap. */
export interface Path {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** One row a vertex; `null` is Recharts' gap. */
export interface SeriesRow {
  readonly x: number;
  readonly y: number | null;
}

/** One row a vertex, from `low` up to `high`. */
export interface BandRow {
  readonly x: number;
  readonly band: readonly [low: number, high: number];
}

export function seriesRows({ x, y }: Path): readonly SeriesRow[] {
  return Array.from({ length: x.length }, (_, i) => ({ x: x[i], y: Number.isFinite(y[i]) ? y[i] : null }));
}

/** What lies between two lines over the same x; a NaN leaves a gap. */
export interface Range {
  readonly x: ArrayLike<number>;
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

export function rangeRows({ x, low, high }: Range): readonly (BandRow | { readonly x: number; readonly band: null })[] {
  return Array.from({ length: x.length }, (_, i) =>
    Number.isFinite(low[i]) && Number.isFinite(high[i])
      ? { x: x[i], band: [low[i], high[i]] }
      : { x: x[i], band: null },
  );
}

export function bandRows({ x, y }: Path, base: number): readonly BandRow[] {
  return Array.from({ length: x.length }, (_, i) => ({ x: x[i], band: [base, y[i]] }));
}
