import type { Subject } from '../roles/interpretation.ts';

/** How one column sorts rows into groups. */
export interface GroupBy {
  readonly column: string;
  /** Ascending ends of the ranges into which its numbers are cut; null where each value is a group of its own. */
  readonly edges: readonly number[] | null;
}

/** What makes groups of the rows: one column, or the intersections of several. */
export interface Grouping {
  readonly by: readonly GroupBy[];
}

/** The intersections of more columns are too small to tell anything. */
export const MOST_GROUP_COLUMNS = 3;

/** More groups made by hand than a person keeps in mind. */
export const MOST_GROUP_RULES = 20;

/** A longer name would be no name. */
export const LONGEST_GROUP_NAME = 60;

/** A group made by hand: the rows for which all its conditions hold. */
export interface GroupRule {
  /** What a person calls it; '' where its conditions are its name. */
  readonly name: string;
  readonly conditions: Subject;
}

/** What the rows of a group share in one column. */
export type GroupValue =
  /** The cell, as written. */
  | { readonly kind: 'value'; readonly text: string }
  /** Numbers from `low` on and below `high`; −∞ and ∞ at the ends. */
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  /** Something is written there that is no number, where numbers are asked for. */
  | { readonly kind: 'noNumber' }
  /** Nothing is there. */
  | { readonly kind: 'missing' };

/** A name of a group by which it is found again, the same for the same values whatever the rows. O(values). */
export const groupKey = (values: readonly GroupValue[]): string =>
  JSON.stringify(
    values.map((value) => {
      if (value.kind === 'value') return ['value', value.text];
      return value.kind === 'range' ? ['range', String(value.low), String(value.high)] : [value.kind];
    }),
  );

/** Whether two groupings make the same groups. O(edges). */
export const isSameGrouping = (a: Grouping | null, b: Grouping | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Ascending ends of ranges, each once; numbers that are not finite are left out. O(n log n). */
export const tidyEdges = (edges: readonly number[]): readonly number[] =>
  [...new Set(edges.filter(Number.isFinite).map((edge) => edge + 0))].sort((a, b) => a - b);
