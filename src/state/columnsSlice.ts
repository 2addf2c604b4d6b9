import type { StateCreator } from 'zustand/vanilla';
import { createLatest, isCancelled } from './latest.ts';
import { noticeOf } from './notices.ts';
import type { ColumnsSlice, TunerState } from './tunerState.ts';

export const createColumnsSlice = (): StateCreator<TunerState, [], [], ColumnsSlice> => (set, get) => {
  const latest = createLatest();
  return {
    columnSummaries: null,
    summarizeColumns: async (names) => {
      const { opened, isPreparing } = get();
      const signal = latest.start('columns');
      if (opened === null || isPreparing) return;
      const known = () => {
        const { columnSummaries } = get();
        return columnSummaries?.of === opened.prepared ? columnSummaries.byName : new Map();
      };
      try {
        for (const name of names) {
          if (known().has(name)) continue;
          const summary = await opened.dataset.summarizeColumn(signal, name);
          if (get().opened !== opened) return;
          set({ columnSummaries: { of: opened.prepared, byName: new Map([...known(), [name, summary]]) } });
        }
      } catch (error) {
        if (!isCancelled(error)) get().addNotice(noticeOf(error));
      }
    },
  };
};

/** What is known of the columns of the open file as it is read at present, by name. */
export const selectColumnSummaries = ({
  opened,
  columnSummaries,
}: Pick<TunerState, 'opened' | 'columnSummaries'>): TunerStateSummaries =>
  columnSummaries !== null && columnSummaries.of === opened?.prepared ? columnSummaries.byName : NONE;

type TunerStateSummaries = NonNullable<ColumnsSlice['columnSummaries']>['byName'];
const NONE: TunerStateSummaries = new Map();
