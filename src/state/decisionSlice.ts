import type { StateCreator } from 'zustand/vanilla';
import { sliderScale } from '../core/choose/stops.ts';
import { nextChange } from '../core/scores/neighbours.ts';
import { DEFAULT_CLASS_CHOICE } from './classChoice.ts';
import { type Decision, EMPTY_HISTORY, type Prices, recorded } from './decision.ts';
import { presentStep } from './readings.ts';
import { DEFAULT_REVIEW } from './review.ts';
import { DEFAULT_RULE_SETTINGS } from './ruleSettings.ts';
import { selectEvaluation, selectScoreRange, selectThreshold, selectThresholdKey } from './selectors.ts';
import type { ThresholdMove } from './thresholdMove.ts';
import { stopAfter } from './thresholdMoves.ts';
import type { DecisionSlice, TunerState } from './tunerState.ts';

export const DEFAULT_PRICES: Prices = { miss: 5, falseAlarm: 1, hit: 0, leftAlone: 0, unit: '€' };

/** Whether two objects have the same values under the same names. */
const isSame = <T extends object>(one: T, other: T): boolean =>
  (Object.keys(one) as (keyof T)[]).every((key) => one[key] === other[key]);

/** Where a move leads from the present threshold. */
function destination(state: TunerState, move: ThresholdMove): number {
  const threshold = selectThreshold(state);
  if (move !== 'nextChange' && move !== 'previousChange') {
    const range = selectScoreRange(state);
    return stopAfter(sliderScale(range.low, range.high), threshold, move);
  }
  const evaluation = selectEvaluation(state);
  if (evaluation === null) return threshold;
  return nextChange(evaluation.index, threshold, state.decision.rule, move === 'nextChange' ? 1 : -1);
}

export const createDecisionSlice = (): StateCreator<TunerState, [], [], DecisionSlice> => (set, get) => {
  /** Names each press of a key, so that the moves of a held one share a gesture. */
  let keyPresses = 0;
  const decide = (change: Partial<Decision>, gesture: string | null) =>
    set((state) => ({
      decision: { ...state.decision, ...change },
      history: recorded(state.history, presentStep(state), gesture),
    }));
  return {
    decision: {
      thresholds: {},
      rule: '>=',
      prices: DEFAULT_PRICES,
      classes: DEFAULT_CLASS_CHOICE,
      review: DEFAULT_REVIEW,
      goal: null,
      settings: DEFAULT_RULE_SETTINGS,
      requirements: [],
      groups: null,
    },
    history: EMPTY_HISTORY,
    baseline: null,
    setThreshold: (threshold, gesture) => {
      const state = get();
      if (Number.isNaN(threshold) || Object.is(threshold, selectThreshold(state))) return;
      const thresholds = { ...state.decision.thresholds, [selectThresholdKey(state)]: threshold };
      decide({ thresholds, goal: null }, gesture ?? null);
    },
    moveThreshold: (move, isHeld = false) => {
      if (!isHeld) keyPresses += 1;
      get().setThreshold(destination(get(), move), `key ${keyPresses}`);
    },
    setRule: (rule) => {
      if (rule !== get().decision.rule) decide({ rule }, null);
    },
    setPrices: (change) => {
      const { prices } = get().decision;
      const next = { ...prices, ...change };
      if (!isSame(next, prices)) decide({ prices: next }, null);
    },
    setRuleSettings: (change) => {
      const { settings } = get().decision;
      const next = { ...settings, ...change };
      if (!isSame(next, settings)) decide({ settings: next }, null);
    },
    setGoal: (goal) => {
      if (goal !== get().decision.goal) decide({ goal }, null);
    },
    setReview: (change, gesture) => decide({ review: { ...get().decision.review, ...change } }, gesture ?? null),
    setRequirements: (requirements) => decide({ requirements }, null),
    setGroups: (groups, gesture) => {
      if (groups !== get().decision.groups) decide({ groups }, gesture ?? null);
    },
    undo: () => void get().takeStep('back'),
    redo: () => void get().takeStep('forward'),
    pinBaseline: () => set((state) => ({ baseline: { threshold: selectThreshold(state), rule: state.decision.rule } })),
    resetBaseline: () => set({ baseline: null }),
  };
};
