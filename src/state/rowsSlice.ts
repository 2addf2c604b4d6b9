import type { StateCreator } from 'zustand/vanilla';
import { selectDecidingGroups } from './fairnessSelectors.ts';
import { createFetching } from './fetching.ts';
import { selectAmounts } from './selectors.ts';
import type { RowsSlice, TunerState } from './tunerState.ts';

export const createRowsSlice = (): StateCreator<TunerState, [], [], RowsSlice> => (set, get) => {
  const { fetched, cancel } = createFetching(get);
  return {
    fetchRows: (query) =>
      fetched('rows', (dataset, signal) => dataset.rows(signal, { ...query, groups: selectDecidingGroups(get()) })),
    fetchOutOfFold: (objective) =>
      fetched('outOfFold', (dataset, signal) => dataset.outOfFold(signal, get().decision.rule, objective)),
    amountsMeasured: null,
    measureAmounts: async () => {
      const { opened } = get();
      const { positives, negatives } = get().decision.settings.amounts;
      // What was asked for in between must not take the place of what is there.
      cancel('amounts');
      if (opened === null || (positives === null && negatives === null) || selectAmounts(get()) !== null) return;
      const columns = { positives, negatives };
      const splits = await fetched('amounts', (dataset, signal) => dataset.amounts(signal, columns));
      if (splits !== null && get().opened === opened)
        set({ amountsMeasured: { of: opened.prepared, columns, splits } });
    },
  };
};
