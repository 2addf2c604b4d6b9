import type { TunerStore } from '../../state/store.ts';
import type { TunerState } from '../../state/tunerState.ts';

type Listener = (state: TunerState, before: TunerState) => void;

/**
 * The store for a part of the page that is slow to draw: when another file takes the place of one, it goes on showing the state from
 * before until `wait` calls back. All else it tells at once. Nothing is held back where nobody listens.
 */
export function heldStore(store: TunerStore, wait: (release: () => void) => () => void): TunerStore {
  const listeners = new Set<Listener>();
  let held: TunerState | null = null;
  let leave: (() => void) | null = null;
  let forget: (() => void) | null = null;

  const tell = (state: TunerState, before: TunerState) => {
    for (const listener of listeners) listener(state, before);
  };
  const follow = (state: TunerState, before: TunerState) => {
    if (held !== null) return;
    const isOther = state.opened !== null && before.opened !== null && state.opened.dataset !== before.opened.dataset;
    if (!isOther) return tell(state, before);
    held = before;
    forget = wait(() => {
      held = null;
      tell(store.getState(), before);
    });
  };
  return {
    ...store,
    getState: () => held ?? store.getState(),
    subscribe: (listener) => {
      leave ??= store.subscribe(follow);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        leave?.();
        forget?.();
        [held, leave, forget] = [null, null, null];
      };
    },
  };
}
