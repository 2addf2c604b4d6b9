import type { StateCreator } from 'zustand/vanilla';
import { groupsKey, selectGrouping, selectGroups } from './groupSelectors.ts';
import { createLatest, isCancelled } from './latest.ts';
import { noticeOf } from './notices.ts';
import { selectEvaluation } from './selectors.ts';
import type { GroupsSlice, TunerState } from './tunerState.ts';

export const createGroupsSlice = (): StateCreator<TunerState, [], [], GroupsSlice> => (set, get) => {
  const latest = createLatest();
  return {
    grouping: null,
    groups: null,
    setGrouping: (grouping) => set({ grouping }),
    refreshGroups: async () => {
      const state = get();
      const { opened, isPreparing } = state;
      const grouping = selectGrouping(state);
      const evaluation = selectEvaluation(state);
      // What was asked for in between must not take the place of what is there.
      latest.cancel('groups');
      if (opened === null || isPreparing || grouping === null || evaluation === null) return;
      if (selectGroups(state)?.isCurrent === true) return;
      const { dataset } = opened;
      const { split } = evaluation;
      const key = groupsKey(opened.prepared.interpretation, split, grouping);
      try {
        const value = await dataset.groups(latest.start('groups'), split, grouping);
        if (get().opened?.dataset === dataset) set({ groups: { dataset, key, grouping, split, value } });
      } catch (error) {
        if (!isCancelled(error)) get().addNotice(noticeOf(error));
      }
    },
  };
};
