import type { StateCreator } from 'zustand/vanilla';
import { repairedProfiles } from '../core/roles/repairedColumns.ts';
import { reinterpret } from '../core/roles/roles.ts';
import { classReading, labelReading, partsOf, wholeChange } from '../core/roles/task.ts';
import type { Env } from './env.ts';
import { createLatest, isCancelled } from './latest.ts';
import { noticeOf } from './notices.ts';
import type { PredictBatchSlice, PredictSlice, PredictTools } from './predict.ts';
import type { TunerState } from './tunerState.ts';

/** What Predict needs of the page; `beginPredict` brings the rest with its screen, which most visits never open. */
export const createPredictSlice =
  (env: Env): StateCreator<TunerState, [], [], PredictSlice & PredictBatchSlice> =>
  (_, get) => {
    const tell = (error: unknown) => {
      if (!isCancelled(error)) get().addNotice(noticeOf(error));
    };
    const measureAs: PredictTools['measureAs'] = async (signal, { dataset, prepared }, label) => {
      const { interpretation, task } = prepared;
      const part = partsOf(task).find((each) => each.label === label);
      if (part === undefined || part.column === null) return [];
      const change = 'labelColumn' in part ? labelReading(part) : classReading(part.label, part.column);
      const columns = repairedProfiles(dataset.summary.columns, interpretation);
      return dataset.measure(signal, reinterpret(columns, interpretation, wholeChange(task, change)));
    };
    const begun: Partial<PredictSlice & PredictBatchSlice> & Pick<PredictSlice, 'predictTools'> = {
      predictApi: null,
      targets: [],
      predictTools: { page: env.page, asking: env.io.asking, tell, measureAs, createLatest },
    };
    return begun as PredictSlice & PredictBatchSlice;
  };
