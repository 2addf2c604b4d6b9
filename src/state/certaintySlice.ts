import type { StateCreator } from 'zustand/vanilla';
import type { Estimates } from '../core/choose/estimate.ts';
import type { OpenDataset } from '../io/io.ts';
import { estimateKey } from './certainty.ts';
import type { CertaintySlice } from './certaintyState.ts';
import { createLatest, isCancelled } from './latest.ts';
import { lookOf } from './looks.ts';
import { noticeOf } from './notices.ts';
import { selectEvaluation, selectThreshold } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

/** More are not told apart any more: it is enough to know that they were many. */
const MOST_TRIED = 1000;

export const createCertaintySlice = (): StateCreator<TunerState, [], [], CertaintySlice> => (set, get) => {
  const latest = createLatest();
  const asked = new Map<keyof Estimates, { readonly dataset: OpenDataset; readonly key: string }>();
  return {
    estimates: {},
    hasBands: false,
    tried: null,
    estimate: async (split, question) => {
      const { opened, estimates, isPreparing } = get();
      if (opened === null || isPreparing) return;
      const { dataset, prepared } = opened;
      // A panel whose turn has not come yet still shows the file before, and asks about its splits.
      if (!prepared.evaluations.some((each) => each.split === split)) return;
      const { kind } = question;
      const key = estimateKey(prepared.interpretation, split, question);
      const known = estimates[kind];
      const isKnown = known?.dataset === dataset && known.key === key;
      if (isKnown) {
        // The answer to a question in between must not take the place of the one that is there.
        latest.cancel(kind);
        asked.delete(kind);
        return;
      }
      const present = asked.get(kind);
      if (present?.dataset === dataset && present.key === key) return;
      const ask = { dataset, key };
      asked.set(kind, ask);
      try {
        const value = await dataset.estimate(latest.start(kind), split, question);
        if (get().opened?.dataset !== dataset) return;
        set((state) => ({ estimates: { ...state.estimates, [kind]: { dataset, key, value, split, question } } }));
      } catch (error) {
        if (!isCancelled(error)) get().addNotice(noticeOf(error));
      } finally {
        if (asked.get(kind) === ask) asked.delete(kind);
      }
    },
    setBands: (hasBands) => set({ hasBands }),
    noteTried: () => {
      const state = get();
      const evaluation = selectEvaluation(state);
      if (state.opened === null || evaluation === null) return;
      const { dataset, prepared } = state.opened;
      const looks = state.tried?.dataset === dataset ? state.tried.looks : [];
      const look = lookOf(prepared.interpretation, evaluation.split, state.decision.rule);
      const place = looks.findIndex(
        ({ split, target, by }) => split === look.split && target === look.target && by === look.by,
      );
      const before = looks[place]?.thresholds ?? [];
      const threshold = selectThreshold(state);
      if (before.includes(threshold) || before.length >= MOST_TRIED) return;
      const noted = { ...look, thresholds: [...before, threshold] };
      set({ tried: { dataset, looks: place < 0 ? [...looks, noted] : looks.with(place, noted) } });
    },
  };
};
