import type { StateCreator } from 'zustand/vanilla';
import type { Notice } from './notices.ts';
import type { NoticeSlice, TunerState } from './tunerState.ts';

const isSameNotice = (a: Notice, b: Notice): boolean => JSON.stringify(a) === JSON.stringify(b);

export const createNoticeSlice = (): StateCreator<TunerState, [], [], NoticeSlice> => (set) => ({
  notices: [],
  addNotice: (notice) =>
    set(({ notices }) =>
      notices.some((other) => isSameNotice(other, notice)) ? {} : { notices: [...notices, notice] },
    ),
  dismissNotice: (notice) => set((state) => ({ notices: state.notices.filter((other) => other !== notice) })),
});
