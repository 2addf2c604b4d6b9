import { createStore, type StoreApi } from 'zustand/vanilla';
import { createCasesSlice } from './casesSlice.ts';
import { createCertaintySlice } from './certaintySlice.ts';
import { createClassesSlice } from './classesSlice.ts';
import { createColumnsSlice } from './columnsSlice.ts';
import { createCompareSlice } from './compareSlice.ts';
import { createDatasetTurns } from './datasetTurns.ts';
import { createDecisionSlice } from './decisionSlice.ts';
import type { Env } from './env.ts';
import { createFairnessSlice } from './fairnessSlice.ts';
import { followingGoal } from './followGoal.ts';
import { createGroupsSlice } from './groupsSlice.ts';
import { createKeepSlice } from './keepSlice.ts';
import { createLanguageSlice } from './languageSlice.ts';
import { createLearnSlice } from './learnSlice.ts';
import { createModelsSlice } from './modelsSlice.ts';
import { createNoticeSlice } from './noticeSlice.ts';
import { createOpenSlice } from './openSlice.ts';
import { createPageSlice } from './pageSlice.ts';
import { createPredictSlice } from './predictSlice.ts';
import { createPrepareSlice } from './prepareSlice.ts';
import { createProductionSlice } from './productionSlice.ts';
import { createQuestionSlice } from './questionSlice.ts';
import { createRowsSlice } from './rowsSlice.ts';
import { createTakeAwaySlice } from './takeAwaySlice.ts';
import { createTrainingSlice } from './trainingSlice.ts';
import type { TunerState } from './tunerState.ts';
import { createVersionSlice } from './versionSlice.ts';
import { createViewSlice } from './viewSlice.ts';

export type TunerStore = StoreApi<TunerState>;

/** One store for the whole screen, made of slices; the outside world comes in as an argument. */
export function createTunerStore(env: Env): TunerStore {
  const turns = createDatasetTurns();
  return createStore<TunerState>()(
    followingGoal((...arguments_) => ({
      ...createPageSlice()(...arguments_),
      ...createNoticeSlice()(...arguments_),
      ...createOpenSlice(env, turns)(...arguments_),
      ...createTrainingSlice()(...arguments_),
      ...createQuestionSlice(turns)(...arguments_),
      ...createPrepareSlice(turns)(...arguments_),
      ...createColumnsSlice()(...arguments_),
      ...createRowsSlice()(...arguments_),
      ...createModelsSlice()(...arguments_),
      ...createDecisionSlice()(...arguments_),
      ...createCasesSlice(env)(...arguments_),
      ...createCertaintySlice()(...arguments_),
      ...createClassesSlice()(...arguments_),
      ...createGroupsSlice()(...arguments_),
      ...createCompareSlice()(...arguments_),
      ...createFairnessSlice()(...arguments_),
      ...createPredictSlice(env)(...arguments_),
      ...createViewSlice(env)(...arguments_),
      ...createLearnSlice()(...arguments_),
      ...createLanguageSlice(env)(...arguments_),
      ...createProductionSlice()(...arguments_),
      ...createTakeAwaySlice(env)(...arguments_),
      ...createKeepSlice(env)(...arguments_),
      ...createVersionSlice(env)(...arguments_),
    })),
  );
}
