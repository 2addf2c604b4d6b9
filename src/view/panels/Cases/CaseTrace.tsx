import { type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { TraceStep } from '../../../core/trace/tracePrediction.ts';
import { formatNumber, formatThreshold } from '../../../i18n/format.ts';
import { joinedList, joinedSentences, sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import type { WholeCase } from '../../../state/caseList.ts';
import { type PartsTrace, tracePartsOf } from '../../../state/caseTrace.ts';
import { selectClassThresholds } from '../../../state/classSelectors.ts';
import { selectInterpretation, selectRule } from '../../../state/selectors.ts';
import { TunerContext, useTuner } from '../../../state/useTuner.ts';
import './CaseTrace.css';

/** The way of one row from the file to the outcome, a step at a time. */
export function CaseTrace({ whole }: { readonly whole: WholeCase }) {
  const interpretation = useTuner(selectInterpretation);
  const rule = useTuner(selectRule);
  const parts = useParts(whole);
  if (interpretation === null) return null;
  const { trace, score, threshold, isFlagged, isPositive, outcome } = whole;
  const { positiveLabel, negativeLabel } = interpretation;
  const truth = isPositive ? positiveLabel : (negativeLabel ?? translate('case.not', { label: positiveLabel }));
  return (
    <section className="caseTrace" aria-label={translate('trace.title')}>
      <h3>{translate('trace.title')}</h3>
      <ol aria-label={translate('trace.steps')}>
        <Step name={translate('trace.input')} isAbsent={trace.unused === 0}>
          {translate(trace.unused === 0 ? 'trace.inputNone' : 'trace.inputSome', { count: trace.unused })}
        </Step>
        <Step name={translate('trace.model')} isAbsent>
          {translate(trace.hasLogits ? 'trace.modelLogits' : 'trace.modelNone')}
        </Step>
        {trace.steps.map((step) => (
          <Step key={step.kind} name={translate(`trace.${step.kind}`)}>
            {stepText(step)}
          </Step>
        ))}
        <Step name={translate('trace.threshold')}>
          {translate('trace.thresholdText', {
            score: formatThreshold(score),
            rule: rule === '>=' ? '≥' : '>',
            threshold: formatThreshold(threshold),
            answer: translate(isFlagged ? 'trace.yes' : 'trace.no'),
          })}
          <Track {...whole} />
        </Step>
        <Step name={translate('trace.decision')}>
          {translate(isFlagged ? 'trace.decisionFlagged' : 'trace.decisionNot', { label: positiveLabel })}
        </Step>
        <Step name={translate('trace.outcome')}>
          {translate('trace.cellText', { column: interpretation.label, text: trace.label })}
          {sentenceGap()}
          {translate(`case.truth.${outcome}`, { label: truth })}
        </Step>
        {parts !== null && <Step name={translate(`trace.all.${parts.kind}`)}>{partsText(parts)}</Step>}
      </ol>
    </section>
  );
}

/** What all classes come to; they are measured first, as far as that is not done, since their thresholds may depend on it. */
function useParts(whole: WholeCase): PartsTrace | null {
  const store = useContext(TunerContext);
  const decision = useTuner((state) => state.decision);
  const prepared = useTuner((state) => state.opened?.prepared);
  const thresholds = useTuner(selectClassThresholds);
  const hasParts = whole.classes.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading is measured anew
  useEffect(() => {
    if (hasParts) void store?.getState().refreshClasses();
  }, [store, hasParts, prepared]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the selector reads all of these
  return useMemo(
    () => (store === null || !hasParts ? null : tracePartsOf(store.getState(), whole)),
    [store, whole, hasParts, decision, prepared, thresholds],
  );
}

interface StepProps {
  readonly name: string;
  /** Not in this file: an empty mark. */
  readonly isAbsent?: boolean;
  readonly children: ReactNode;
}

function Step({ name, isAbsent = false, children }: StepProps) {
  return (
    <li className={isAbsent ? 'caseStep isAbsent' : 'caseStep'}>
      <strong>{name}</strong> <span>{children}</span>
    </li>
  );
}

function stepText(step: TraceStep): string {
  if (step.kind === 'cell') {
    const { column, text, value } = step;
    const isSame = Number(text) === value;
    return translate(isSame ? 'trace.cellText' : 'trace.cellRead', { column, text, value: formatNumber(value) });
  }
  const numbers = Object.fromEntries(
    Object.entries(step).map(([name, part]) => [name, typeof part === 'number' ? formatNumber(part) : part]),
  );
  return translate(`trace.${step.kind}Text`, { ...numbers, value: formatThreshold(step.value) });
}

/** Where the score lies beside the threshold, where both are shares. */
function Track({ score, threshold, isFlagged, isPositive }: WholeCase) {
  const isShare = (value: number) => value >= 0 && value <= 1;
  if (!isShare(score) || !isShare(threshold)) return null;
  const mark = `caseTrackScore ${isPositive ? 'isPositive' : 'isNegative'} ${isFlagged ? 'isSolid' : ''}`;
  return (
    <span className="caseTrack" aria-hidden="true">
      <span className="caseTrackThreshold" style={{ left: `${threshold * 100}%` }} />
      <span className={mark} style={{ left: `${score * 100}%` }} />
    </span>
  );
}

const named = (labels: readonly string[]): string =>
  labels.length === 0 ? translate('trace.none') : joinedList(labels);

function partsText(parts: PartsTrace): string {
  const reached = named(parts.reached);
  if (parts.kind === 'labels') return translate('trace.labelsText', { reached, truth: named(parts.truth) });
  const { picked, truth } = parts;
  const values = { reached, picked: picked ?? '', score: formatThreshold(parts.score) };
  const said = translate(`trace.${decidedBy(parts)}Text`, values);
  if (truth === null) return said;
  const answer = translate(picked === truth ? 'trace.right' : 'trace.wrong');
  return joinedSentences([said, translate('trace.partTruth', { truth, answer })]);
}

function decidedBy({ kind, picked, reached }: Exclude<PartsTrace, { kind: 'labels' }>) {
  if (kind !== 'thresholds' || reached.length > 0) return kind;
  return picked === null ? 'other' : 'fallback';
}
