import type { StateCreator } from 'zustand/vanilla';
import { type FoundPolicy, POLICY_STRATEGIES, type PolicyStrategy } from '../core/choose/perGroup.ts';
import { PRICED_TOLERANCES } from '../core/choose/policiesAt.ts';
import { sliderScale } from '../core/choose/stops.ts';
import { nextChange } from '../core/scores/neighbours.ts';
import { groupKey } from '../core/slices/grouping.ts';
import { groupThresholdOf } from '../core/slices/groupThresholds.ts';
import { DEFAULT_FAIRNESS } from './fairness.ts';
import { policyAsk, selectGroupsInForce } from './fairnessSelectors.ts';
import { selectGrouping, selectGroups } from './groupSelectors.ts';
import type { FairnessSlice } from './groupsState.ts';
import { createLatest, isCancelled } from './latest.ts';
import { noticeOf } from './notices.ts';
import { selectChosenOn, selectScoreRange, selectThreshold } from './selectors.ts';
import { stopAfter } from './thresholdMoves.ts';
import type { TunerState } from './tunerState.ts';

/** The strategies with a tolerance, whose price is drawn. */
const PRICED: readonly PolicyStrategy[] = POLICY_STRATEGIES.filter(
  (strategy) => strategy !== 'oneForAll' && strategy !== 'bestForEach',
);

export const createFairnessSlice = (): StateCreator<TunerState, [], [], FairnessSlice> => (set, get) => {
  const latest = createLatest();
  /** Names each press of a key, so that the moves of a held one share a gesture. */
  let keyPresses = 0;

  async function ask(
    what: 'policies' | 'prices',
    strategies: readonly PolicyStrategy[],
    tolerances: readonly number[],
  ): Promise<void> {
    const state = get();
    const { opened, isPreparing } = state;
    // What was asked for in between must not take the place of what is there.
    latest.cancel(what);
    const asked = policyAsk(state, strategies, tolerances);
    if (opened === null || isPreparing || asked === null) return;
    const { dataset } = opened;
    const { key, grouping, split, question } = asked;
    const { objective } = question;
    const known = state[what];
    if (known?.dataset === dataset && known.key === key) return;
    try {
      const value = await dataset.groupPolicies(latest.start(what), split, grouping, question);
      if (get().opened?.dataset !== dataset) return;
      set({ [what]: { dataset, key, value, grouping, split, objective } });
    } catch (error) {
      if (!isCancelled(error)) get().addNotice(noticeOf(error));
    }
  }

  return {
    fairness: DEFAULT_FAIRNESS,
    policies: null,
    prices: null,
    setFairness: (change) => set(({ fairness }) => ({ fairness: { ...fairness, ...change } })),
    refreshPolicies: () => ask('policies', POLICY_STRATEGIES, [get().fairness.tolerance]),
    refreshPrices: () => ask('prices', PRICED, PRICED_TOLERANCES),
    applyPolicy: ({ thresholds, strategy }: FoundPolicy, tolerance, gesture) => {
      const state = get();
      const grouping = selectGrouping(state);
      const split = selectChosenOn(state)?.split;
      const groups = selectGroups(state)?.value.groups ?? [];
      if (grouping === null || split === undefined) return;
      const ofKey = new Map(thresholds.map(({ key, threshold }) => [key, threshold]));
      state.setGroups(
        {
          grouping,
          thresholds: groups.flatMap(({ values }) => {
            const threshold = ofKey.get(groupKey(values));
            return threshold === undefined ? [] : [{ values, threshold }];
          }),
          chosenBy: { strategy, tolerance, split },
        },
        gesture,
      );
    },
    setGroupThreshold: (values, threshold, gesture) => {
      const state = get();
      const grouping = selectGrouping(state);
      const groups = selectGroups(state)?.value.groups ?? [];
      if (grouping === null || Number.isNaN(threshold)) return;
      const before = selectGroupsInForce(state)?.thresholds;
      const shared = selectThreshold(state);
      const present = before ?? groups.map((group) => ({ values: group.values, threshold: shared }));
      const key = groupKey(values);
      const others = present.filter((each) => groupKey(each.values) !== key);
      if (present.some((each) => groupKey(each.values) === key && Object.is(each.threshold, threshold))) return;
      const order = new Map(groups.map((group, place) => [groupKey(group.values), place]));
      const placeOf = (each: (typeof present)[number]) => order.get(groupKey(each.values)) ?? order.size;
      const thresholds = [...others, { values, threshold }].sort((a, b) => placeOf(a) - placeOf(b));
      state.setGroups({ grouping, thresholds, chosenBy: null }, gesture);
    },
    moveGroupThreshold: (values, move, isHeld = false) => {
      if (!isHeld) keyPresses += 1;
      const state = get();
      const key = groupKey(values);
      const index = selectGroups(state)?.value.groups.find((group) => groupKey(group.values) === key)?.index;
      const threshold = groupThresholdOf(selectGroupsInForce(state), selectThreshold(state))(key);
      const { low, high } = selectScoreRange(state);
      const isChange = (move === 'nextChange' || move === 'previousChange') && index !== undefined;
      const moved = isChange
        ? nextChange(index, threshold, state.decision.rule, move === 'nextChange' ? 1 : -1)
        : stopAfter(sliderScale(low, high), threshold, move);
      state.setGroupThreshold(values, moved, `group key ${keyPresses}`);
    },
  };
};
