import type { StateCreator } from 'zustand/vanilla';
import { selectRuleOf } from './rules.ts';
import { selectThreshold, selectThresholdKey } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

/** The state with the threshold that its goal in force chooses; the same state where there is none, or where it cannot be met. */
function followed(state: TunerState): TunerState {
  const { goal, thresholds } = state.decision;
  if (goal === null || state.opened === null) return state;
  const choice = selectRuleOf(state, goal)?.choice;
  if (choice?.kind !== 'found' || Object.is(choice.threshold, selectThreshold(state))) return state;
  const next = { ...thresholds, [selectThresholdKey(state)]: choice.threshold };
  return { ...state, decision: { ...state.decision, thresholds: next } };
}

/**
 * Keeps the threshold where the goal in force wants it: every change of the store, whatever it is about (data, split, model, prices,
 * settings), takes the threshold along in the same step, so that nobody ever sees the one without the other. Costs a few comparisons
 * where nothing changed that a goal depends on.
 */
export const followingGoal =
  (create: StateCreator<TunerState>): StateCreator<TunerState> =>
  (set, get, api) => {
    const follow: typeof set = (change) =>
      set((state) => followed({ ...state, ...(typeof change === 'function' ? change(state) : change) }));
    api.setState = follow;
    return create(follow, get, api);
  };
