import { formatThreshold } from '../../../i18n/format.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectEvaluation, selectRule, selectThreshold } from '../../../state/selectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import './PrintedDecision.css';

/** On paper, where there are no controls to tell it: threshold, rule and split, and the exact threshold where it is shown rounded. */
export function PrintedDecision() {
  const evaluation = useTuner(selectEvaluation);
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  if (evaluation === null) return null;
  const isRounded = Number.isFinite(threshold) && Number(formatThreshold(threshold)) !== threshold;
  return (
    <p className="printedDecision">
      <strong>
        {translate('print.decision', { rule: rule === '>=' ? '≥' : '>', threshold: formatThreshold(threshold) })}
      </strong>
      {isRounded && sentenceGap() + translate('print.exactly', { threshold: String(threshold) })}
      {` · ${translate('print.judgedOn', { split: evaluation.split })}`}
    </p>
  );
}
