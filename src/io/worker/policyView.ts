import { MOST_POLICY_GROUPS, type PolicyGroup } from '../../core/choose/perGroup.ts';
import { groupKey } from '../../core/slices/grouping.ts';
import type { MeasuredGroups } from '../../core/slices/measureGroups.ts';
import type { GroupPolicies } from '../io.ts';

/** The groups that policies are chosen from; those asked for last are kept for the next strategy or tolerance. */
export class PolicyView {
  #known: { readonly key: string; readonly groups: readonly PolicyGroup[]; readonly count: number } | null = null;

  /** The groups under a key, sorted anew only where it is another one; `problem` where there are too many to choose for. */
  *groupsOf(
    key: string,
    measure: () => Generator<void, MeasuredGroups>,
  ): Generator<void, { groups: readonly PolicyGroup[]; problem: GroupPolicies | null }> {
    let known = this.#known;
    if (known?.key !== key) {
      const { groups, others } = yield* measure();
      const count = groups.length + (others?.count ?? 0);
      const kept = count > MOST_POLICY_GROUPS ? [] : groups;
      known = { key, count, groups: kept.map(({ values, index }) => ({ key: groupKey(values), index })) };
      this.#known = known;
    }
    const { groups, count } = known;
    return { groups, problem: count > MOST_POLICY_GROUPS ? { kind: 'tooManyGroups', count } : null };
  }
}
