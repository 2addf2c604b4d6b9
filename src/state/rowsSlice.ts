import type { StateCreator } from 'zustand/vanilla';
import type { OpenDataset } from '../io/io.ts';
import { createLatest, isCancelled } from './latest.ts';
import { noticeOf } from './notices.ts';
import { selectAmounts } from './selectors.ts';
import type { RowsSlice, TunerState } from './tunerState.ts';

export const createRowsSlice = (): StateCreator<TunerState, [], [], RowsSlice> => (set, get) => {
  const latest = createLatest();

  /** The answer of the open data; null where there is none, or something newer of the same kind was asked for. */
  async function fetched<T>(what: string, ask: (dataset: OpenDataset, signal: AbortSignal) => Promise<T>) {
    const { opened } = get();
    if (opened === null) return null;
    try {
      return await ask(opened.dataset, latest.start(what));
    } catch (error) {
      if (!isCancelled(error)) get().addNotice(noticeOf(error));
      return null;
    }
  }

  return {
    fetchRows: (query) => fetched('rows', (dataset, signal) => dataset.rows(signal, query)),
    fetchOutOfFold: (objective) =>
      fetched('outOfFold', (dataset, signal) => dataset.outOfFold(signal, get().decision.rule, objective)),
    amountsMeasured: null,
    measureAmounts: async () => {
      const { opened } = get();
      const { positives, negatives } = get().decision.settings.amounts;
      // What was asked for in between must not take the place of what is there.
      latest.cancel('amounts');
      if (opened === null || (positives === null && negatives === null) || selectAmounts(get()) !== null) return;
      const columns = { positives, negatives };
      const splits = await fetched('amounts', (dataset, signal) => dataset.amounts(signal, columns));
      if (splits !== null && get().opened === opened)
        set({ amountsMeasured: { of: opened.prepared, columns, splits } });
    },
  };
};
