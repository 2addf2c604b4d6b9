import type { Requirement } from '../core/choose/requirements.ts';
import type { Interpretation } from '../core/roles/interpretation.ts';
import type { DecisionRule } from '../core/scores/confusion.ts';
import type { GroupThresholds } from '../core/slices/groupThresholds.ts';
import type { ClassChoice } from './classChoice.ts';
import type { Review } from './review.ts';
import type { RuleId, RuleSettings } from './ruleSettings.ts';

/** What one case of each outcome costs, in the user's own unit; what is earned is negative. */
export interface Prices {
  readonly miss: number;
  readonly falseAlarm: number;
  /** A positive that is flagged. */
  readonly hit: number;
  /** A negative that is left alone. */
  readonly leftAlone: number;
  readonly unit: string;
}

/** Everything that undo and redo bring back. */
export interface Decision {
  /** By class, label or group; one entry for a binary classifier, under its positive label. */
  readonly thresholds: Readonly<Record<string, number>>;
  readonly rule: DecisionRule;
  readonly prices: Prices;
  /** What is done with several classes at once. */
  readonly classes: ClassChoice;
  readonly review: Review;
  /** The goal that the threshold follows; null where it was set by hand. */
  readonly goal: RuleId | null;
  readonly settings: RuleSettings;
  /** What must hold; the thresholds that meet all of it are admissible. */
  readonly requirements: readonly Requirement[];
  /** Thresholds of groups; null where one decides about all. */
  readonly groups: GroupThresholds | null;
}

/** A decision with the reading of the file that it was made on; without one it goes with whichever there is. */
export interface Step extends Decision {
  readonly reading?: Interpretation;
}

export interface DecisionHistory {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** The gesture that made the present decision; its further moves belong to the same step. */
  readonly gesture: string | null;
}

export const EMPTY_HISTORY: DecisionHistory = { past: [], future: [], gesture: null };

const STEPS_KEPT = 100;

/** The history after `present` gave way to another decision; moves of one gesture count as one step. */
export function recorded(history: DecisionHistory, present: Step, gesture: string | null): DecisionHistory {
  if (gesture !== null && gesture === history.gesture)
    return history.future.length === 0 ? history : { ...history, future: [] };
  return { past: [...history.past, present].slice(-STEPS_KEPT), future: [], gesture };
}

/** One step back, or null at the beginning. */
export function undone(history: DecisionHistory, present: Step): { step: Step; history: DecisionHistory } | null {
  const step = history.past.at(-1);
  if (step === undefined) return null;
  return {
    step,
    history: { past: history.past.slice(0, -1), future: [present, ...history.future], gesture: null },
  };
}

/** One step forward again, or null at the end. */
export function redone(history: DecisionHistory, present: Step): { step: Step; history: DecisionHistory } | null {
  const [step, ...future] = history.future;
  if (step === undefined) return null;
  return { step, history: { past: [...history.past, present], future, gesture: null } };
}
