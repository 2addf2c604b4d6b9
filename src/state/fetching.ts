import type { OpenDataset } from '../io/io.ts';
import { createLatest, isCancelled } from './latest.ts';
import { noticeOf } from './notices.ts';
import type { TunerState } from './tunerState.ts';

/** Asks of the open data, of each kind the latest only. */
export interface Fetching {
  /** The answer; null where no file is open, something newer of the same kind was asked for, or it failed, which is said then. */
  fetched<T>(what: string, ask: (dataset: OpenDataset, signal: AbortSignal) => Promise<T>): Promise<T | null>;
  cancel(what: string): void;
}

export function createFetching(get: () => TunerState): Fetching {
  const latest = createLatest();
  return {
    fetched: async (what, ask) => {
      const { opened } = get();
      if (opened === null) return null;
      try {
        return await ask(opened.dataset, latest.start(what));
      } catch (error) {
        if (!isCancelled(error)) get().addNotice(noticeOf(error));
        return null;
      }
    },
    cancel: latest.cancel,
  };
}
