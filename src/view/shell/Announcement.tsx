import { useContext, useEffect, useState } from 'react';
import { thresholdMetric } from '../../core/metrics/catalog.ts';
import { formatCount, formatPercent, formatThreshold } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { selectConfusion, selectEvaluation, selectRule, selectThreshold } from '../../state/selectors.ts';
import type { TunerState } from '../../state/tunerState.ts';
import { TunerContext } from '../../state/useTuner.ts';

/** A drag is told of once it rests. */
const REST_MS = 400;

/** Says in one polite sentence what a change of the threshold, the rule, the split or the file has led to. */
export function Announcement() {
  const store = useContext(TunerContext);
  const [text, setText] = useState('');
  useEffect(() => {
    if (store === null) return;
    let told: TunerState | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = store.subscribe((state, before) => {
      if (isSameDecision(state, before)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const now = store.getState();
        setText(sentenceOf(now, now.opened !== told?.opened));
        told = now;
      }, REST_MS);
    });
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [store]);
  return (
    <p role="status" className="visuallyHidden">
      {text}
    </p>
  );
}

const isSameDecision = (state: TunerState, before: TunerState): boolean =>
  state.decision === before.decision && state.opened === before.opened && state.chosenSplit === before.chosenSplit;

function sentenceOf(state: TunerState, isNewFile: boolean): string {
  const { opened } = state;
  const evaluation = selectEvaluation(state);
  const confusion = selectConfusion(state);
  if (opened === null || evaluation === null || confusion === null) return '';

  const threshold = selectThreshold(state);
  const shown = translate(selectRule(state) === '>=' ? 'announce.at' : 'announce.above', {
    threshold: formatThreshold(threshold),
  });
  const hasSplits = opened.prepared.interpretation.split !== null && opened.prepared.folds === null;
  const { tp, fp, fn, tn } = confusion;
  const counts = {
    threshold: hasSplits ? translate('announce.onSplit', { threshold: shown, split: evaluation.split }) : shown,
    flagged: formatCount(tp + fp),
    total: formatCount(tp + fp + fn + tn),
  };
  const recall = thresholdMetric('recall').of(confusion, threshold);
  const precision = thresholdMetric('precision').of(confusion, threshold);
  const sentence =
    Number.isNaN(recall) || Number.isNaN(precision)
      ? translate('announce.flagsOnly', counts)
      : translate('announce.flags', { ...counts, recall: formatPercent(recall), precision: formatPercent(precision) });
  return isNewFile ? `${translate('announce.opened', { file: opened.name })} ${sentence}` : sentence;
}
