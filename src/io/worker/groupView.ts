import { columnNamed, type Dataset } from '../../core/dataset/dataset.ts';
import type { KeptRows } from '../../core/dataset/keptRows.ts';
import { groupEdges } from '../../core/slices/groupEdges.ts';
import type { Grouping } from '../../core/slices/grouping.ts';
import { type GroupedRows, groupRows, largestGroups } from '../../core/slices/groupRows.ts';
import { type MeasuredGroups, measureGroups } from '../../core/slices/measureGroups.ts';

/** More groups than a person can look through are put together. */
const MOST_GROUPS = 200;

/** Rows that were kept, and the columns by which they are sorted. */
interface ReadRows {
  readonly dataset: Dataset;
  readonly kept: KeptRows;
}

/** The rows in groups; the last sorting is kept for the other splits. */
export class GroupView {
  #grouped: { readonly key: string; readonly grouped: GroupedRows; readonly leftOut: number } | null = null;

  /** `reading`: what the kept rows depend on; `areTogether`: the splits are folds, which are looked at as one; `hasIntervals`: weights, if any, count rows. */
  measured(
    reading: string,
    read: () => ReadRows,
    { split, grouping }: { readonly split: string; readonly grouping: Grouping },
    { areTogether, hasIntervals }: { readonly areTogether: boolean; readonly hasIntervals: boolean },
  ): MeasuredGroups {
    const { dataset, kept } = read();
    const key = JSON.stringify([reading, grouping]);
    if (this.#grouped?.key !== key) {
      const whole = groupRows(dataset, kept, grouping);
      const grouped = largestGroups(whole, MOST_GROUPS);
      this.#grouped = { key, grouped, leftOut: whole.groups.length - grouped.groups.length };
    }
    const place = kept.splitOf === null || areTogether ? null : kept.splits.indexOf(split);
    if (place !== null && place < 0) throw new Error(`No split ${split}.`);
    return measureGroups(kept, this.#grouped.grouped, place, this.#grouped.leftOut, hasIntervals);
  }
}

/** Ends of ranges for the numbers of a column. */
export function edgesOf({ dataset, kept }: ReadRows, name: string): readonly number[] {
  const column = columnNamed(dataset, name);
  return column === null ? [] : groupEdges(column, kept.rows);
}
