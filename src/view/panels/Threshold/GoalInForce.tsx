import { confusionAt } from '../../../core/scores/confusion.ts';
import { fullStop, inSentence, joinedSentences, sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { type RuleChoice, ruleEvaluation, selectGoalInForce } from '../../../state/rules.ts';
import {
  selectChosenOn,
  selectEvaluation,
  selectHasSplits,
  selectPrices,
  selectRule,
  selectRuleSettings,
} from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { goalName } from '../../terms/goalName.ts';
import { goalFigures, keepsBound } from './goalFigures.ts';
import { ruleNote } from './ruleNames.ts';

/** What the goal in force comes to on the split it was chosen on and on the one in view. */
function Values({ inForce }: { readonly inForce: RuleChoice }) {
  const on = useTuner(selectChosenOn);
  const shown = useTuner(selectEvaluation);
  const weighed = useTuner((state) => (shown === null ? null : ruleEvaluation(state, inForce.id, shown)));
  const hasSplits = useTuner(selectHasSplits);
  const rule = useTuner(selectRule);
  const { unit } = useTuner(selectPrices);
  const { objective, choice } = inForce;
  if (on === null || shown === null || weighed === null || choice.kind === 'none') return null;
  const { threshold } = choice;
  const value = goalFigures(objective, choice.confusion, threshold, unit);
  if (!hasSplits) return translate('goal.value', { value });
  if (on === shown) return translate('goal.valueOn', { value, split: on.split });
  const there = confusionAt(weighed.index, threshold, rule);
  const other = inSentence(goalFigures(objective, there, threshold, unit));
  const isKept = keepsBound(objective, there, threshold);
  const sentence = translate('goal.valuesOn', { value, split: on.split, other, judged: shown.split });
  return isKept ? sentence : joinedSentences([sentence, translate('goal.boundMissed', { split: shown.split })]);
}

/** Which goal the threshold follows and what comes of it, or that it follows none; and why it stays where it is. */
export function GoalInForce() {
  const inForce = useTuner(selectGoalInForce);
  const settings = useTuner(selectRuleSettings);
  const { unit } = useTuner(selectPrices);
  const { setGoal } = useActions();
  if (inForce === null) return <p className="goalInForce hint">{translate('goal.byHand')}</p>;
  const { objective, choice } = inForce;
  return (
    <p className="goalInForce">
      {translate('goal.inForce')} <strong>{goalName(objective, unit)}</strong>
      {fullStop()}
      {sentenceGap()}
      {choice.kind === 'found' ? (
        <>
          <Values inForce={inForce} />
          {sentenceGap()}
          {translate('goal.follows')}
        </>
      ) : (
        joinedSentences([ruleNote(inForce, settings) ?? '', translate('goal.stays')])
      )}
      {sentenceGap()}
      <button type="button" className="linkButton" onClick={() => setGoal(null)}>
        {translate('goal.release')}
      </button>
    </p>
  );
}
