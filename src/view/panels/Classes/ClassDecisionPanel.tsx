import type { ClassFallback } from '../../../core/classes/decide.ts';
import { translate } from '../../../i18n/translate.ts';
import type { ClassChoice } from '../../../state/classChoice.ts';
import { selectHasClassProbabilities } from '../../../state/classSelectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { RadioGroup } from '../../controls/RadioGroup.tsx';
import { RuleChoice } from '../../decision/RuleChoice.tsx';
import { Steps } from '../../decision/Steps.tsx';
import { CopyPython } from './CopyPython.tsx';
import './classes.css';

const KINDS: readonly ClassChoice['kind'][] = ['argmax', 'thresholds', 'cost'];

/** By what a case becomes one of the classes, with what that means in a sentence. */
export function ClassDecisionPanel() {
  const { kind, fallback } = useTuner((state) => state.decision.classes);
  const hasProbabilities = useTuner(selectHasClassProbabilities);
  const { setClassChoice } = useActions();
  const isImpossible = kind === 'cost' && !hasProbabilities;
  return (
    <section className="panel classDecision classesWide" aria-labelledby="class-decision-title">
      <div className="panelHead">
        <h2 id="class-decision-title">{translate('classes.decision.title')}</h2>
        <Steps className="classSteps" />
      </div>
      <div className="classChoices">
        <RadioGroup
          label={translate('classes.decision.kind')}
          isLabelShown
          value={kind}
          options={KINDS.map((value) => ({ value, shown: translate(`classes.decision.${value}`) }))}
          onChange={(value) => setClassChoice({ kind: value })}
        />
        {kind === 'thresholds' && (
          <>
            <RuleChoice />
            <RadioGroup<ClassFallback>
              label={translate('classes.decision.fallback')}
              isLabelShown
              value={fallback}
              options={[
                { value: 'other', shown: translate('classes.decision.other') },
                { value: 'argmax', shown: translate('classes.decision.best') },
              ]}
              onChange={(value) => setClassChoice({ fallback: value })}
            />
          </>
        )}
      </div>
      <p className="hint">
        {translate(isImpossible ? 'classes.decision.cost.impossible' : `classes.decision.${kind}.does`)}
      </p>
      <CopyPython />
    </section>
  );
}
