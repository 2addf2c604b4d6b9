/** The range of the scores of a class, or label. */
export interface ScoreRange {
  readonly low: number;
  readonly high: number;
}

/** Least and greatest score of each class, or label, over some splits; NaN for one without any. O(rows · classes). */
export function scoreRanges(splits: readonly { readonly yScore: readonly (Float64Array | null)[] }[]): ScoreRange[] {
  const ranges: { low: number; high: number }[] = [];
  for (const { yScore } of splits) {
    yScore.forEach((scores, place) => {
      ranges[place] ??= { low: Number.NaN, high: Number.NaN };
      if (scores !== null) widen(ranges[place], scores);
    });
  }
  return ranges;
}

function widen(range: { low: number; high: number }, scores: Float64Array): void {
  for (const score of scores) {
    if (Number.isNaN(score)) continue;
    if (!(score >= range.low)) range.low = score;
    if (!(score <= range.high)) range.high = score;
  }
}
