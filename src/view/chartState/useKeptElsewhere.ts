import { useMemo } from 'react';
import { type KeptElsewhere, keptElsewhere } from '../../core/choose/keptElsewhere.ts';
import type { Objective } from '../../core/choose/objective.ts';
import { confusionAt } from '../../core/scores/confusion.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { selectRequired, selectRequirementTerms } from '../../state/requirements.ts';
import { selectRule } from '../../state/selectors.ts';
import { useTuner } from '../../state/useTuner.ts';
import { demandsOf } from './useGoalQuestion.ts';

/** What becomes of the bound of a goal and of the requirements in force on a split that the threshold was not chosen on. */
export function useKeptElsewhere(
  objective: Objective,
  best: number,
  chosenOn: Evaluation,
  reportedOn: Evaluation,
): readonly KeptElsewhere[] {
  const rule = useTuner(selectRule);
  const required = useTuner(selectRequired);
  const terms = useTuner(selectRequirementTerms);
  return useMemo(() => {
    if (terms === null) return [];
    const [chosen, reported] = [chosenOn, reportedOn].map(({ index }) => confusionAt(index, best, rule));
    return keptElsewhere(demandsOf({ objective, required }), terms, chosen, reported, best);
  }, [objective, best, chosenOn, reportedOn, rule, required, terms]);
}
