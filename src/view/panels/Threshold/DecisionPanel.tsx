import { type KeyboardEvent, useState } from 'react';
import { neighboursAt } from '../../../core/scores/neighbours.ts';
import { formatThreshold } from '../../../i18n/format.ts';
import { joinedSentences } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectBefore, selectEvaluation, selectRule, selectThreshold } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { thresholdMoveOf } from '../../controls/thresholdKeys.ts';
import { RuleChoice } from '../../decision/RuleChoice.tsx';
import { Steps } from '../../decision/Steps.tsx';
import { thresholdField } from './thresholdField.ts';
import './DecisionPanel.css';

/** Says which side the rows fell that sit on the threshold, or closer to it than a rounding error. */
function OnTheEdge() {
  const evaluation = useTuner(selectEvaluation);
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  if (evaluation === null) return null;
  const { at, closeBelow, closeAbove } = neighboursAt(evaluation.index, threshold);
  const near = closeBelow + closeAbove;
  const sentences = [
    at > 0 ? translate(rule === '>=' ? 'edge.atFlagged' : 'edge.atNotFlagged', { count: at }) : null,
    near > 0 ? translate('edge.near', { count: near, above: closeAbove, below: closeBelow }) : null,
  ].filter((sentence) => sentence !== null);
  return sentences.length === 0 ? null : <p className="hint edgeNote">{joinedSentences(sentences)}</p>;
}

function ThresholdField() {
  const threshold = useTuner(selectThreshold);
  const { setThreshold, moveThreshold } = useActions();
  const onArrow = (event: KeyboardEvent<HTMLInputElement>) => {
    const move = event.key === 'ArrowUp' || event.key === 'ArrowDown' ? thresholdMoveOf(event) : null;
    if (move !== null) moveThreshold(move, event.repeat);
    return move !== null;
  };
  return (
    <NumberField
      ref={thresholdField}
      className="thresholdField"
      label={translate('threshold.field')}
      value={threshold}
      shown={formatThreshold(threshold)}
      onChange={(value) => setThreshold(value)}
      onArrow={onArrow}
    />
  );
}

function StepsAndCode() {
  const before = useTuner(selectBefore);
  const { pythonCode, copyText } = useActions();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <>
      <Steps className="thresholdSteps" />
      <p className="thresholdNote">
        <button
          type="button"
          className="linkButton"
          onBlur={() => setIsCopied(false)}
          onClick={async () => setIsCopied(await copyText(pythonCode()))}
        >
          {translate('threshold.copyPython')}
        </button>
        <span className="hint" role="status">
          {isCopied ? ` · ${translate('copied')}` : ''}
        </span>
        {before !== null && (
          <span className="hint"> · {translate('threshold.before', { threshold: formatThreshold(before) })}</span>
        )}
      </p>
    </>
  );
}

/** The threshold as a number that can be typed, the decision rule, undo and redo, and the decision as code. */
export function DecisionPanel() {
  return (
    <section className="decision" aria-label={translate('threshold.section')}>
      <p className="hint">{translate('threshold.lead')}</p>
      <div className="thresholdLine">
        <RuleChoice />
        <ThresholdField />
        <StepsAndCode />
      </div>
      <OnTheEdge />
    </section>
  );
}
