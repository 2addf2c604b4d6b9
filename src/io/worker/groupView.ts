import { columnNamed, type Dataset } from '../../core/dataset/dataset.ts';
import type { Subject } from '../../core/roles/interpretation.ts';
import type { KeptRows } from '../../core/rows/keptRows.ts';
import { groupEdges } from '../../core/slices/groupEdges.ts';
import type { Grouping } from '../../core/slices/grouping.ts';
import { type LargestGroups, largestGroups } from '../../core/slices/groupRows.ts';
import { type MeasuredGroups, type MeasuredRows, measuringGroups } from '../../core/slices/measureGroups.ts';
import { measureRules } from '../../core/slices/measureRules.ts';

/** More groups than a person can look through are put together. */
const MOST_GROUPS = 200;

/** Rows that were kept, and the columns by which they are sorted. */
interface ReadRows {
  readonly dataset: Dataset;
  readonly kept: KeptRows;
}

interface ReadAs {
  /** The splits are folds, which are looked at as one. */
  readonly areTogether: boolean;
  /** Weights, if any, count rows. */
  readonly hasIntervals: boolean;
}

function placeOfSplit({ splitOf, splits }: KeptRows, split: string, areTogether: boolean): number | null {
  const place = splitOf === null || areTogether ? null : splits.indexOf(split);
  if (place !== null && place < 0) throw new Error(`No split ${split}.`);
  return place;
}

/** The rows that each of some rules takes in. */
export function ruleRows(
  { dataset, kept }: ReadRows,
  { split, rules }: { readonly split: string; readonly rules: readonly Subject[] },
  { areTogether, hasIntervals }: ReadAs,
): Generator<void, MeasuredRows[]> {
  return measureRules(dataset, kept, rules, placeOfSplit(kept, split, areTogether), hasIntervals);
}

/** The rows in groups; the last sorting is kept for the other splits. */
export class GroupView {
  #grouped: (LargestGroups & { readonly key: string }) | null = null;

  /** The kept rows in groups. `reading`: what they depend on. */
  *sorted(reading: string, read: () => ReadRows, grouping: Grouping): Generator<void, LargestGroups> {
    const key = JSON.stringify([reading, grouping]);
    if (this.#grouped?.key === key) return this.#grouped;
    const { dataset, kept } = read();
    const found = { key, ...(yield* largestGroups(dataset, kept, grouping, MOST_GROUPS)) };
    this.#grouped = found;
    return found;
  }

  /** Each group of a split, measured. */
  *measured(
    reading: string,
    read: () => ReadRows,
    { split, grouping }: { readonly split: string; readonly grouping: Grouping },
    { areTogether, hasIntervals }: ReadAs,
  ): Generator<void, MeasuredGroups> {
    const { grouped, leftOut } = yield* this.sorted(reading, read, grouping);
    const { kept } = read();
    return yield* measuringGroups(kept, grouped, placeOfSplit(kept, split, areTogether), leftOut, hasIntervals);
  }
}

/** Ends of ranges for the numbers of a column. */
export function edgesOf({ dataset, kept }: ReadRows, name: string): readonly number[] {
  const column = columnNamed(dataset, name);
  return column === null ? [] : groupEdges(column, kept.rows);
}
