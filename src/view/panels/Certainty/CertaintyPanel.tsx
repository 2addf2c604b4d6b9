import { useId, useMemo } from 'react';
import { runAt } from '../../../core/choose/requirements.ts';
import type { SafeRange } from '../../../core/choose/safeRange.ts';
import type { Stretch } from '../../../core/choose/shortestDecimal.ts';
import { type Aim, aimOf } from '../../../core/choose/worth.ts';
import { thresholdMetric } from '../../../core/metrics/catalog.ts';
import type { DecisionRule } from '../../../core/scores/confusion.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatThreshold } from '../../../i18n/format.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import { selectAimed } from '../../../state/aimed.ts';
import { FEW, fewestRowsOf, selectWeightKind } from '../../../state/certainty.ts';
import { selectAdmissible } from '../../../state/requirements.ts';
import type { RuleChoice } from '../../../state/rules.ts';
import {
  selectChosenOn,
  selectConfusion,
  selectEvaluation,
  selectPrices,
  selectRule,
  selectThreshold,
} from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { useEstimate } from '../../chartState/useEstimate.ts';
import { usePresentInterval } from '../../chartState/usePresentInterval.ts';
import { Term } from '../../controls/Term.tsx';
import { type AimWords, aimWords } from '../../terms/aimWords.ts';
import { methodText } from '../../terms/IntervalTerm.tsx';
import { useSplitName } from '../../terms/useSplitName.ts';
import { SafeBar } from './SafeBar.tsx';
import './CertaintyPanel.css';

/** How sure the number at the present threshold is, how sure the best threshold, and which others are as good. */
export function CertaintyPanel() {
  const titleId = useId();
  const aimed = useTuner(selectAimed);
  const evaluation = useTuner(selectEvaluation);
  const chosenOn = useTuner(selectChosenOn);
  const { unit } = useTuner(selectPrices);
  if (evaluation === null || chosenOn === null) return null;
  const aim = aimed === null ? null : aimOf(aimed.objective);
  return (
    <section className="panel certaintyPanel" aria-labelledby={titleId}>
      <h2 id={titleId}>{translate('certainty.title')}</h2>
      {aimed === null || aim === null ? (
        <p>{translate('certainty.bound')}</p>
      ) : (
        <>
          <PresentValue aimed={aimed} aim={aim} words={aimWords(aimed.objective, unit)} evaluation={evaluation} />
          <FewCases evaluation={evaluation} />
          <BestThreshold aimed={aimed} words={aimWords(aimed.objective, unit)} chosenOn={chosenOn} />
        </>
      )}
    </section>
  );
}

interface PresentValueProps {
  readonly aimed: RuleChoice;
  readonly aim: Aim;
  readonly words: AimWords;
  readonly evaluation: Evaluation;
}

function PresentValue({ aimed, aim, words, evaluation }: PresentValueProps) {
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const confusion = useTuner(selectConfusion);
  const weights = useTuner(selectWeightKind);
  const { objective } = aimed;
  const proportion = objective.kind === 'metric' ? thresholdMetric(objective.id).proportion : null;
  const nameOf = useSplitName();
  const { interval, isLate } = usePresentInterval(aim.valueOf, proportion);
  if (confusion === null) return null;
  const value = aim.valueOf(confusion, threshold);
  const place = {
    rule: rule === '>=' ? '≥' : '>',
    threshold: formatThreshold(threshold),
    name: words.name,
    split: nameOf(evaluation.split),
  };
  if (Number.isNaN(value)) {
    const metric = objective.kind === 'metric' ? thresholdMetric(objective.id) : null;
    const code = metric?.undefinedReason(confusion, threshold) ?? null;
    const reason = translate(code === null ? 'certainty.undefinedHere' : (`undefined.${code}` as TextKey));
    return <p>{translate('certainty.undefined', { ...place, reason })}</p>;
  }
  const hasEnds = interval !== null && !Number.isNaN(interval.low) && interval.low < interval.high;
  return (
    <p className={isLate ? 'isLate' : undefined}>
      {translate('certainty.now', { ...place, value: words.format(value) })}{' '}
      {hasEnds && (
        <>
          {translate('certainty.between', { low: words.format(interval.low), high: words.format(interval.high) })}{' '}
          <Term explain={() => <p>{methodText(interval)}</p>}>{translate(`certainty.by.${interval.method}`)}</Term>
        </>
      )}
      {interval !== null && interval.low === interval.high && translate('certainty.noSpread')}
      {weights === 'weights' && <span className="hint"> {translate('certainty.weighted')}</span>}
    </p>
  );
}

function FewCases({ evaluation }: { readonly evaluation: Evaluation }) {
  const nameOf = useSplitName();
  if (fewestRowsOf(evaluation) >= FEW) return null;
  const positives = evaluation.index.positives.scores.length;
  const negatives = evaluation.index.negatives.scores.length;
  return (
    <p className="certaintyFew">
      {positives === 0 || negatives === 0
        ? translate('certainty.oneClass', { split: nameOf(evaluation.split) })
        : translate('certainty.few', { classes: positives + negatives, positives, negatives })}
    </p>
  );
}

