import type { StateCreator } from 'zustand/vanilla';
import type { Interpretation } from '../core/dataset/interpretation.ts';
import { reinterpret, takeOffer } from '../core/dataset/roles.ts';
import { type Deploy, type DeployFile, NO_DEPLOY } from '../io/deploy.ts';
import type { ReadProgress, SourceFile } from '../io/io.ts';
import type { Link } from '../io/link.ts';
import { EMPTY_HISTORY } from './decision.ts';
import { DEFAULT_PRICES } from './decisionSlice.ts';
import type { Env } from './env.ts';
import { createLatest, isCancelled } from './latest.ts';
import { fittedInterpretation, linkedState } from './linkedState.ts';
import { noticeOf } from './notices.ts';
import { SAMPLES } from './samples.ts';
import type { DataSlice, Opened, Origin, TunerState } from './tunerState.ts';

const NAME_OF_PASTED_TEXT = 'pasted.csv';

/** What a page file is called and where it lies; null for an id or path that this page does not offer. */
function pageFile(deploy: Deploy, data: string): DeployFile | null {
  const sample = SAMPLES.find(({ id }) => id === data);
  if (sample !== undefined) return { name: sample.path, paths: [sample.path] };
  const own = deploy.files.find(({ paths }) => paths.join(',') === data);
  if (own !== undefined) return own;
  const isInsideThePage = /^data\/[^\\:]+$/.test(data) && !data.split('/').includes('..');
  return isInsideThePage ? { name: data, paths: data.split(',') } : null;
}

export const createDataSlice =
  ({ io }: Env): StateCreator<TunerState, [], [], DataSlice> =>
  (set, get) => {
    const latest = createLatest();

    /** Reads a request into a whole new screen; on failure what is open stays. */
    async function open(
      name: string,
      origin: Origin,
      link: Link | null,
      filesOf: (signal: AbortSignal) => Promise<readonly SourceFile[]>,
    ) {
      const signal = latest.start('open');
      set({ reading: { name, progress: null }, notices: [] });
      try {
        const files = await filesOf(signal);
        const shownName = files.map((file) => file.name).join(' + ');
        const onProgress = (progress: ReadProgress) => {
          if (!signal.aborted) set({ reading: { name: shownName, progress } });
        };
        const onCrash = () => get().addNotice({ code: 'workerRestarted', values: { file: shownName } });
        const dataset = await io.open(signal, files, onProgress, onCrash);
        const { interpretation, notices } = fittedInterpretation(dataset.summary, link);
        const prepared = await dataset.prepare(signal, interpretation);
        if (signal.aborted) {
          dataset.close();
          return;
        }
        latest.cancel('prepare');
        const previous = get().opened;
        const { deploy, decision } = get();
        set({
          opened: { origin, name: shownName, dataset, prepared },
          reading: null,
          awaited: null,
          isPreparing: false,
          notices,
          chosenSplit: null,
          baseline: null,
          history: EMPTY_HISTORY,
          decision: {
            thresholds: {},
            rule: previous === null ? decision.rule : '>=',
            prices: previous === null && deploy.prices !== null ? deploy.prices : decision.prices,
          },
        });
        if (link !== null) {
          const linked = linkedState(get(), link);
          set({ ...linked.change, notices: [...notices, ...linked.notices] });
        }
        previous?.dataset.close();
      } catch (error) {
        if (signal.aborted || isCancelled(error)) {
          // A newer request has its own progress on screen.
          if (!signal.aborted) set({ reading: null });
          return;
        }
        set({ reading: null, notices: [noticeOf(error)] });
      }
    }

    /** Reads the open rows in another way; on failure the present reading stays. */
    async function prepareAnew(interpretationOf: (opened: Opened) => Interpretation) {
      const { opened } = get();
      if (opened === null) return;
      const signal = latest.start('prepare');
      set({ isPreparing: true });
      try {
        const prepared = await opened.dataset.prepare(signal, interpretationOf(opened));
        if (signal.aborted || get().opened?.dataset !== opened.dataset) return;
        set({ opened: { ...opened, prepared }, isPreparing: false, baseline: null, notices: [] });
      } catch (error) {
        if (signal.aborted || isCancelled(error)) return;
        set({ isPreparing: false, notices: [noticeOf(error)] });
      }
    }

    return {
      deploy: NO_DEPLOY,
      opened: null,
      reading: null,
      isPreparing: false,
      notices: [],
      awaited: null,
      unknownLinkFields: [],
      openFiles: async (files) => {
        if (files.length === 0) return;
        const { deploy, awaited } = get();
        if (!deploy.allowOwnFiles) {
          get().addNotice({ code: 'uploadsOff', values: {} });
          return;
        }
        await open(files.map((file) => file.name).join(' + '), { kind: 'device' }, awaited, async () => files);
        const { opened } = get();
        if (awaited?.file === undefined || opened?.origin.kind !== 'device') return;
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
        else await get().openFiles([{ name: NAME_OF_PASTED_TEXT, blob: new Blob([text], { type: 'text/csv' }) }]);
      },
      openData: async (data, link) => {
        const file = pageFile(get().deploy, data);
        if (file === null) {
          get().addNotice({ code: 'unknownSample', values: { value: data } });
          return;
        }
        await open(file.name, { kind: 'page', data }, link ?? null, (signal) =>
          Promise.all(file.paths.map((path) => io.fetchFile(signal, path))),
        );
      },
      cancelReading: () => {
        latest.cancel('open');
        set({ reading: null });
      },
      changeInterpretation: (change) =>
        prepareAnew(({ dataset, prepared }) => reinterpret(dataset.summary.columns, prepared.interpretation, change)),
      takeOffer: (offer) => prepareAnew(({ prepared }) => takeOffer(prepared.interpretation, offer)),
      fetchRows: async (query) => {
        const { opened } = get();
        if (opened === null) return null;
        try {
          return await opened.dataset.rows(latest.start('rows'), query);
        } catch (error) {
          if (!isCancelled(error)) get().addNotice(noticeOf(error));
          return null;
        }
      },
      addNotice: (notice) => set((state) => ({ notices: [...state.notices, notice] })),
      dismissNotice: (notice) => set((state) => ({ notices: state.notices.filter((other) => other !== notice) })),
      awaitFile: (awaited) => set({ awaited }),
      applyLink: (link) => {
        const { change, notices } = linkedState(get(), link);
        set({ ...change, notices });
      },
      keepUnknown: (unknownLinkFields) => set({ unknownLinkFields }),
      setDeploy: (deploy) =>
        set((state) => ({
          deploy,
          decision: { ...state.decision, prices: deploy.prices ?? DEFAULT_PRICES },
        })),
    };
  };
