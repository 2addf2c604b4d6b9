import { useContext, useEffect, useState } from 'react';
import { thresholdMetric } from '../../core/metrics/catalog.ts';
import { formatCount, formatPercent, formatThreshold } from '../../i18n/format.ts';
import { joinedSentences } from '../../i18n/joined.ts';
import { translate } from '../../i18n/translate.ts';
import { selectClassOutcome, selectView } from '../../state/classSelectors.ts';
import { selectLabelOutcome } from '../../state/labelSelectors.ts';
import {
  selectConfusion,
  selectEvaluation,
  selectHasSplits,
  selectRule,
  selectThreshold,
} from '../../state/selectors.ts';
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
        const sentence = sentenceOf(now, now.opened !== told?.opened);
        setText(sentence);
        // A file of which there is nothing to tell yet is still new when there is.
        if (sentence !== '') told = now;
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
  state.decision === before.decision &&
  state.opened === before.opened &&
  state.chosenSplit === before.chosenSplit &&
  state.decided === before.decided &&
  state.labelsDecided === before.labelsDecided;

/** What is told: of all classes or labels on their screen, of the one in view elsewhere. */
function sentenceOf(state: TunerState, isNewFile: boolean): string {
  const sentence = selectView(state) === 'classes' ? partsSentence(state) : thresholdSentence(state);
  if (state.opened === null || sentence === '') return '';
  return isNewFile ? joinedSentences([translate('announce.opened', { file: state.opened.name }), sentence]) : sentence;
}

/** What the decision about several classes or labels comes to; nothing until it is worked out. */
function partsSentence(state: TunerState): string {
  const split = selectHasSplits(state) ? (selectEvaluation(state)?.split ?? null) : null;
  const ofLabels = selectLabelOutcome(state);
  if (ofLabels !== null) {
    const { exact, rows } = ofLabels.cases;
    const values = { exact, rows, share: formatPercent(exact / rows) };
    return split === null
      ? translate('labels.sentence.exact', values)
      : translate('labels.sentence.exactOnSplit', { ...values, split });
  }
  const ofClasses = selectClassOutcome(state);
  if (ofClasses === null) return '';
  const { right, rows, accuracy } = ofClasses.agreement;
  const values = { right, rows, accuracy: formatPercent(accuracy) };
  return split === null
    ? translate('classes.sentence.right', values)
    : translate('classes.sentence.rightOnSplit', { ...values, split });
}

function thresholdSentence(state: TunerState): string {
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
  return Number.isNaN(recall) || Number.isNaN(precision)
    ? translate('announce.flagsOnly', counts)
    : translate('announce.flags', { ...counts, recall: formatPercent(recall), precision: formatPercent(precision) });
}
