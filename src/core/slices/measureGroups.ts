import type { KeptRows } from '../dataset/keptRows.ts';
import { buildScoreIndexes, type ScoreIndex } from '../scores/scoreIndex.ts';
import type { GroupValue } from './grouping.ts';
import type { GroupedRows } from './groupRows.ts';

/** A group of one split, measured: every number about it at any threshold is a look-up in its index. */
export interface MeasuredGroup {
  readonly values: readonly GroupValue[];
  /** Rows in this split (never weights); a group may have none in it. */
  readonly rows: number;
  readonly index: ScoreIndex;
}

export interface MeasuredGroups {
  readonly groups: readonly MeasuredGroup[];
  /** The rows of the split that are in none of the groups; `count`: how many smaller groups they make up. Null where there are none. */
  readonly others: { readonly count: number; readonly rows: number; readonly index: ScoreIndex } | null;
}

/**
 * The score index of each group in one split, and of what is in none of them. `split`: its place among the kept rows' splits, null for all rows;
 * `leftOut`: how many groups were left out of the grouped rows. O(rows + groups), and sorting.
 */
export function measureGroups(
  kept: Pick<KeptRows, 'yTrue' | 'yScore' | 'splitOf' | 'sampleWeight'>,
  { groups, groupOf }: GroupedRows,
  split: number | null,
  leftOut: number,
): MeasuredGroups {
  const { splitOf, sampleWeight } = kept;
  const isIn = (at: number) => split === null || splitOf === null || splitOf[at] === split;
  let count = 0;
  for (let at = 0; at < groupOf.length; at++) if (isIn(at)) count++;
  const yTrue = new Uint8Array(count);
  const yScore = new Float64Array(count);
  const weights = sampleWeight === null ? null : new Float64Array(count);
  const cellOf = new Uint32Array(count);
  const rows = new Uint32Array(groups.length + 1);
  for (let at = 0, place = 0; at < groupOf.length; at++) {
    if (!isIn(at)) continue;
    const cell = groupOf[at] < 0 ? groups.length : groupOf[at];
    yTrue[place] = kept.yTrue[at];
    yScore[place] = kept.yScore[at];
    if (weights !== null && sampleWeight !== null) weights[place] = sampleWeight[at];
    cellOf[place] = cell;
    rows[cell]++;
    place++;
  }
  const indexes = buildScoreIndexes(yTrue, yScore, cellOf, groups.length + 1, weights);
  return {
    groups: groups.map(({ values }, at) => ({ values, rows: rows[at], index: indexes[at] })),
    others: leftOut === 0 ? null : { count: leftOut, rows: rows[groups.length], index: indexes[groups.length] },
  };
}
