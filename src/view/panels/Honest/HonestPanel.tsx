import { useId, useMemo } from 'react';
import { optimismOf } from '../../../core/choose/optimism.ts';
import type { OutOfBag } from '../../../core/choose/outOfBag.ts';
import { type Aim, aimOf } from '../../../core/choose/worth.ts';
import { confusionAt } from '../../../core/scores/confusion.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatCount, formatThreshold } from '../../../i18n/format.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import { selectAimed } from '../../../state/aimed.ts';
import { selectReportedOn, selectTried, selectWeightKind } from '../../../state/certainty.ts';
import type { RuleChoice } from '../../../state/rules.ts';
import { selectChosenOn, selectEvaluations, selectPrices, selectRule } from '../../../state/selectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { useEstimate } from '../../chartState/useEstimate.ts';
import { Term } from '../../controls/Term.tsx';
import { type AimWords, aimWords } from '../../terms/aimWords.ts';
import { useSplitName } from '../../terms/useSplitName.ts';
import './HonestPanel.css';

/** What the best threshold is worth on rows it was not chosen on. */
export function HonestPanel() {
  const titleId = useId();
  const aimed = useTuner(selectAimed);
  const chosenOn = useTuner(selectChosenOn);
  const reportedOn = useTuner(selectReportedOn);
  const { unit } = useTuner(selectPrices);
  const nameOf = useSplitName();
  if (chosenOn === null) return null;
  const aim = aimed === null ? null : aimOf(aimed.objective);
  const parts = aimed === null || aim === null ? null : { aimed, aim, words: aimWords(aimed.objective, unit) };
  return (
    <section className="panel honestPanel" aria-labelledby={titleId}>
      <h2 id={titleId}>{translate('honest.title')}</h2>
      {parts === null ? (
        <p>{translate('certainty.bound')}</p>
      ) : parts.aimed.choice.kind === 'none' ? (
        <p>{translate(noneKey(parts.aimed.choice.reason), { split: nameOf(chosenOn.split) })}</p>
      ) : reportedOn === null ? (
        <OneSplit aimed={parts.aimed} words={parts.words} chosenOn={chosenOn} />
      ) : (
        <TwoSplits {...parts} chosenOn={chosenOn} reportedOn={reportedOn} />
      )}
    </section>
  );
}

const noneKey = (reason: string): TextKey => (reason === 'requirementsUnmet' ? 'certainty.unmet' : 'certainty.none');

interface PartProps {
  readonly aimed: RuleChoice;
  readonly aim: Aim;
  readonly words: AimWords;
  readonly chosenOn: Evaluation;
}

function TwoSplits({ aimed, aim, words, chosenOn, reportedOn }: PartProps & { readonly reportedOn: Evaluation }) {
  const rule = useTuner(selectRule);
  const areCounts = useTuner(selectWeightKind) !== 'weights';
  const best = aimed.choice.kind === 'found' ? aimed.choice.threshold : Number.NaN;
  const optimism = useMemo(() => {
    const [there, here] = [chosenOn, reportedOn].map(({ index }) => confusionAt(index, best, rule));
    return optimismOf(there, here, best, aim, areCounts);
  }, [aim, best, rule, chosenOn, reportedOn, areCounts]);
  const [chosen, reported] = [chosenOn.split, reportedOn.split];
  const there = aim.isTotal ? aim.valueOf(confusionAt(chosenOn.index, best, rule), best) : optimism.there;
  const isScaled = aim.isTotal && words.format(there) !== words.format(optimism.there);
  const values = {
    chosen,
    reported,
    threshold: formatThreshold(best),
    name: words.name,
    there: words.format(there),
    here: words.format(optimism.here),
    scaled: words.format(optimism.there),
    rows: formatCount(reportedOn.rows),
    difference: words.format(Math.abs(optimism.difference)),
  };
  const signed = words.format(optimism.difference);
  const range = { low: words.format(optimism.low), high: words.format(optimism.high) };
  const hasEnds = !Number.isNaN(optimism.low);
  return (
    <>
      <p>
        {translate('honest.lead', values)} {translate(isScaled ? 'honest.resultTotal' : 'honest.result', values)}
      </p>
      {Number.isNaN(optimism.difference) ? (
        <p>{translate('honest.undefined', values)}</p>
      ) : (
        <>
          <p>
            <strong>{translate(verdictOf(optimism.difference, aim), values)}</strong>
          </p>
          <p>
            {translate('honest.optimism', { ...values, difference: signed })}
            {hasEnds && translate('honest.between', range)}.{' '}
            {hasEnds && translate(optimism.low <= 0 && optimism.high >= 0 ? 'honest.chance' : 'honest.noChance')}
          </p>
        </>
      )}
      <Tried chosen={chosen} reported={reported} />
    </>
  );
}

