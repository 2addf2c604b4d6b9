import type { DecisionRule } from '../core/scores/confusion.ts';

/** What a miss and a false alarm cost, in the user's own unit. */
export interface Prices {
  readonly miss: number;
  readonly falseAlarm: number;
  readonly unit: string;
}

/** Everything that undo and redo bring back. */
export interface Decision {
  /** By class, label or group; one entry for a binary classifier, under its positive label. */
  readonly thresholds: Readonly<Record<string, number>>;
  readonly rule: DecisionRule;
  readonly prices: Prices;
}

export interface DecisionHistory {
  readonly past: readonly Decision[];
  readonly future: readonly Decision[];
  /** The gesture that made the present decision; its further moves belong to the same step. */
  readonly gesture: string | null;
}

export const EMPTY_HISTORY: DecisionHistory = { past: [], future: [], gesture: null };

const STEPS_KEPT = 100;

/** The history after `present` gave way to another decision; moves of one gesture count as one step. */
export function recorded(history: DecisionHistory, present: Decision, gesture: string | null): DecisionHistory {
  if (gesture !== null && gesture === history.gesture)
    return history.future.length === 0 ? history : { ...history, future: [] };
  return { past: [...history.past, present].slice(-STEPS_KEPT), future: [], gesture };
}

/** One step back, or null at the beginning. */
export function undone(
  history: DecisionHistory,
  present: Decision,
): { decision: Decision; history: DecisionHistory } | null {
  const decision = history.past.at(-1);
  if (decision === undefined) return null;
  return {
    decision,
    history: { past: history.past.slice(0, -1), future: [present, ...history.future], gesture: null },
  };
}

/** One step forward again, or null at the end. */
export function redone(
  history: DecisionHistory,
  present: Decision,
): { decision: Decision; history: DecisionHistory } | null {
  const [decision, ...future] = history.future;
  if (decision === undefined) return null;
  return { decision, history: { past: [...history.past, present], future, gesture: null } };
}
