import type { TunerStore } from '../../state/store.ts';
import type { TunerState } from '../../state/tunerState.ts';
import { type Listener, relay } from './relay.ts';

/** When a drag that is going on comes to rest. */
export interface Rest {
  /** Calls back once, at rest; a drag that goes on meanwhile puts it off by `again`. */
  readonly wait: (release: () => void) => { readonly again: () => void; readonly cancel: () => void };
}

/** Whether nothing happened but that a drag, or a key held down, went on. */
const isGoingOn = (state: TunerState, before: TunerState): boolean =>
  state.decision !== before.decision &&
  state.decision.rule === before.decision.rule &&
  state.decision.prices === before.decision.prices &&
  state.history === before.history &&
  state.opened === before.opened &&
  state.chosenSplit === before.chosenSplit;

/**
 * The store for a part of the page that may be out of view: there it does not follow every move of a drag, but is told where the drag
 * comes to rest. All else it tells at once, and whoever asks gets the present state.
 */
export function restingStore(store: TunerStore, isInView: () => boolean, rest: Rest): TunerStore {
  let untold: { readonly before: TunerState; readonly waiting: ReturnType<Rest['wait']> } | null = null;

  const catchUp: Listener = (state, before) => {
    untold?.waiting.cancel();
    untold = null;
    tell(state, before);
  };
  const follow: Listener = (state, before) => {
    if (!isGoingOn(state, before)) catchUp(state, untold?.before ?? before);
    else if (untold !== null) untold.waiting.again();
    else if (isInView()) catchUp(state, before);
    else untold = { before, waiting: rest.wait(() => catchUp(store.getState(), untold?.before ?? before)) };
  };
  const { tell, subscribe } = relay(store, follow, () => {
    untold?.waiting.cancel();
    untold = null;
  });
  return { ...store, subscribe };
}
