import type { StoreApi } from 'zustand/vanilla';
import type { Deploy } from '../io/deploy.ts';
import { createPredictApi } from '../io/predict/api.ts';
import { readDeployPredict } from '../io/predict/deployPredict.ts';
import { PREDICT_MEMORY, type PredictTools } from './predict.ts';
import { createPredictActions } from './predictActions.ts';
import { createPredictBatchActions } from './predictBatch.ts';
import { NOTHING_ASKED, startOf } from './predictStart.ts';
import type { TunerState } from './tunerState.ts';

/**
 * Gives the store what can be done on Predict, unless it has it, and fills the form as deploy.json or this browser's memory have it. It
 * comes with the screen, so that nobody else waits for it.
 */
export function beginPredict(store: StoreApi<TunerState>): void {
  const { setState: set, getState: get } = store;
  const { predictApi, predictTools: tools, deploy, opened } = get();
  if (predictApi !== null) return;
  const { page, hosts, settings } = tools.asking;
  const hasTopics = opened?.prepared.task.kind === 'multilabel';
  set({ ...NOTHING_ASKED, ...startOf(predictOf(deploy, tools), tools.page.recall(PREDICT_MEMORY), hasTopics) });
  set({
    predictApi: createPredictApi(page, hosts, settings),
    ...createPredictActions(tools)(set, get, store),
    ...createPredictBatchActions(tools)(set, get, store),
  });
}

/** What deploy.json says; a mistake in it is told, and Predict begins without it. */
function predictOf({ predict }: Deploy, { tell }: PredictTools) {
  try {
    return readDeployPredict(predict);
  } catch (error) {
    tell(error);
    return null;
  }
}
