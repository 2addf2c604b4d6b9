import type { StateCreator } from 'zustand/vanilla';
import { applyRepair, undoRepair } from '../core/dataset/applyRepair.ts';
import type { Interpretation } from '../core/dataset/interpretation.ts';
import type { Prepared } from '../core/dataset/prepared.ts';
import type { ColumnProfile } from '../core/dataset/profile.ts';
import { repairedProfiles } from '../core/dataset/repairedColumns.ts';
import { reinterpret } from '../core/dataset/roles.ts';
import { type Deploy, type DeployFile, NO_DEPLOY } from '../io/deploy.ts';
import type { OpenDataset, ReadProgress, SourceFile } from '../io/io.ts';
import type { Link } from '../io/link.ts';
import { EMPTY_HISTORY, recorded, redone, undone } from './decision.ts';
import { DEFAULT_PRICES } from './decisionSlice.ts';
import type { Env } from './env.ts';
import { createLatest, isCancelled } from './latest.ts';
import { answersQuestion, fittedInterpretation, linkedState } from './linkedState.ts';
import { type Notice, noticeOf } from './notices.ts';
import { baseReading, carriedOver, isSameReading, presentStep } from './readings.ts';
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

const isSameNotice = (a: Notice, b: Notice): boolean => JSON.stringify(a) === JSON.stringify(b);

