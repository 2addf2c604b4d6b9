import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { TunerStore } from './store.ts';
import type { TunerState } from './tunerState.ts';

export const TunerContext = createContext<TunerStore | null>(null);

function useTunerStore(): TunerStore {
  const store = useContext(TunerContext);
  if (store === null) throw new Error('This part of the page needs a TunerContext around it.');
  return store;
}

/** The part of the state that `selector` names; renders again only when that part changes. */
export function useTuner<T>(selector: (state: TunerState) => T): T {
  return useStore(useTunerStore(), selector);
}

/** The store's actions, which never change. */
export function useActions(): TunerState {
  return useTunerStore().getState();
}
