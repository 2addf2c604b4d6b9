import type { StateCreator } from 'zustand/vanilla';
import type { ReadHistory } from '../io/io.ts';
import type { TrainingSlice, TunerState } from './tunerState.ts';

/** The history of a training, and the file that it was read from. */
export type Training = ReadHistory;

/** The histories with more of them: one from a file of the same name takes the other's place. */
export function withTrainings(present: readonly ReadHistory[], added: readonly ReadHistory[]): readonly ReadHistory[] {
  const names = new Set(added.map(({ source }) => source.name));
  return [...present.filter(({ source }) => !names.has(source.name)), ...added];
}

export const createTrainingSlice = (): StateCreator<TunerState, [], [], TrainingSlice> => (set, get) => ({
  trainings: [],
  addTrainings: (histories) => {
    const trainings = withTrainings(get().trainings, histories);
    const files = histories.map(({ source }) => source.name);
    // With nothing open it stands where the page begins; beside open data, where that is described.
    const isAlone = get().opened === null;
    set({ trainings, reading: null, ...(isAlone ? {} : { view: 'data' }) });
    get().addNotice({ code: isAlone ? 'historyAlone' : 'historyShown', values: { file: files } });
  },
  dropTraining: (training) => set({ trainings: get().trainings.filter((each) => each !== training) }),
});
