import { type KeyboardEvent, useState } from 'react';
import type { DecisionRule } from '../../../core/scores/confusion.ts';
import { neighboursAt } from '../../../core/scores/neighbours.ts';
import { formatThreshold } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectBefore, selectEvaluation, selectRule, selectThreshold } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { RadioGroup } from '../../controls/RadioGroup.tsx';
import { thresholdMoveOf } from '../../controls/thresholdKeys.ts';
import { thresholdField } from './thresholdField.ts';
import './DecisionPanel.css';

const RULES: readonly DecisionRule[] = ['>=', '>'];

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
  return sentences.length === 0 ? null : <p className="hint edgeNote">{sentences.join(' ')}</p>;
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

function Steps() {
  const before = useTuner(selectBefore);
  const canUndo = useTuner((state) => state.history.past.length > 0);
  const canRedo = useTuner((state) => state.history.future.length > 0);
  const { undo, redo, pythonCode, copyText } = useActions();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <>
      {/* Not `disabled`: that would drop the focus at the last step. */}
      <div className="thresholdSteps">
        <button
          type="button"
          className="iconButton"
          aria-label={translate('threshold.undo')}
          title={translate('threshold.undo')}
          aria-disabled={!canUndo}
          onClick={undo}
        >
          <span aria-hidden="true">↶</span>
        </button>
        <button
          type="button"
          className="iconButton"
          aria-label={translate('threshold.redo')}
          title={translate('threshold.redo')}
          aria-disabled={!canRedo}
          onClick={redo}
        >
          <span aria-hidden="true">↷</span>
        </button>
      </div>
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
  const rule = useTuner(selectRule);
  const { setRule } = useActions();
  return (
    <section className="decision" aria-label={translate('threshold.section')}>
      <p className="hint">{translate('threshold.lead')}</p>
      <div className="thresholdLine">
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
        <ThresholdField />
        <Steps />
      </div>
      <OnTheEdge />
    </section>
  );
}
