import type { Grouping, GroupValue } from '../slices/grouping.ts';
import type { CellCondition } from './caseSelection.ts';

/** The rows of one group: a condition for each column of the grouping. `values`: what they share in it. O(columns). */
export function groupConditions({ by }: Grouping, values: readonly GroupValue[]): readonly CellCondition[] {
  return by.map(({ column }, at): CellCondition => {
    const value = values[at];
    if (value.kind === 'value') return { kind: 'value', column, value: value.text };
    if (value.kind !== 'range') return { kind: value.kind, column };
    const { low, high } = value;
    // The last range has no end; an infinite number belongs to it.
    return { kind: 'range', column, range: { low, high, isLowIn: true, isHighIn: high === Number.POSITIVE_INFINITY } };
  });
}
