import { useMemo } from 'react';
import { boundOf } from '../../core/choose/admission.ts';
import type { GoalQuestion } from '../../core/choose/estimate.ts';
import type { Requirement } from '../../core/choose/requirements.ts';
import { selectRequired } from '../../state/requirements.ts';
import type { RuleChoice } from '../../state/rules.ts';
import { selectRule } from '../../state/selectors.ts';
import { useTuner } from '../../state/useTuner.ts';

/** What is asked about the best threshold for a goal under the requirements in force; null while a cost by amounts has none. */
export function useGoalQuestion<K extends 'safeRange' | 'outOfBag'>(
  kind: K,
  { objective, choice }: RuleChoice,
): ({ readonly kind: K } & GoalQuestion) | null {
  const rule = useTuner(selectRule);
  const required = useTuner(selectRequired);
  const isReady = choice.kind === 'found' || (choice.reason !== 'amountsUnset' && choice.reason !== 'amountsPending');
  return useMemo(
    () => (isReady ? { kind, rule, objective, required } : null),
    [kind, rule, objective, required, isReady],
  );
}

/** All that a threshold has to meet there: what the goal itself demands, then what is required. */
export function demandsOf({
  objective,
  required,
}: Pick<GoalQuestion, 'objective' | 'required'>): readonly Requirement[] {
  const bound = boundOf(objective);
  return [...(bound === null ? [] : [bound]), ...(required?.requirements ?? [])];
}
