import { type DelongInterval, delongInterval } from '../intervals/delong.ts';
import { scoreMetricsOf } from '../metrics/catalog.ts';
import type { ScoreMetricId, UndefinedReason } from '../metrics/metric.ts';
import type { KeptRows } from '../rows/keptRows.ts';
import { buildScoreIndexes, type ScoreIndex } from '../scores/scoreIndex.ts';
import type { GroupValue } from './grouping.ts';
import type { GroupedRows } from './groupRows.ts';

/** Rows of one split, measured: every number about them at any threshold is a look-up in their index. */
export interface MeasuredRows {
  /** Rows in this split (never weights); a group may have none in it. */
  readonly rows: number;
  readonly index: ScoreIndex;
  readonly scoreMetrics: Readonly<Record<ScoreMetricId, number>>;
  readonly undefinedReasons: Readonly<Partial<Record<ScoreMetricId, UndefinedReason>>>;
  /** Of the ROC AUC; null where weights are no counts of rows. */
  readonly aucInterval: DelongInterval | null;
}

export interface MeasuredGroup extends MeasuredRows {
  readonly values: readonly GroupValue[];
}

export interface MeasuredGroups {
  readonly groups: readonly MeasuredGroup[];
  /** The rows of the split that are in none of the groups; `count`: how many smaller groups they make up. Null where there are none. */
  readonly others: (MeasuredRows & { readonly count: number }) | null;
}

/** `measuringGroups`, all at once. */
export function measureGroups(...about: Parameters<typeof measuringGroups>): MeasuredGroups {
  const steps = measuringGroups(...about);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Measures each group in one split, and what is in none of them. `split`: its place among the kept rows' splits, null for all rows;
 * `leftOut`: how many groups were left out of the grouped rows. O(rows + groups), and sorting; a step each group.
 */
export function* measuringGroups(
  kept: Pick<KeptRows, 'yTrue' | 'yScore' | 'splitOf' | 'sampleWeight'>,
  { groups, groupOf }: GroupedRows,
  split: number | null,
  leftOut: number,
  hasIntervals = true,
): Generator<void, MeasuredGroups> {
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
  yield;
  const indexes = buildScoreIndexes(yTrue, yScore, cellOf, groups.length + 1, weights);
  const measured: MeasuredRows[] = [];
  for (const [at, index] of indexes.entries()) {
    yield;
    const { values, reasons } = scoreMetricsOf(index);
    const aucInterval = hasIntervals ? delongInterval(index) : null;
    measured.push({ rows: rows[at], index, scoreMetrics: values, undefinedReasons: reasons, aucInterval });
  }
  return {
    groups: groups.map(({ values }, at) => ({ values, ...measured[at] })),
    others: leftOut === 0 ? null : { count: leftOut, ...measured[groups.length] },
  };
}
