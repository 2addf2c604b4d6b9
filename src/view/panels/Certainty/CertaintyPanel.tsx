import { useId } from 'react';
import { boundOf } from '../../../core/choose/admission.ts';
import { isAmount, type Requirement } from '../../../core/choose/requirements.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { translate } from '../../../i18n/translate.ts';
import { FEW, fewestRowsOf } from '../../../state/certainty.ts';
import { selectAdmissible } from '../../../state/requirements.ts';
import { selectGoalOrCost } from '../../../state/rules.ts';
import { selectChosenOn, selectEvaluation, selectRuleSettings } from '../../../state/selectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { lackingKey } from '../../terms/lackingKey.ts';
import { useSplitName } from '../../terms/useSplitName.ts';
import { BestThreshold } from './BestThreshold.tsx';
import { PresentAmount, PresentValue } from './PresentValue.tsx';
import './CertaintyPanel.css';

/** How sure the number at the present threshold is, how sure the best threshold, and which others are as good. */
export function CertaintyPanel() {
  const titleId = useId();
  const aimed = useTuner(selectGoalOrCost);
  const evaluation = useTuner(selectEvaluation);
  const chosenOn = useTuner(selectChosenOn);
  const isRequired = useTuner((state) => selectAdmissible(state) !== null);
  const { amounts } = useTuner(selectRuleSettings);
  const nameOf = useSplitName();
  if (evaluation === null || chosenOn === null || aimed === null) return null;
  const { objective } = aimed;
  const lacking = lackingKey(chosenOn, objective, isRequired);
  const isUnset = aimed.id === 'amountCost' && amounts.positives === null && amounts.negatives === null;
  return (
    <section className="panel certaintyPanel" aria-labelledby={titleId}>
      <h2 id={titleId}>{translate('certainty.title')}</h2>
      {isUnset ? (
        <p>{translate('rule.amountsUnset')}</p>
      ) : (
        <>
          {aimed.id === 'amountCost' ? (
            <PresentAmount aimed={aimed} evaluation={evaluation} />
          ) : (
            <PresentValue objective={objective} evaluation={evaluation} />
          )}
          <PresentBound bound={boundOf(objective)} evaluation={evaluation} />
          <FewCases evaluation={evaluation} />
          {lacking === null ? (
            <BestThreshold aimed={aimed} chosenOn={chosenOn} />
          ) : (
            <p>{translate(lacking, { split: nameOf(chosenOn.split) })}</p>
          )}
        </>
      )}
    </section>
  );
}

interface PresentBoundProps {
  readonly bound: Requirement | null;
  readonly evaluation: Evaluation;
}

/** What a goal demands besides, at the present threshold: the share it caps is its own value already. */
function PresentBound({ bound, evaluation }: PresentBoundProps) {
  if (bound === null || isAmount(bound.measure) || bound.bound === 'atMost') return null;
  return <PresentValue objective={{ kind: 'metric', id: bound.measure }} evaluation={evaluation} />;
}

function FewCases({ evaluation }: { readonly evaluation: Evaluation }) {
  const nameOf = useSplitName();
  if (fewestRowsOf(evaluation) >= FEW) return null;
  const positives = evaluation.index.positives.scores.length;
  const negatives = evaluation.index.negatives.scores.length;
  return (
    <p className="certaintyFew">
      {positives === 0 || negatives === 0
        ? translate('certainty.oneClass', { split: nameOf(evaluation.split) })
        : translate('certainty.few', { classes: positives + negatives, positives, negatives })}
    </p>
  );
}
