import { type Link, readLink, writeLink } from '../io/link.ts';
import type { Env } from './env.ts';
import { startKeeping } from './keeping.ts';
import { linkOf } from './linkedState.ts';
import { noticeOf } from './notices.ts';
import { FIRST_SAMPLE } from './samples.ts';
import type { TunerStore } from './store.ts';
import { watchTried } from './tried.ts';

/** Browsers refuse addresses that change more than a few hundred times a minute, and a drag would. */
const REST_MS = 250;

/** Which parts of a view deserve a step of the Back button. */
const placeOf = (link: Link): string => JSON.stringify([link.data, link.file, link.view, link.split]);

/** Shows what the address asks for: a sample or page file is opened, a stranger's file is asked for, settings are applied. */
async function follow(store: TunerStore, hash: string): Promise<void> {
  const { link, problems } = readLink(hash);
  const state = store.getState();
  if (link.language !== undefined) await state.speak(link.language, true);
  state.keepUnknown(link.unknown);
  const present = linkOf(state);
  const { kept } = state;
  const isForKept =
    kept !== null &&
    state.deploy.allowOwnFiles &&
    link.data === undefined &&
    (link.file === undefined || (link.file === kept.name && (link.rows === undefined || link.rows === kept.rows)));
  const isForOpen =
    state.opened !== null &&
    (link.file === undefined
      ? link.data === undefined || link.data === present.data
      : link.file === present.file && (link.rows === undefined || link.rows === present.rows));
  if (isForOpen) await state.applyLink(link);
  else if (isForKept) {
    const isThere = await state.openKept(hash);
    if (!isThere && link.file !== undefined) state.awaitFile(link);
  } else if (link.file !== undefined) state.awaitFile(link);
  else await state.openData(link.data ?? state.deploy.files[0]?.paths.join(',') ?? FIRST_SAMPLE, link);
  for (const { name, value } of problems)
    store.getState().addNotice({ code: 'linkValueIgnored', values: { name, value } });
}

/** Starts the page: reads deploy.json and the address, then keeps address and store in step. Returns what ends it. */
export async function startSync(store: TunerStore, env: Env): Promise<() => void> {
  const { page, fetchDeploy } = env;
  const stop = new AbortController();
  const stopKeeping = startKeeping(store, env);
  const stopNoting = watchTried(store);
  let written = page.readHash();
  let place: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Addresses being followed; until the last of them is there, the address is left as it is. */
  let following = 0;

  const write = (mode: 'push' | 'replace') => {
    const state = store.getState();
    if (following > 0 || state.opened === null || state.awaited !== null || state.offered !== null) return;
    const link = linkOf(state);
    const hash = writeLink(link);
    place = placeOf(link);
    if (hash !== written) page.writeHash(hash, mode);
    written = hash;
  };
  const followAddress = async (hash: string) => {
    clearTimeout(timer);
    written = hash;
    following += 1;
    await follow(store, hash);
    following -= 1;
    write('replace');
  };

  const stopWatching = store.subscribe((state) => {
    clearTimeout(timer);
    if (following > 0 || state.opened === null || state.reading !== null) return;
    if (placeOf(linkOf(state)) !== place) write('push');
    else timer = setTimeout(() => write('replace'), REST_MS);
  });
  const stopHearing = page.onHashChange(() => {
    const hash = page.readHash();
    if (hash !== written) void followAddress(hash);
  });

  store.getState().setStarting(true);
  following += 1;
  const [deploy, keptNotice] = await Promise.all([
    fetchDeploy(stop.signal).catch(noticeOf),
    store.getState().lookForKept(),
  ]);
  if (!('code' in deploy)) {
    store.getState().setDeploy(deploy);
    if (deploy.language !== null && !store.getState().isLanguageChosen)
      await store.getState().speak(deploy.language, false);
  }
  following -= 1;
  await followAddress(page.readHash());
  store.getState().setStarting(false);
  if ('code' in deploy) store.getState().addNotice(deploy);
  if (keptNotice !== null) store.getState().addNotice(keptNotice);
  return () => {
    stop.abort();
    clearTimeout(timer);
    stopWatching();
    stopHearing();
    stopKeeping();
    stopNoting();
  };
}
