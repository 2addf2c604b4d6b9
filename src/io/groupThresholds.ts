import * as v from 'valibot';
import { MOST_POLICY_GROUPS, POLICY_STRATEGIES } from '../core/choose/perGroup.ts';
import type { GroupThresholds } from '../core/slices/groupThresholds.ts';

/** JSON has no infinite numbers. */
const number = v.union([v.number(), v.literal('Infinity'), v.literal('-Infinity')]);
const written = (value: number) => (Number.isFinite(value) ? value : value > 0 ? 'Infinity' : '-Infinity') as number;

const value = v.variant('kind', [
  v.strictObject({ kind: v.literal('value'), text: v.string() }),
  v.strictObject({ kind: v.literal('range'), low: number, high: number }),
  v.strictObject({ kind: v.literal('noNumber') }),
  v.strictObject({ kind: v.literal('missing') }),
]);

/** Thresholds of groups as links and sessions hold them. */
export const storedGroups = v.strictObject({
  by: v.pipe(
    v.array(v.strictObject({ column: v.string(), edges: v.nullable(v.array(v.number())) })),
    v.minLength(1),
    v.maxLength(3),
  ),
  at: v.pipe(
    v.array(v.strictObject({ values: v.array(value), threshold: number })),
    v.minLength(1),
    v.maxLength(MOST_POLICY_GROUPS),
  ),
  chosen: v.nullable(
    v.strictObject({
      strategy: v.picklist(POLICY_STRATEGIES),
      tolerance: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      split: v.string(),
    }),
  ),
});

export type StoredGroupThresholds = v.InferOutput<typeof storedGroups>;

export const storedGroupThresholds = ({ grouping, thresholds, chosenBy }: GroupThresholds): StoredGroupThresholds => ({
  by: grouping.by.map(({ column, edges }) => ({ column, edges: edges === null ? null : [...edges] })),
  at: thresholds.map(({ values, threshold }) => ({
    values: values.map((each) =>
      each.kind === 'range' ? { ...each, low: written(each.low), high: written(each.high) } : each,
    ),
    threshold: written(threshold),
  })),
  chosen: chosenBy,
});

export const restoredGroupThresholds = ({ by, at, chosen }: StoredGroupThresholds): GroupThresholds => ({
  grouping: { by },
  thresholds: at.map(({ values, threshold }) => ({
    values: values.map((each) =>
      each.kind === 'range' ? { ...each, low: Number(each.low), high: Number(each.high) } : each,
    ),
    threshold: Number(threshold),
  })),
  chosenBy: chosen,
});

/** Thresholds of groups out of a link; undefined where they are none. */
export function readGroupThresholds(stored: unknown): GroupThresholds | undefined {
  const result = v.safeParse(storedGroups, stored);
  return result.success ? restoredGroupThresholds(result.output) : undefined;
}
