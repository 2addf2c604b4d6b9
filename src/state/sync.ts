import { type Link, readLink, writeLink } from '../io/link.ts';
import type { Env } from './env.ts';
import { linkOf } from './linkedState.ts';
import { noticeOf } from './notices.ts';
import { FIRST_SAMPLE } from './samples.ts';
import type { TunerStore } from './store.ts';

/** Browsers refuse addresses that change more than a few hundred times a minute, and a drag would. */
const REST_MS = 250;

/** Which parts of a view deserve a step of the Back button. */
const placeOf = (link: Link): string => JSON.stringify([link.data, link.file, link.view, link.split]);

/** Shows what the address asks for: a sample or page file is opened, a stranger's file is asked for, settings are applied. */
async function follow(store: TunerStore, hash: string): Promise<void> {
  const { link, problems } = readLink(hash);
  const state = store.getState();
  state.keepUnknown(link.unknown);
  const present = linkOf(state);
  if (link.file !== undefined) {
    const isOpen = state.opened !== null && present.file === link.file && present.rows === link.rows;
    if (isOpen) state.applyLink(link);
    else state.awaitFile(link);
  } else {
    const { files } = state.deploy;
    const data = link.data ?? present.data ?? files[0]?.paths.join(',') ?? FIRST_SAMPLE;
    if (state.opened !== null && present.data === data) state.applyLink(link);
    else await state.openData(data, link);
  }
  for (const { name, value } of problems)
    store.getState().addNotice({ code: 'linkValueIgnored', values: { name, value } });
}

/** Starts the page: reads deploy.json and the address, then keeps address and store in step. Returns what ends it. */
export async function startSync(store: TunerStore, { page, fetchDeploy }: Env): Promise<() => void> {
  const stop = new AbortController();
  try {
    store.getState().setDeploy(await fetchDeploy(stop.signal));
  } catch (error) {
    store.getState().addNotice(noticeOf(error));
  }
  const deployNotices = store.getState().notices;
  await follow(store, page.readHash());
  for (const notice of deployNotices) store.getState().addNotice(notice);

  let written = store.getState().opened === null ? '' : writeLink(linkOf(store.getState()));
  let place = placeOf(linkOf(store.getState()));
  if (written !== '') page.writeHash(written, 'replace');
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = () => {
    const state = store.getState();
    if (state.opened === null || state.reading !== null || state.awaited !== null) return;
    const link = linkOf(state);
    const hash = writeLink(link);
    if (hash === written) return;
    const nextPlace = placeOf(link);
    page.writeHash(hash, nextPlace === place ? 'replace' : 'push');
    written = hash;
    place = nextPlace;
  };

  const stopWatching = store.subscribe((state, previous) => {
    clearTimeout(timer);
    const movedPlace =
      state.view !== previous.view || state.opened !== previous.opened || state.chosenSplit !== previous.chosenSplit;
    if (movedPlace) write();
    else timer = setTimeout(write, REST_MS);
  });
  const stopHearing = page.onHashChange(() => {
    const hash = page.readHash();
    if (hash === written) return;
    clearTimeout(timer);
    written = hash;
    place = placeOf(readLink(hash).link);
    void follow(store, hash);
  });
  return () => {
    stop.abort();
    clearTimeout(timer);
    stopWatching();
    stopHearing();
  };
}
