import type { StateCreator } from 'zustand/vanilla';
import type { ProductionSlice, TunerState } from './tunerState.ts';

/** Cases a day where nobody has said how many there are. */
export const DEFAULT_CASES = 1000;

export const createProductionSlice = (): StateCreator<TunerState, [], [], ProductionSlice> => (set) => ({
  productionRate: null,
  productionCases: DEFAULT_CASES,
  setProductionRate: (productionRate) => set({ productionRate }),
  setProductionCases: (productionCases) => set({ productionCases }),
});
