import type { KeptRows } from '../rows/keptRows.ts';
import type { ModelRows } from './pairRows.ts';

/** The kept rows of one split, none where there is no such split; of all where it is null. O(rows). */
export function rowsOfSplit(
  { rows, yTrue, yScore, splitOf, splits, sampleWeight }: KeptRows,
  split: string | null,
): ModelRows {
  if (split === null || splitOf === null) return { rows, yTrue, yScore, sampleWeight };
  const wanted = splits.indexOf(split);
  const isIn = (_: number, at: number) => splitOf[at] === wanted;
  return {
    rows: rows.filter(isIn),
    yTrue: yTrue.filter(isIn),
    yScore: yScore.filter(isIn),
    sampleWeight: sampleWeight === null ? null : sampleWeight.filter(isIn),
  };
}
