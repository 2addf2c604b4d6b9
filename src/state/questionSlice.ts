import type { StateCreator } from 'zustand/vanilla';
import type { DatasetTurns } from './datasetTurns.ts';
import { noticeOf } from './notices.ts';
import { showFile } from './showing.ts';
import type { QuestionSlice, TunerState } from './tunerState.ts';

export const createQuestionSlice =
  (turns: DatasetTurns): StateCreator<TunerState, [], [], QuestionSlice> =>
  (set, get, store) => ({
    asked: null,
    answerQuestion: async (label, score) => {
      const { asked } = get();
      if (asked === null) return;
      const { link: asking, ...file } = asked;
      const signal = turns.startOpening();
      const link = { ...asking, label, model: score };
      set({ isPreparing: true, notices: [] });
      try {
        await showFile(store, turns, signal, file, { columns: link, settings: asking === null ? null : link });
      } catch (error) {
        if (!signal.aborted) set({ isPreparing: false, notices: [noticeOf(error)] });
      }
    },
    cancelQuestion: () => {
      turns.cancelOpening();
      get().asked?.dataset.close();
      set({ asked: null, isPreparing: false, notices: [] });
    },
  });
