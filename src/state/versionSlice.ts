import type { StateCreator } from 'zustand/vanilla';
import type { Env } from './env.ts';
import type { TunerState, VersionSlice } from './tunerState.ts';

export const createVersionSlice =
  ({ versions, page }: Env): StateCreator<TunerState, [], [], VersionSlice> =>
  (set, get) => ({
    isNewerVersionReady: false,
    isReloading: false,
    watchVersions: () => versions.watch(() => set({ isNewerVersionReady: true })),
    startNewerVersion: async () => {
      await get().saveSession();
      await versions.takeOver();
      // The address bar may have caught up meanwhile; what is saved must go with the address that is loaded again.
      await get().saveSession();
      set({ isReloading: true });
      page.reload();
    },
    postponeNewerVersion: () => set({ isNewerVersionReady: false }),
  });
