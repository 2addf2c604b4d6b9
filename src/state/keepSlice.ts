import type { StateCreator } from 'zustand/vanilla';
import { readLink } from '../io/link.ts';
import { type KeptWhole, StorageProblem } from '../io/storage.ts';
import { recorded } from './decision.ts';
import type { Env } from './env.ts';
import { restoredState, restoredTried, sessionOf } from './keptSession.ts';
import { createLatest } from './latest.ts';
import { type Notice, noticeOf } from './notices.ts';
import { presentStep } from './readings.ts';
import { selectIsKept } from './selectors.ts';
import type { KeepSlice, TunerState } from './tunerState.ts';

/** What the page remembers of what it keeps, so that it notices when the browser has deleted it. */
const KEPT = 'kept';
/** How often in a row a page was left while the kept file was being opened. */
const REOPENING = 'reopening';
/** A file that takes the page down with it is not opened unasked for ever. */
const MOST_REOPENINGS = 2;

const NOTHING_KEPT = { kept: null, keptDataset: null, keptBefore: null, isKeeping: false, isKeptByLater: false };

export const createKeepSlice =
  ({ storage, page }: Env): StateCreator<TunerState, [], [], KeepSlice> =>
  (set, get) => {
    const latest = createLatest();
    /** The session as it was loaded or saved last; the same one again is not worth a write, nor a word to other tabs. */
    let lastSession = '';
    let hasToldOfSettings = false;
    let hasToldOfFailure = false;

    /** What is kept, and what there is to say about it. */
    async function load(): Promise<{ readonly whole: KeptWhole | null; readonly notice: Notice | null }> {
      const wasKept = page.recall(KEPT) === 'yes';
      try {
        const whole = await storage.load();
        set({ kept: whole?.kept ?? null, isKeptByLater: false });
        page.remember(KEPT, whole === null ? 'no' : 'yes');
        return { whole, notice: whole === null && wasKept ? { code: 'keptGone', values: {} } : null };
      } catch (error) {
        const code = error instanceof StorageProblem ? error.code : null;
        set({ kept: null, isKeptByLater: code === 'keptByLater' });
        if (code === 'keptDamaged') page.remember(KEPT, 'no');
        // Who never kept anything need not hear that nothing can be kept.
        const isWorthSaying = code !== 'storageUnavailable' || wasKept;
        return { whole: null, notice: isWorthSaying ? noticeOf(error) : null };
      }
    }

    /** Sets what a link to the kept file asks for on top of how the file was left, as a step that can be undone. */
    async function applyOnTop(hash: string) {
      const { history, keepUnknown, applyLink } = get();
      const left = presentStep(get());
      const { link } = readLink(hash);
      keepUnknown(link.unknown);
      await applyLink(link);
      set({ history: recorded(history, left, null) });
    }

    return {
      ...NOTHING_KEPT,
      lookForKept: async () => (await load()).notice,
      keep: async () => {
        const { opened, trainings, kept: before } = get();
        if (opened === null) return;
        const { name, files, dataset } = opened;
        const isAgain = selectIsKept(get());
        const signal = latest.start('keep');
        set({ isKeeping: true });
        try {
          const session = sessionOf(get(), page.readHash());
          const kept = await storage.keep(
            signal,
            [...files, ...trainings.map(({ source }) => source)],
            { name, rows: dataset.summary.rowCount },
            session,
          );
          if (signal.aborted) return;
          lastSession = JSON.stringify(session);
          page.remember(KEPT, 'yes');
          const keptBefore = isAgain ? get().keptBefore : (before?.name ?? null);
          set({ kept, keptDataset: dataset, keptBefore, isKeeping: false });
        } catch (error) {
          if (signal.aborted) return;
          set({ isKeeping: false });
          get().addNotice(noticeOf(error));
        }
      },
      openKept: async (hash) => {
        const isUnasked = hash !== undefined;
        const { kept } = get();
        const times = Number(page.recall(REOPENING) ?? 0);
        if (isUnasked && kept !== null && times >= MOST_REOPENINGS) {
          page.remember(REOPENING, '0');
          get().addNotice({ code: 'keptNotOpened', values: { file: kept.name } });
          return false;
        }
        const { whole, notice } = await load();
        if (whole === null) {
          if (notice !== null) get().addNotice(notice);
          return false;
        }
        const { session, files } = whole;
        const { link } = readLink(session?.link ?? '');
        page.remember(REOPENING, String(times + 1));
        const isThere = await get().openStored(whole.kept.name, files, session === null ? null : link, (dataset) => ({
          keptDataset: dataset,
          keptBefore: null,
          unknownLinkFields: link.unknown,
          ...(session === null ? {} : { ...restoredState(session), ...restoredTried(session, dataset) }),
        }));
        page.remember(REOPENING, '0');
        if (!isThere) return false;
        lastSession = JSON.stringify(session);
        if (session === null) get().addNotice({ code: 'sessionDamaged', values: { file: whole.kept.name } });
        const isHowItWasLeft = hash === '' || hash === session?.address || hash === session?.link;
        if (isUnasked && !isHowItWasLeft) await applyOnTop(hash);
        return true;
      },
      saveSession: async (state = get()) => {
        if (state.kept === null || !selectIsKept(state) || get().isReloading) return;
        const session = sessionOf(state, page.readHash());
        const text = JSON.stringify(session);
        if (text === lastSession) return;
        lastSession = text;
        try {
          await storage.saveSession(state.kept.id, session);
          hasToldOfFailure = false;
        } catch (error) {
          if (!hasToldOfFailure) get().addNotice(noticeOf(error));
          hasToldOfFailure = true;
        }
      },
      forgetKept: async () => {
        latest.cancel('keep');
        const { kept, keptDataset, keptBefore, isKeptByLater } = get();
        set({ ...NOTHING_KEPT });
        try {
          await storage.forget();
          page.remember(KEPT, 'no');
        } catch (error) {
          set({ kept, keptDataset, keptBefore, isKeptByLater });
          get().addNotice(noticeOf(error));
        }
      },
      hearOfKept: (news) => {
        const state = get();
        const file = state.opened?.name ?? '';
        const isKept = selectIsKept(state);
        if (news.kind === 'session') {
          if (!isKept || news.id !== state.kept?.id || hasToldOfSettings) return;
          hasToldOfSettings = true;
          state.addNotice({ code: 'settingsElsewhere', values: { file } });
          return;
        }
        latest.cancel('keep');
        set({ ...NOTHING_KEPT, kept: news.kind === 'kept' ? news.kept : null });
        if (!isKept) return;
        state.addNotice(
          news.kind === 'kept'
            ? { code: 'keptElsewhere', values: { file, other: news.kept.name } }
            : { code: 'forgottenElsewhere', values: { file } },
        );
      },
    };
  };
