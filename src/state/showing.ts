import type { StoreApi } from 'zustand/vanilla';
import type { Link } from '../io/link.ts';
import { FRESH_CASES } from './caseList.ts';
import { DEFAULT_CLASS_CHOICE } from './classChoice.ts';
import type { DatasetTurns } from './datasetTurns.ts';
import { EMPTY_HISTORY } from './decision.ts';
import { DEFAULT_FAIRNESS } from './fairness.ts';
import { freshQuiz } from './learnSlice.ts';
import { prepareLinked } from './linkedReading.ts';
import { linkedState } from './linkedState.ts';
import type { Notice } from './notices.ts';
import { fittedSettings } from './ruleSettings.ts';
import { withTrainings } from './trainingSlice.ts';
import type { ReadFile, TunerState } from './tunerState.ts';

/** What is on screen once data is ready: the change itself, what the link sets on top of it, and what there is to say. */
export function shown(
  state: TunerState,
  change: Partial<TunerState>,
  link: Link | null,
  notices: readonly Notice[],
): Partial<TunerState> {
  const whole = { awaited: null, reading: null, isPreparing: false, history: EMPTY_HISTORY, ...change };
  const linked = link === null ? null : linkedState({ ...state, ...whole }, link);
  return { ...whole, ...linked?.change, notices: [...notices, ...(linked?.notices ?? [])] };
}

/**
 * Prepares a file that was read, as its columns are linked, and puts it in the place of what is open in one step; until then, and on
 * failure, the screen stays as it is. `more` goes on the screen together with it. Throws what preparing threw.
 */
export async function showFile(
  { getState, setState }: Pick<StoreApi<TunerState>, 'getState' | 'setState'>,
  turns: DatasetTurns,
  signal: AbortSignal,
  file: ReadFile,
  links: { readonly columns: Link | null; readonly settings: Link | null },
  more: Partial<TunerState> = {},
): Promise<void> {
  const { prepared, notices } = await prepareLinked(signal, file.dataset, links.columns);
  signal.throwIfAborted();
  turns.cancelPreparing();
  const state = getState();
  const { opened: previous, asked, decision } = state;
  const fresh = {
    opened: { ...file, prepared },
    // What came before there was any data belongs to the data that comes after it.
    trainings: withTrainings(previous === null ? state.trainings : [], file.trainings),
    asked: null,
    chosenSplit: null,
    chosenOn: null,
    comparedModels: null,
    comparedWith: null,
    versionColumn: null,
    baseline: null,
    grouping: null,
    ...FRESH_CASES,
    ...freshQuiz(),
    groupBys: [],
    fairness: DEFAULT_FAIRNESS,
    groupRules: [],
    decision: {
      ...decision,
      thresholds: {},
      settings: fittedSettings(decision.settings, file.dataset.summary.columns),
      classes: DEFAULT_CLASS_CHOICE,
      review: { ...decision.review, band: null },
      groups: null,
    },
  };
  setState({ ...shown(state, fresh, links.settings, notices), ...more });
  previous?.dataset.close();
  if (asked !== null && asked.dataset !== file.dataset) asked.dataset.close();
}
