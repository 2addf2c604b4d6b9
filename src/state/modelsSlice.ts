import type { StateCreator } from 'zustand/vanilla';
import { changeToModel } from '../core/roles/models.ts';
import { reinterpret } from '../core/roles/roles.ts';
import { createLatest, isCancelled } from './latest.ts';
import { noticeOf } from './notices.ts';
import { selectColumns, selectModels } from './selectors.ts';
import type { ModelsSlice, Rival, TunerState } from './tunerState.ts';

/** More curves than this cannot be told apart in one chart. */
const MOST_RIVALS = 8;

export const createModelsSlice = (): StateCreator<TunerState, [], [], ModelsSlice> => (set, get) => {
  const latest = createLatest();
  return {
    isComparing: false,
    rivals: null,
    chooseModel: async (name) => {
      const models = selectModels(get());
      if (models !== null) await get().changeInterpretation(changeToModel(models, name));
    },
    setComparing: (isComparing) => set({ isComparing }),
    measureRivals: async () => {
      const { opened, rivals } = get();
      const models = selectModels(get());
      if (opened === null || models === null || rivals?.of === opened.prepared) return;
      const { dataset, prepared } = opened;
      const signal = latest.start('rivals');
      const others = models.names.filter((name) => name !== models.chosen).slice(0, MOST_RIVALS);
      const measured: Rival[] = [];
      try {
        for (const name of others) {
          const reading = reinterpret(selectColumns(get()), prepared.interpretation, changeToModel(models, name));
          measured.push({ name, evaluations: await dataset.measure(signal, reading) });
          // Each as soon as it is there.
          set({ rivals: { of: prepared, models: [...measured] } });
        }
      } catch (error) {
        if (!isCancelled(error)) get().addNotice(noticeOf(error));
      }
    },
  };
};
