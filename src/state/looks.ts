import type { Interpretation } from '../core/roles/interpretation.ts';
import type { DecisionRule } from '../core/scores/confusion.ts';
import type { TriedThresholds } from '../io/session.ts';
import { selectInterpretation } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

const targetOf = ({ label, positiveLabel, negativeLabel, subject }: Interpretation): string =>
  JSON.stringify([label, positiveLabel, negativeLabel, subject ?? null]);

/** What a look at a threshold belongs to: the same number is another threshold for another model, another reading of it, or another rule. */
export function lookOf(
  interpretation: Interpretation,
  split: string,
  rule: DecisionRule,
): Omit<TriedThresholds, 'thresholds'> {
  const { score, modelName, scoreReading, recalibratedOn, repairs } = interpretation;
  return {
    split,
    target: targetOf(interpretation),
    by: JSON.stringify([score, modelName, scoreReading, recalibratedOn, repairs, rule]),
  };
}

/** How many different thresholds were looked at on a split for the class and the group in view, over all models and both rules. */
export function selectTried(state: TunerState, split: string): number {
  const { tried, opened } = state;
  const interpretation = selectInterpretation(state);
  if (tried === null || interpretation === null || tried.dataset !== opened?.dataset) return 0;
  const target = targetOf(interpretation);
  return tried.looks
    .filter((look) => look.split === split && look.target === target)
    .reduce((sum, { thresholds }) => sum + thresholds.length, 0);
}
