import type { TunerStore } from './store.ts';

/** A threshold that stood for so long was looked at. */
const LOOK_MS = 400;

/** Notes each threshold that comes to rest, by the split in view. Returns what ends it. */
export function watchTried(store: TunerStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = store.subscribe((state, before) => {
    const isSame =
      state.decision === before.decision && state.opened === before.opened && state.chosenSplit === before.chosenSplit;
    if (isSame) return;
    clearTimeout(timer);
    timer = setTimeout(() => store.getState().noteTried(), LOOK_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
