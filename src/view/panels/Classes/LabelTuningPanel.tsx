import { type TextKey, translate } from '../../../i18n/translate.ts';
import { LABEL_GOALS, type LabelGoal } from '../../../state/ruleSettings.ts';
import { selectEvaluation, selectHasSplits } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { RuleChoice } from '../../decision/RuleChoice.tsx';
import { Steps } from '../../decision/Steps.tsx';
import { CopyPython } from './CopyPython.tsx';
import './classes.css';

/** What a goal asks for, with the numbers that the rules of the screen for one threshold hold. */
function useGoalNames(): Readonly<Record<LabelGoal, string>> {
  const { metric, minPrecision, minRecall, topShare } = useTuner((state) => state.decision.settings);
  const { miss, falseAlarm } = useTuner((state) => state.decision.prices);
  const percent = (share: number) => Number((share * 100).toPrecision(6));
  return {
    highestMetric: translate('labels.goal.highestMetric', { metric: translate(`metric.${metric}.name` as TextKey) }),
    lowestCost: translate('labels.goal.lowestCost', { miss, falseAlarm }),
    minPrecision: translate('labels.goal.minPrecision', { percent: percent(minPrecision) }),
    minRecall: translate('labels.goal.minRecall', { percent: percent(minRecall) }),
    flagTop: translate('labels.goal.flagTop', { percent: percent(topShare) }),
  };
}

/** Sets the thresholds of all labels by one goal: each for itself, or one for all. */
export function LabelTuningPanel() {
  const goal = useTuner((state) => state.labelGoal);
  const names = useGoalNames();
  const split = useTuner((state) => selectEvaluation(state)?.split ?? '');
  const hasSplits = useTuner(selectHasSplits);
  const { tuneLabels, setLabelGoal } = useActions();
  return (
    <section className="panel classDecision classesWide" aria-labelledby="label-tuning-title">
      <div className="panelHead">
        <h2 id="label-tuning-title">{translate('labels.tuning.title')}</h2>
        <Steps className="classSteps" />
      </div>
      <div className="classChoices">
        <label className="classOrder">
          <span className="hint">{translate('labels.tuning.goal')}</span>
          <select
            className="select"
            value={goal}
            onChange={(event) => setLabelGoal(event.currentTarget.value as LabelGoal)}
          >
            {LABEL_GOALS.map((id) => (
              <option key={id} value={id}>
                {names[id]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button buttonStrong" onClick={() => void tuneLabels(goal, 'each')}>
          {translate('labels.tuning.each')}
        </button>
        <button type="button" className="button" onClick={() => void tuneLabels(goal, 'together')}>
          {translate('labels.tuning.together')}
        </button>
        <RuleChoice />
      </div>
      <p className="hint">
        {hasSplits ? translate('labels.tuning.leadOnSplit', { split }) : translate('labels.tuning.lead')}
      </p>
      <CopyPython />
    </section>
  );
}