interface BestThresholdProps {
  readonly aimed: RuleChoice;
  readonly words: AimWords;
  readonly chosenOn: Evaluation;
}

function BestThreshold({ aimed, words, chosenOn }: BestThresholdProps) {
  const rule = useTuner(selectRule);
  const { objective } = aimed;
  const question = useMemo(() => ({ kind: 'safeRange', rule, objective }) as const, [rule, objective]);
  const nameOf = useSplitName();
  const estimated = useEstimate('safeRange', chosenOn.split, question);
  if (estimated === null) return <p className="hint">{translate('certainty.waiting')}</p>;
  const { value, isLate } = estimated;
  if (value.kind === 'bound') return <p>{translate('certainty.bound')}</p>;
  if (value.kind === 'none') return <p>{translate('certainty.none', { split: nameOf(chosenOn.split) })}</p>;
  return (
    <div className={isLate ? 'isLate' : undefined} aria-busy={isLate}>
      <Found found={value} words={words} chosenOn={chosenOn} rule={rule} />
    </div>
  );
}

interface FoundProps {
  readonly found: SafeRange;
  readonly words: AimWords;
  readonly chosenOn: Evaluation;
  readonly rule: DecisionRule;
}

function Found({ found, words, chosenOn, rule }: FoundProps) {
  const { best, stretches, decimal, threshold: between, reached } = found;
  const { setThreshold } = useActions();
  const admissible = useTuner(selectAdmissible);
  const nameOf = useSplitName();
  if (chosenOn.low === chosenOn.high) return <p>{translate('certainty.tied')}</p>;
  const range = {
    low: shownThreshold(between.low, chosenOn),
    high: shownThreshold(between.high, chosenOn),
    from: words.format(reached.low),
    to: words.format(reached.high),
  };
  const ranges = stretches.map((stretch) => shownStretch(stretch, chosenOn)).join(', ');
  const isShorter = !Number.isNaN(decimal) && formatThreshold(decimal) !== formatThreshold(best);
  return (
    <>
      <p>
        {translate('certainty.best', {
          split: nameOf(chosenOn.split),
          best: shownThreshold(best, chosenOn),
          name: words.name,
          value: words.format(found.value),
        })}{' '}
        {translate(Number.isNaN(reached.low) ? 'certainty.reachedNothing' : 'certainty.bestBetween', range)}
      </p>
      <p>
        <Term
          explain={() => (
            <>
              <p>
                {translate('certainty.safeTerm', {
                  rows: chosenOn.rows,
                  count: found.nResamples,
                  seed: String(found.seed),
                })}
              </p>
              {!found.isComplete && <p>{translate('certainty.safeChosen')}</p>}
            </>
          )}
        >
          {translate('certainty.safe')}
        </Term>
        {': '}
        <strong>{ranges}</strong>
      </p>
      <SafeBar stretches={stretches} best={best} ranges={ranges} />
      <Verdict stretches={stretches} rule={rule} />
      {admissible !== null && <p className="hint">{translate('certainty.whatever')}</p>}
      {isShorter && (admissible === null || runAt(admissible.runs, decimal, rule) !== null) && (
        <p className="certaintyUse">
          {translate('certainty.short', { decimal: String(decimal), best: shownThreshold(best, chosenOn) })}
          <button type="button" className="button" onClick={() => setThreshold(decimal)}>
            {translate('certainty.use', { decimal: String(decimal) })}
          </button>
        </p>
      )}
    </>
  );
}

/** Whether the present threshold is as good as the best one. */
function Verdict({ stretches, rule }: { readonly stretches: readonly Stretch[]; readonly rule: DecisionRule }) {
  const isSafe = useTuner((state) => {
    const threshold = selectThreshold(state);
    return stretches.some(({ low, high }) =>
      rule === '>=' ? threshold > low && threshold <= high : threshold >= low && threshold < high,
    );
  });
  return <p>{translate(isSafe ? 'certainty.isSafe' : 'certainty.isWorse')}</p>;
}

function shownThreshold(threshold: number, { low, high }: Evaluation): string {
  if (threshold === Infinity) return translate('certainty.nobody');
  if (threshold === -Infinity) return translate('certainty.everybody');
  return formatThreshold(Math.max(low, Math.min(high, threshold)));
}

function shownStretch({ low, high }: Stretch, { low: least, high: greatest }: Evaluation): string {
  const ends = { low: formatThreshold(Math.max(low, least)), high: formatThreshold(Math.min(high, greatest)) };
  return ends.low === ends.high ? translate('certainty.only', { value: ends.high }) : translate('certainty.from', ends);
}
