import type { StateCreator } from 'zustand/vanilla';
import { NO_DEPLOY } from '../io/deploy.ts';
import { DEFAULT_PRICES } from './decisionSlice.ts';
import type { PageSlice, TunerState } from './tunerState.ts';

export const createPageSlice = (): StateCreator<TunerState, [], [], PageSlice> => (set) => ({
  deploy: NO_DEPLOY,
  isStarting: false,
  unknownLinkFields: [],
  setDeploy: (deploy) =>
    set((state) => ({ deploy, decision: { ...state.decision, prices: { ...DEFAULT_PRICES, ...deploy.prices } } })),
  setStarting: (isStarting) => set({ isStarting, viewPressed: null }),
  keepUnknown: (unknownLinkFields) => set({ unknownLinkFields }),
});
