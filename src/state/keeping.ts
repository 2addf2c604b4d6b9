import type { Env } from './env.ts';
import { isSessionChanged } from './keptSession.ts';
import { selectIsKept } from './selectors.ts';
import type { TunerStore } from './store.ts';

/** A drag is written down once, when it comes to rest. */
const REST_MS = 300;

/** Keeps what is kept up to date: later files too, the settings at rest and when the page is left, what other tabs do. Returns what ends it. */
export function startKeeping(store: TunerStore, { storage, page }: Pick<Env, 'storage' | 'page'>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const save = (state = store.getState()) => {
    clearTimeout(timer);
    timer = undefined;
    void state.saveSession(state);
  };
  const stopWatching = store.subscribe((state, previous) => {
    const { opened, kept, keptDataset, isKeeping } = state;
    const isNew = opened !== null && opened.dataset !== previous.opened?.dataset && opened.dataset !== keptDataset;
    // What was set a moment ago, before something else takes the file's place, or the page's memory and the page with it.
    const isReadingBegun = state.reading !== null && previous.reading === null;
    if (timer !== undefined && (isReadingBegun || opened?.dataset !== previous.opened?.dataset)) save(previous);
    // Whoever agreed to keep a file agreed for the next one too, until it is forgotten.
    if (isNew && opened.origin.kind === 'device' && (kept !== null || isKeeping)) void state.keep();
    const isSame = opened !== null && opened.dataset === previous.opened?.dataset;
    // The files of histories are kept beside those of the data.
    if (isSame && state.trainings !== previous.trainings && selectIsKept(state)) void state.keep();
    if (!selectIsKept(state) || (kept === previous.kept && !isSessionChanged(state, previous))) return;
    clearTimeout(timer);
    timer = setTimeout(() => save(), REST_MS);
  });
  const stopHiding = page.onHide(() => {
    if (timer !== undefined) save();
  });
  const stopHearing = storage.onNews((news) => store.getState().hearOfKept(news));
  return () => {
    clearTimeout(timer);
    stopWatching();
    stopHiding();
    stopHearing();
  };
}
