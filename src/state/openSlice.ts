import type { StateCreator } from 'zustand/vanilla';
import type { Deploy, DeployFile } from '../io/deploy.ts';
import type { OpenDataset, ReadProgress, SourceFile } from '../io/io.ts';
import type { Link } from '../io/link.ts';
import { isAllowed, nameOf, remoteAddress } from '../io/remote/remoteAddress.ts';
import type { DatasetTurns } from './datasetTurns.ts';
import type { Env } from './env.ts';
import { answersQuestion } from './linkedState.ts';
import { noticeOf } from './notices.ts';
import { SAMPLES } from './samples.ts';
import { showFile } from './showing.ts';
import type { OpenSlice, Origin, TunerState } from './tunerState.ts';

/** Named for what it looks like; what it is, the reader finds out. */
const nameOfPasted = (text: string): string => (/^\s*[[{]/.test(text) ? 'pasted.json' : 'pasted.csv');

/** What a page file is called and where it lies; null for an id or path that this page does not offer. */
function pageFile(deploy: Deploy, data: string): DeployFile | null {
  const sample = SAMPLES.find(({ id }) => id === data);
  if (sample !== undefined) {
    return { name: sample.path, paths: 'besides' in sample ? [sample.path, sample.besides] : [sample.path] };
  }
  const own = deploy.files.find(({ paths }) => paths.join(',') === data);
  if (own !== undefined) return own;
  const isInsideThePage = /^data\/[^\\:]+$/.test(data) && !data.split('/').includes('..');
  return isInsideThePage ? { name: data, paths: data.split(',') } : null;
}

/** Some samples have a screen of their own, unless a link asks for another. */
function linkTo(data: string, link: Link | undefined): Link | null {
  const sample: { readonly id: string; readonly view?: 'classes' } | undefined = SAMPLES.find(({ id }) => id === data);
  return sample?.view === undefined || link?.view !== undefined ? (link ?? null) : { ...link, view: sample.view };
}

export const createOpenSlice =
  ({ io }: Env, turns: DatasetTurns): StateCreator<TunerState, [], [], OpenSlice> =>
  (set, get, store) => {
    /** Reads a request into a whole new screen and says whether it is there; on failure what is open stays. */
    async function open(
      name: string,
      origin: Origin,
      link: Link | null,
      filesOf: (signal: AbortSignal) => Promise<readonly SourceFile[]>,
      title: string | null = null,
      more: (dataset: OpenDataset) => Partial<TunerState> = () => ({}),
    ): Promise<boolean> {
      const signal = turns.startOpening();
      set({ reading: { name, progress: null, fetched: null }, notices: [], offered: null });
      let dataset: OpenDataset | null = null;
      try {
        const sorted = await io.sortHistories(signal, await filesOf(signal));
        signal.throwIfAborted();
        const { histories: trainings, rest: files } = sorted;
        if (files.length === 0 && trainings.length > 0) {
          get().addTrainings(trainings);
          return false;
        }
        const shownName = files.map((file) => file.name).join(' + ');
        const onProgress = (progress: ReadProgress) => {
          if (!signal.aborted) set({ reading: { name: shownName, progress, fetched: null } });
        };
        const onCrash = () => get().addNotice({ code: 'workerRestarted', values: { file: shownName } });
        dataset = await io.open(signal, files, onProgress, onCrash);
        signal.throwIfAborted();
        const file = { origin, name: shownName, title, files, dataset, trainings };
        if (!answersQuestion(dataset.summary, link)) {
          get().asked?.dataset.close();
          set({ asked: { ...file, link }, reading: null });
          return false;
        }
        await showFile(store, turns, signal, file, { columns: link, settings: link }, more(dataset));
        return true;
      } catch (error) {
        dataset?.close();
        // A request that was cancelled leaves the screen to the newer one, or to whoever cancelled it.
        if (!signal.aborted) set({ reading: null, notices: [noticeOf(error)] });
        return false;
      }
    }

    return {
      opened: null,
      reading: null,
      awaited: null,
      openFiles: async (files) => {
        if (files.length === 0) return;
        const { deploy, awaited } = get();
        if (!deploy.allowOwnFiles) {
          get().addNotice({ code: 'uploadsOff', values: {} });
          return;
        }
        const name = files.map((file) => file.name).join(' + ');
        const isThere = await open(name, { kind: 'device' }, awaited, async () => files);
        const { opened } = get();
        if (!isThere || opened === null || awaited?.file === undefined) return;
        const rows = opened.dataset.summary.rowCount;
        if (opened.name !== awaited.file || (awaited.rows !== undefined && awaited.rows !== rows)) {
          get().addNotice({
            code: 'otherFile',
            values: { file: awaited.file, rows: awaited.rows ?? Number.NaN, opened: opened.name, openedRows: rows },
          });
        }
      },
      openText: async (text) => {
        if (text.trim() === '') get().addNotice({ code: 'nothingPasted', values: {} });
        else await get().openFiles([{ name: nameOfPasted(text), blob: new Blob([text], { type: 'text/plain' }) }]);
      },
      openData: async (data, link) => {
        const file = pageFile(get().deploy, data);
        const address = file === null ? remoteAddress(data) : null;
        if (address !== null) {
          get().offerRemote({ address, data, link: link ?? null });
          return;
        }
        if (file === null) {
          get().addNotice({ code: 'unknownSample', values: { value: data } });
          return;
        }
        const isNamed = get().deploy.files.includes(file) && file.name !== file.paths.join(', ');
        await open(
          file.name,
          { kind: 'page', data },
          linkTo(data, link),
          (signal) => Promise.all(file.paths.map((path) => io.fetchFile(signal, path))),
          isNamed ? file.name : null,
        );
      },
      offered: null,
      offerRemote: (offered) => {
        const { host, href } = offered.address;
        const { dataHosts } = io;
        turns.cancelOpening();
        set({ reading: null });
        if (dataHosts.length === 0) get().addNotice({ code: 'otherSite', values: { host, address: offered.data } });
        else if (!isAllowed(offered.address, dataHosts)) {
          get().addNotice({ code: 'otherHost', values: { host, address: href, hosts: dataHosts } });
        } else if (!get().deploy.allowOwnFiles) get().addNotice({ code: 'uploadsOff', values: {} });
        else {
          get().asked?.dataset.close();
          set({ asked: null, awaited: null, offered, notices: [] });
        }
      },
      acceptRemote: async () => {
        const { offered } = get();
        if (offered === null) return;
        const { address, data, link } = offered;
        const name = nameOf(address);
        const isThere = await open(name, { kind: 'address', data }, link, async (signal) => [
          await io.fetchRemote(signal, address, (progress) => {
            const fetched = { host: address.host, ...progress };
            if (!signal.aborted) set({ reading: { name, progress: null, fetched } });
          }),
        ]);
        // What failed can be tried again.
        if (!isThere && get().notices.length > 0 && get().asked === null) set({ offered });
      },
      declineRemote: () => set({ offered: null }),
      openStored: (name, files, link, more) => open(name, { kind: 'device' }, link, async () => files, null, more),
      cancelReading: () => {
        turns.cancelOpening();
        set({ reading: null });
      },
      awaitFile: (awaited) => {
        turns.cancelOpening();
        get().asked?.dataset.close();
        set({ asked: null, awaited, offered: null, reading: null });
      },
    };
  };
