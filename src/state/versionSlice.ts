import type { StateCreator } from 'zustand/vanilla';
import type { Env } from './env.ts';
import type { TunerState, VersionSlice } from './tunerState.ts';

export const createVersionSlice =
  ({ versions, page }: Env): StateCreator<TunerState, [], [], VersionSlice> =>
  (set, get) => ({
    isNewerVersionReady: false,
    watchVersions: () => versions.watch(() => set({ isNewerVersionReady: true })),
    startNewerVersion: async () => {
      await get().saveSession();
      await versions.takeOver();
      page.reload();
    },
    postponeNewerVersion: () => set({ isNewerVersionReady: false }),
  });
