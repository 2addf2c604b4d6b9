import type { TunerStore } from '../../state/store.ts';
import type { TunerState } from '../../state/tunerState.ts';

export type Listener = (state: TunerState, before: TunerState) => void;

/**
 * Listeners of a store that stands before another one: `follow` hears that one as long as anybody listens, `end` hears when nobody does
 * any more, and `tell` tells them all.
 */
export function relay(store: TunerStore, follow: Listener, end: () => void) {
  const listeners = new Set<Listener>();
  let leave: (() => void) | null = null;
  const tell: Listener = (state, before) => {
    for (const listener of listeners) listener(state, before);
  };
  const subscribe = (listener: Listener) => {
    leave ??= store.subscribe(follow);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      leave?.();
      leave = null;
      end();
    };
  };
  return { tell, subscribe };
}