export const createDataSlice =
  ({ io }: Env): StateCreator<TunerState, [], [], DataSlice> =>
  (set, get) => {
    const latest = createLatest();

    /** The interpretation that is being prepared; further changes build on it. */
    let pending: Interpretation | null = null;

    /** Prepares as the link asks, or as inferred where that is not possible. */
    async function prepareLinked(signal: AbortSignal, { summary, prepare }: OpenDataset, link: Link | null) {
      const { interpretation, notices } = fittedInterpretation(summary, link);
      const base = baseReading(summary, interpretation);
      try {
        return { prepared: await prepare(signal, interpretation), notices };
      } catch (error) {
        if (isCancelled(error) || isSameReading(interpretation, base)) throw error;
        const prepared = await prepare(signal, base);
        return {
          prepared,
          notices: [...notices, noticeOf(error), { code: 'linkReadingUnusable', values: {} } as const],
        };
      }
    }

    /** Shows opened data, and what the link says of it, in one step. */
    function show(
      change: Partial<TunerState>,
      link: Link | null,
      notices: readonly Notice[],
      more: Partial<TunerState> = {},
    ) {
      const whole = { awaited: null, reading: null, isPreparing: false, history: EMPTY_HISTORY, ...change };
      const linked = link === null ? null : linkedState({ ...get(), ...whole }, link);
      set({ ...whole, ...linked?.change, ...more, notices: [...notices, ...(linked?.notices ?? [])] });
    }

    function forgetQuestion() {
      get().asked?.dataset.close();
      set({ asked: null });
    }

    /** Reads a request into a whole new screen and says whether it is there; on failure what is open stays. */
    async function open(
      name: string,
      origin: Origin,
      link: Link | null,
      filesOf: (signal: AbortSignal) => Promise<readonly SourceFile[]>,
      title: string | null = null,
      more: (dataset: OpenDataset) => Partial<TunerState> = () => ({}),
    ): Promise<boolean> {
      const signal = latest.start('open');
      set({ reading: { name, progress: null }, notices: [] });
      let dataset: OpenDataset | null = null;
      try {
        const files = await filesOf(signal);
        const shownName = files.map((file) => file.name).join(' + ');
        const onProgress = (progress: ReadProgress) => {
          if (!signal.aborted) set({ reading: { name: shownName, progress } });
        };
        const onCrash = () => get().addNotice({ code: 'workerRestarted', values: { file: shownName } });
        dataset = await io.open(signal, files, onProgress, onCrash);
        signal.throwIfAborted();
        if (!answersQuestion(dataset.summary, link)) {
          get().asked?.dataset.close();
          set({ asked: { origin, name: shownName, title, files, dataset, link }, reading: null });
          return false;
        }
        const { prepared, notices } = await prepareLinked(signal, dataset, link);
        signal.throwIfAborted();
        latest.cancel('prepare');
        pending = null;
        const { opened: previous, decision } = get();
        const opened = { origin, name: shownName, title, files, dataset, prepared };
        const fresh = { opened, chosenSplit: null, baseline: null, decision: { ...decision, thresholds: {} } };
        show(fresh, link, notices, more(dataset));
        previous?.dataset.close();
        forgetQuestion();
        return true;
      } catch (error) {
        dataset?.close();
        // A request that was cancelled leaves the screen to the newer one, or to whoever cancelled it.
        if (!signal.aborted) set({ reading: null, notices: [noticeOf(error)] });
        return false;
      }
    }

    /** Prepares the open rows in another way and says what to show then; on failure the present reading stays. */
    async function prepareAnew(
      change: (present: Interpretation, columns: readonly ColumnProfile[]) => Interpretation,
      then: (opened: Opened, prepared: Prepared) => Partial<TunerState> | null,
    ) {
      const { opened } = get();
      if (opened === null) return;
      const signal = latest.start('prepare');
      pending = change(pending ?? opened.prepared.interpretation, opened.dataset.summary.columns);
      set({ isPreparing: true });
      try {
        const prepared = await opened.dataset.prepare(signal, pending);
        if (signal.aborted) return;
        pending = null;
        const { chosenSplit } = get();
        const hasSplit = prepared.evaluations.some(({ split }) => split === chosenSplit);
        const shown = then(opened, prepared);
        if (shown === null) set({ isPreparing: false });
        else show({ chosenSplit: hasSplit ? chosenSplit : null, ...shown }, null, []);
      } catch (error) {
        if (signal.aborted || isCancelled(error)) return;
        pending = null;
        set({ isPreparing: false, notices: [noticeOf(error)] });
      }
    }

    /** Reads the open rows in another way, as a step of the history. */
    function reread(change: (present: Interpretation, columns: readonly ColumnProfile[]) => Interpretation) {
      return prepareAnew(change, (opened, prepared) => {
        const state = get();
        const history = recorded(state.history, presentStep(state), null);
        const carried = carriedOver(state, opened.prepared.interpretation, prepared.interpretation);
        return { opened: { ...opened, prepared }, history, ...carried };
      });
    }

    /** Where a step of the history leads, seen from the present state. */
    function stepOf(direction: 'back' | 'forward') {
      const state = get();
      return (direction === 'back' ? undone : redone)(state.history, presentStep(state));
    }

    function stepped({ step, history }: NonNullable<ReturnType<typeof stepOf>>): Partial<TunerState> {
      const { reading: _reading, ...decision } = step;
      return { decision, history };
    }

    return {
      deploy: NO_DEPLOY,
      opened: null,
      reading: null,
      isPreparing: false,
      asked: null,
      isStarting: false,
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
        else await get().openFiles([{ name: NAME_OF_PASTED_TEXT, blob: new Blob([text], { type: 'text/csv' }) }]);
      },
      openData: async (data, link) => {
        const file = pageFile(get().deploy, data);
        if (file === null) {
          get().addNotice({ code: 'unknownSample', values: { value: data } });
          return;
        }
        const isNamed = get().deploy.files.includes(file) && file.name !== file.paths.join(', ');
        await open(
          file.name,
          { kind: 'page', data },
          link ?? null,
          (signal) => Promise.all(file.paths.map((path) => io.fetchFile(signal, path))),
          isNamed ? file.name : null,
        );
      },
      openStored: (name, files, link, more) => open(name, { kind: 'device' }, link, async () => files, null, more),
      cancelReading: () => {
        latest.cancel('open');
        set({ reading: null });
      },
      changeInterpretation: (change) =>
        reread((present, columns) => reinterpret(repairedProfiles(columns, present), present, change)),
      applyRepair: (repair) => reread((present, columns) => applyRepair(columns, present, repair)),
      undoRepair: async (repair) => {
        const summary = get().opened?.dataset.summary;
        if (summary === undefined) return;
        await reread((present, columns) => undoRepair(columns, baseReading(summary, present), present, repair));
      },
      takeStep: async (direction) => {
        const next = stepOf(direction);
        const present = get().opened?.prepared.interpretation;
        if (next === null) return;
        const { reading } = next.step;
        if (present === undefined || reading === undefined || isSameReading(reading, present)) {
          set(stepped(next));
          return;
        }
        await prepareAnew(
          () => reading,
          (opened, prepared) => {
            // Whoever decided something meanwhile no longer means this step.
            const still = stepOf(direction);
            const isMeant = still !== null && still.step === next.step;
            return isMeant ? { opened: { ...opened, prepared }, baseline: null, ...stepped(still) } : null;
          },
        );
      },
      answerQuestion: async (label, score) => {
        const { asked } = get();
        if (asked === null) return;
        const { link: asking, ...file } = asked;
        const signal = latest.start('open');
        const link = { ...asking, label, model: score };
        set({ isPreparing: true, notices: [] });
        try {
          const { prepared, notices } = await prepareLinked(signal, file.dataset, link);
          signal.throwIfAborted();
          latest.cancel('prepare');
          pending = null;
          const { opened: previous, decision } = get();
          set({ asked: null });
          show(
            {
              opened: { ...file, prepared },
              chosenSplit: null,
              baseline: null,
              decision: { ...decision, thresholds: {} },
            },
            asking === null ? null : link,
            notices,
          );
          previous?.dataset.close();
        } catch (error) {
          if (!signal.aborted) set({ isPreparing: false, notices: [noticeOf(error)] });
        }
      },
      cancelQuestion: () => {
        latest.cancel('open');
        forgetQuestion();
        set({ isPreparing: false, notices: [] });
      },
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
      addNotice: (notice) =>
        set(({ notices }) =>
          notices.some((other) => isSameNotice(other, notice)) ? {} : { notices: [...notices, notice] },
        ),
      dismissNotice: (notice) => set((state) => ({ notices: state.notices.filter((other) => other !== notice) })),
      awaitFile: (awaited) => {
        latest.cancel('open');
        forgetQuestion();
        set({ awaited, reading: null });
      },
      applyLink: async (link) => {
        latest.cancel('open');
        forgetQuestion();
        const { opened } = get();
        if (opened === null) return;
        const signal = latest.start('prepare');
        pending = null;
        const { interpretation, notices } = fittedInterpretation(opened.dataset.summary, link);
        if (isSameReading(interpretation, opened.prepared.interpretation)) {
          show({}, link, notices);
          return;
        }
        set({ isPreparing: true, reading: null });
        try {
          const linked = await prepareLinked(signal, opened.dataset, link);
          if (!signal.aborted) show({ opened: { ...opened, prepared: linked.prepared } }, link, linked.notices);
        } catch (error) {
          if (!signal.aborted) set({ isPreparing: false, notices: [noticeOf(error)] });
        }
      },
      keepUnknown: (unknownLinkFields) => set({ unknownLinkFields }),
      setStarting: (isStarting) => set({ isStarting }),
      setDeploy: (deploy) =>
        set((state) => ({
          deploy,
          decision: { ...state.decision, prices: deploy.prices ?? DEFAULT_PRICES },
        })),
    };
  };
