import type { Column } from '../dataset/dataset.ts';
import type { KeptRows } from '../rows/keptRows.ts';
import { type ColumnGroupKey, type GroupedCells, groupCells } from './columnGroups.ts';
import { populationStability } from './populationStability.ts';

export interface ColumnGroup {
  readonly key: ColumnGroupKey;
  /** Kept rows, or the sum of their weights. */
  readonly cases: number;
  readonly positives: number;
}

/** How far the cells of one split are spread otherwise than those of the first. */
export interface ColumnDrift {
  readonly from: string;
  readonly to: string;
  readonly stability: number;
}

/** What a column holds in the rows that count, and how often its values are positive. */
export interface ColumnSummary extends Omit<GroupedCells, 'keys' | 'groupOf'> {
  readonly name: string;
  readonly cases: number;
  readonly missing: number;
  readonly groups: readonly ColumnGroup[];
  /** The split that differs most from the first; null where there is one split only. */
  readonly drift: ColumnDrift | null;
}

/**
 * Summarizes a column over kept rows: its groups (`groupCells`) with their cases and positives, and the population stability index
 * between the first split and the one that differs most, over the same groups. Cases are sums of weights where there are weights; the
 * groups add up to the whole. O(rows log rows) for numbers, O(rows) for the rest.
 */
export function summarizeColumn(
  column: Column,
  kept: Pick<KeptRows, 'rows' | 'yTrue' | 'splitOf' | 'splits' | 'sampleWeight'>,
): ColumnSummary {
  const { keys, groupOf, ...about } = groupCells(column, kept.rows);
  const { yTrue, splitOf, splits, sampleWeight } = kept;
  const cases = new Float64Array(keys.length);
  const positives = new Float64Array(keys.length);
  const bySplit = splits.map(() => new Float64Array(keys.length));
  for (let i = 0; i < groupOf.length; i++) {
    const group = groupOf[i];
    const weight = sampleWeight === null ? 1 : sampleWeight[i];
    cases[group] += weight;
    if (yTrue[i] === 1) positives[group] += weight;
    bySplit[splitOf === null ? 0 : splitOf[i]][group] += weight;
  }
  const missing = keys.findIndex(({ kind }) => kind === 'missing');
  return {
    ...about,
    name: column.name,
    cases: cases.reduce((sum, each) => sum + each, 0),
    missing: missing < 0 ? 0 : cases[missing],
    groups: keys.map((key, group) => ({ key, cases: cases[group], positives: positives[group] })),
    drift: greatestDrift(splits, bySplit),
  };
}

function greatestDrift(splits: readonly string[], bySplit: readonly Float64Array[]): ColumnDrift | null {
  const [from] = splits;
  const drifts = splits
    .slice(1)
    .map((to, i) => ({ from, to, stability: populationStability(bySplit[0], bySplit[i + 1]) }));
  return drifts.reduce<ColumnDrift | null>(
    (worst, each) => (worst === null || each.stability > worst.stability ? each : worst),
    null,
  );
}
