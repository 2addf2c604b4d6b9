import type { StateCreator } from 'zustand/vanilla';
import { createLatest, isCancelled } from './latest.ts';
import { noticeOf } from './notices.ts';
import type { RowsSlice, TunerState } from './tunerState.ts';

export const createRowsSlice = (): StateCreator<TunerState, [], [], RowsSlice> => (_set, get) => {
  const latest = createLatest();
  return {
    fetchRows: async (query) => {
      const { opened } = get();
      if (opened === null) return null;
      try {
        return await opened.dataset.rows(latest.start('rows'), query);
      } catch (error) {
        if (!isCancelled(error)) get().addNotice(noticeOf(error));
        return null;
      }
    },
  };
};