function verdictOf(difference: number, { better }: Aim) {
  if (difference === 0) return 'honest.same' as const;
  if (difference > 0 !== (better === 'higher')) return 'honest.better' as const;
  return better === 'higher' ? ('honest.worseHigher' as const) : ('honest.worseLower' as const);
}

/** So many looks are enough to be led by chance. */
const MANY = 10;

function Tried({ chosen, reported }: { readonly chosen: string; readonly reported: string }) {
  const count = useTuner((state) => selectTried(state, reported));
  const nameOf = useSplitName();
  if (count === 0) return null;
  const remark = translate(count < MANY ? 'honest.triedFew' : 'honest.triedMany', { chosen });
  return <p className="hint">{translate('honest.tried', { reported: nameOf(reported), count, remark })}</p>;
}

function OneSplit({ aimed, words, chosenOn }: Omit<PartProps, 'aim'>) {
  const rule = useTuner(selectRule);
  const evaluations = useTuner(selectEvaluations);
  const { objective } = aimed;
  const question = useMemo(() => ({ kind: 'outOfBag', rule, objective }) as const, [rule, objective]);
  const nameOf = useSplitName();
  const estimated = useEstimate('outOfBag', chosenOn.split, question);
  const others = evaluations.filter((evaluation) => evaluation !== chosenOn).map(({ split }) => split);
  return (
    <>
      {estimated === null ? (
        <p className="hint">{translate('honest.waiting')}</p>
      ) : (
        <div className={estimated.isLate ? 'isLate' : undefined} aria-busy={estimated.isLate}>
          {estimated.value.kind === 'found' ? (
            <OutOfBagWords found={estimated.value} words={words} split={nameOf(chosenOn.split)} />
          ) : estimated.value.kind === 'tooManyRows' ? (
            <p>{translate('honest.tooManyRows', { limit: estimated.value.limit })}</p>
          ) : (
            <p>{translate('certainty.none', { split: nameOf(chosenOn.split) })}</p>
          )}
        </div>
      )}
      {others.length > 0 && <p>{translate('honest.others', { others: others.join(', ') })}</p>}
      <Tried chosen={chosenOn.split} reported={chosenOn.split} />
    </>
  );
}

interface OutOfBagWordsProps {
  readonly found: OutOfBag;
  readonly words: AimWords;
  readonly split: string;
}

function OutOfBagWords({ found, words, split }: OutOfBagWordsProps) {
  if (Number.isNaN(found.honest)) return <p>{translate('honest.undefined', { reported: split })}</p>;
  return (
    <>
      <p>
        {translate('honest.outOfBag', {
          split,
          chosen: words.format(found.chosen),
          honest: words.format(found.honest),
          low: words.format(found.low),
          high: words.format(found.high),
        })}
      </p>
      <p>
        <Term
          explain={() => (
            <p>{translate('honest.outOfBagTerm', { count: found.nResamples, seed: String(found.seed) })}</p>
          )}
        >
          {translate('honest.outOfBagOptimism', { difference: words.format(found.chosen - found.honest) })}
        </Term>
      </p>
    </>
  );
}
