import { numberIn, spellsMissing } from '../dataset/cell.ts';
import { rangeAt } from './groupCodes.ts';
import { type GroupBy, type Grouping, type GroupValue, groupKey } from './grouping.ts';
import type { GroupThresholds } from './groupThresholds.ts';

/** The threshold that decides about one case, and why it is that one. */
export type CaseThreshold = { readonly threshold: number } & (
  | { readonly kind: 'own'; readonly values: readonly GroupValue[] }
  /** The case is in a group that has no threshold of its own. */
  | { readonly kind: 'otherGroup'; readonly values: readonly GroupValue[] }
  /** The case does not say of these columns what they hold. */
  | { readonly kind: 'noGroup'; readonly columns: readonly string[] }
);

/**
 * The group to which a single case belongs: for each column of the grouping the value or the range that its field is in, as the rows of a file
 * are sorted. The columns of which the case says nothing, where there are any. O(columns · log edges).
 */
export function groupOfFields(
  { by }: Grouping,
  fieldOf: (column: string) => string | null,
): { readonly values: readonly GroupValue[] } | { readonly missing: readonly string[] } {
  const missing = by.filter(({ column }) => fieldOf(column) === null).map(({ column }) => column);
  if (missing.length > 0) return { missing };
  return { values: by.map((each) => valueIn(each, fieldOf(each.column) ?? '')) };
}

function valueIn({ edges }: GroupBy, field: string): GroupValue {
  const text = field.trim();
  if (edges === null) {
    if (spellsMissing(text)) return { kind: 'missing' };
    return { kind: 'value', text: text === '-0' ? '0' : text };
  }
  const value = numberIn(text);
  if (Number.isNaN(value)) return { kind: spellsMissing(text) ? 'missing' : 'noNumber' };
  const ends = [Number.NEGATIVE_INFINITY, ...edges, Number.POSITIVE_INFINITY];
  const place = rangeAt(edges, value);
  return { kind: 'range', low: ends[place], high: ends[place + 1] };
}

/**
 * The threshold of the group of a single case; `shared` where that group has none of its own, or the case does not name its group. A number is
 * the same however it is written: a field of 1 is in the group "1.0". O(groups · columns).
 */
export function thresholdOfFields(
  { grouping, thresholds }: GroupThresholds,
  fieldOf: (column: string) => string | null,
  shared: number,
): CaseThreshold {
  const found = groupOfFields(grouping, fieldOf);
  if ('missing' in found) return { kind: 'noGroup', columns: found.missing, threshold: shared };
  const key = groupKey(found.values);
  const own =
    thresholds.find(({ values }) => groupKey(values) === key) ??
    thresholds.find(({ values }) => values.every((value, at) => isSame(value, found.values[at])));
  return own === undefined
    ? { kind: 'otherGroup', values: found.values, threshold: shared }
    : { kind: 'own', values: own.values, threshold: own.threshold };
}

function isSame(a: GroupValue, b: GroupValue): boolean {
  if (a.kind !== 'value' || b.kind !== 'value') return groupKey([a]) === groupKey([b]);
  return a.text === b.text || numberIn(a.text) === numberIn(b.text);
}
