import type { ColumnProfile } from '../core/dataset/profile.ts';
import type { Interpretation } from '../core/roles/interpretation.ts';
import type { Grouping, GroupRule } from '../core/slices/grouping.ts';
import type { MeasuredGroups, MeasuredRows } from '../core/slices/measureGroups.ts';
import { selectColumns, selectEvaluation } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

/** What an answer about groups belongs to. */
export const groupsKey = (interpretation: Interpretation, split: string, grouping: Grouping): string =>
  JSON.stringify([interpretation, split, grouping]);

const fitted = new WeakMap<Grouping, { columns: readonly ColumnProfile[]; grouping: Grouping | null }>();

/** The grouping in force, less columns that the file does not have; null where nothing is left of it. The same object while it is the same. */
export function selectGrouping(state: TunerState): Grouping | null {
  const { grouping } = state;
  if (grouping === null || state.opened === null) return null;
  const columns = selectColumns(state);
  const known = fitted.get(grouping);
  if (known?.columns === columns) return known.grouping;
  const by = grouping.by.filter((each) => columns.some(({ name }) => name === each.column));
  const whole = by.length === grouping.by.length ? grouping : { by };
  const result = by.length === 0 ? null : whole;
  fitted.set(grouping, { columns, grouping: result });
  return result;
}

export interface GroupsInView {
  /** What the groups were made by; of an earlier question until the present one is answered. */
  readonly grouping: Grouping;
  readonly split: string;
  readonly value: MeasuredGroups;
  readonly isCurrent: boolean;
}

const inView = new WeakMap<object, { key: string; view: GroupsInView }>();

/** The last answer about groups of the open file; null until there is one, and while no grouping is in force. */
export function selectGroups(state: TunerState): GroupsInView | null {
  const grouping = selectGrouping(state);
  const evaluation = selectEvaluation(state);
  const { groups, opened } = state;
  if (grouping === null || evaluation === null || groups === null || groups.dataset !== opened?.dataset) return null;
  const key = groupsKey(opened.prepared.interpretation, evaluation.split, grouping);
  const known = inView.get(groups);
  if (known?.key === key) return known.view;
  const { split, value, grouping: of } = groups;
  const view = { grouping: of, split, value, isCurrent: groups.key === key };
  inView.set(groups, { key, view });
  return view;
}

export const rulesKey = (interpretation: Interpretation, split: string, rules: readonly GroupRule[]): string =>
  JSON.stringify([interpretation, split, rules], (_, value) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
  );

const fittedRules = new WeakMap<
  readonly GroupRule[],
  { columns: readonly ColumnProfile[]; rules: readonly GroupRule[] }
>();

/** The groups made by hand whose columns the file has. The same array while it is the same. */
export function selectGroupRules(state: TunerState): readonly GroupRule[] {
  const { groupRules } = state;
  const columns = selectColumns(state);
  const known = fittedRules.get(groupRules);
  if (known?.columns === columns) return known.rules;
  const isThere = ({ conditions }: GroupRule) =>
    conditions.every(({ column }) => columns.some(({ name }) => name === column));
  const rules = groupRules.every(isThere) ? groupRules : groupRules.filter(isThere);
  fittedRules.set(groupRules, { columns, rules });
  return rules;
}

export interface RulesInView {
  readonly rules: readonly GroupRule[];
  readonly split: string;
  readonly value: readonly MeasuredRows[];
  readonly isCurrent: boolean;
}

const rulesInView = new WeakMap<object, { key: string; view: RulesInView }>();

/** The last answer about groups made by hand; null until there is one, and while there are none. */
export function selectRuleRows(state: TunerState): RulesInView | null {
  const rules = selectGroupRules(state);
  const evaluation = selectEvaluation(state);
  const { ruleRows, opened } = state;
  if (rules.length === 0 || evaluation === null || ruleRows === null || ruleRows.dataset !== opened?.dataset)
    return null;
  const key = rulesKey(opened.prepared.interpretation, evaluation.split, rules);
  const known = rulesInView.get(ruleRows);
  if (known?.key === key) return known.view;
  const { split, value, rules: of } = ruleRows;
  const view = { rules: of, split, value, isCurrent: ruleRows.key === key };
  rulesInView.set(ruleRows, { key, view });
  return view;
}
