import type { TunerStore } from '../../state/store.ts';
import type { TunerState } from '../../state/tunerState.ts';
import { type Listener, relay } from './relay.ts';

/**
 * The store for a part of the page that is slow to draw: when another file takes the place of one, it goes on showing the state from
 * before until `wait` calls back. All else it tells at once. Nothing is held back where nobody listens.
 */
export function heldStore(store: TunerStore, wait: (release: () => void) => () => void): TunerStore {
  let held: TunerState | null = null;
  let forget: (() => void) | null = null;

  const follow: Listener = (state, before) => {
    if (held !== null) return;
    const isOther = state.opened !== null && before.opened !== null && state.opened.dataset !== before.opened.dataset;
    if (!isOther) return tell(state, before);
    held = before;
    forget = wait(() => {
      held = null;
      tell(store.getState(), before);
    });
  };
  const { tell, subscribe } = relay(store, follow, () => {
    forget?.();
    [held, forget] = [null, null];
  });
  return { ...store, getState: () => held ?? store.getState(), subscribe };
}
