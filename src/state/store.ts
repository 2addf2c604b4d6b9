import { createStore, type StoreApi } from 'zustand/vanilla';
import { createDataSlice } from './dataSlice.ts';
import { createDecisionSlice } from './decisionSlice.ts';
import type { Env } from './env.ts';
import { createKeepSlice } from './keepSlice.ts';
import { createTakeAwaySlice } from './takeAwaySlice.ts';
import type { TunerState } from './tunerState.ts';
import { createVersionSlice } from './versionSlice.ts';
import { createViewSlice } from './viewSlice.ts';

export type TunerStore = StoreApi<TunerState>;

/** One store for the whole screen, made of slices; the outside world comes in as an argument. */
export function createTunerStore(env: Env): TunerStore {
  return createStore<TunerState>()((...arguments_) => ({
    ...createDataSlice(env)(...arguments_),
    ...createDecisionSlice()(...arguments_),
    ...createViewSlice(env)(...arguments_),
    ...createTakeAwaySlice(env)(...arguments_),
    ...createKeepSlice(env)(...arguments_),
    ...createVersionSlice(env)(...arguments_),
  }));
}
