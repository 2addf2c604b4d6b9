import type { DecisionRule } from '../../core/scores/confusion.ts';
import { translate } from '../../i18n/translate.ts';
import { selectRule } from '../../state/selectors.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import { RadioGroup } from '../controls/RadioGroup.tsx';

const RULES: readonly DecisionRule[] = ['>=', '>'];

/** Whether a score that equals its threshold is flagged. */
export function RuleChoice() {
  const rule = useTuner(selectRule);
  const { setRule } = useActions();
  return (
    <RadioGroup
      label={translate('threshold.rule')}
      value={rule}
      options={RULES.map((value) => ({
        value,
        shown: value === '>=' ? '≥' : '>',
        name: translate(value === '>=' ? 'threshold.atLeast' : 'threshold.above'),
      }))}
      onChange={setRule}
    />
  );
}
