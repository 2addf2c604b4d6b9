import type { StateCreator } from 'zustand/vanilla';
import type { OpenDataset } from '../io/io.ts';
import { comparisonKey, jointKey, selectComparedChoices, selectModelsToCompare, thresholdsOf } from './compare.ts';
import type { CompareSlice } from './compareState.ts';
import { createLatest, isCancelled } from './latest.ts';
import { noticeOf } from './notices.ts';
import type { TunerState } from './tunerState.ts';
import { selectVersionsToMeasure } from './versions.ts';

export const createCompareSlice = (): StateCreator<TunerState, [], [], CompareSlice> => (set, get) => {
  const latest = createLatest();
  let asked: { readonly dataset: OpenDataset; readonly key: string } | null = null;
  let askedJointly: { readonly dataset: OpenDataset; readonly key: string } | null = null;

  /** Has the models measured, unless that is done or under way. Whether the answer is there. */
  async function measure(): Promise<boolean> {
    const { opened, isPreparing, comparison } = get();
    const ask = selectModelsToCompare(get());
    if (opened === null || isPreparing || ask === null) return false;
    const { dataset } = opened;
    const key = comparisonKey(ask);
    if (comparison?.dataset === dataset && comparison.key === key) {
      latest.cancel('models');
      asked = null;
      return true;
    }
    if (asked?.dataset === dataset && asked.key === key) return false;
    const present = { dataset, key };
    asked = present;
    const value = await dataset.compareModels(latest.start('models'), ask).finally(() => {
      if (asked === present) asked = null;
    });
    if (get().opened?.dataset !== dataset) return false;
    set({ comparison: { dataset, key, value } });
    return true;
  }

  async function decide(): Promise<void> {
    const { opened, comparison, decidedJointly, decision } = get();
    const ask = selectModelsToCompare(get());
    if (opened === null || comparison === null || ask === null) return;
    const { dataset } = opened;
    const thresholds = thresholdsOf(selectComparedChoices(get()));
    const key = jointKey(comparison.key, decision.rule, thresholds);
    if (decidedJointly?.comparison === comparison && decidedJointly.key === key) {
      latest.cancel('joint');
      askedJointly = null;
      return;
    }
    if (askedJointly?.dataset === dataset && askedJointly.key === key) return;
    const present = { dataset, key };
    askedJointly = present;
    const value = await dataset.decideJointly(latest.start('joint'), ask, decision.rule, thresholds).finally(() => {
      if (askedJointly === present) askedJointly = null;
    });
    if (get().comparison === comparison) set({ decidedJointly: { dataset, key, value, comparison } });
  }

  return {
    comparedAt: 'own',
    comparedModels: null,
    comparedWith: null,
    comparison: null,
    decidedJointly: null,
    versionColumn: null,
    versions: null,
    setVersionColumn: (versionColumn) => set({ versionColumn }),
    setComparedAt: (comparedAt) => set({ comparedAt }),
    setComparedModels: (comparedModels) => set({ comparedModels }),
    setComparedWith: (comparedWith) => set({ comparedWith }),
    refreshComparison: async () => {
      try {
        if (await measure()) await decide();
      } catch (error) {
        if (!isCancelled(error)) get().addNotice(noticeOf(error));
      }
    },
    refreshVersions: async () => {
      const { opened, isPreparing, versions } = get();
      const ask = selectVersionsToMeasure(get());
      latest.cancel('versions');
      if (opened === null || isPreparing || ask === null) return;
      const { dataset } = opened;
      if (versions?.dataset === dataset && versions.key === ask.key) return;
      try {
        const value = await dataset.groups(latest.start('versions'), ask.split, ask.grouping);
        if (get().opened?.dataset === dataset) set({ versions: { dataset, key: ask.key, value } });
      } catch (error) {
        if (!isCancelled(error)) get().addNotice(noticeOf(error));
      }
    },
    tuneModel: async (name) => {
      const place = get().comparison?.value.models.findIndex((model) => model.name === name) ?? -1;
      const choice = selectComparedChoices(get())[place];
      await get().chooseModel(name);
      if (choice?.kind === 'found') get().setThreshold(choice.threshold);
      get().setView('tune');
    },
  };
};
