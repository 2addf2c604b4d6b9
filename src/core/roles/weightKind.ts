/** What the weights of rows mean: there are none, so many rows are alike, or a row counts for more or less than one. */
export type WeightKind = 'none' | 'counts' | 'weights';

/** What weights mean; they are counts only if somebody said so and they are whole numbers. O(rows). */
export function weightKindOf(sampleWeight: Float64Array | null, areCounts: boolean): WeightKind {
  if (sampleWeight === null) return 'none';
  return areCounts && sampleWeight.every(Number.isInteger) ? 'counts' : 'weights';
}
