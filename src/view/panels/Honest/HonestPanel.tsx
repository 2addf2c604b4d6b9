import { useId, useMemo } from 'react';
import type { GoalQuestion } from '../../../core/choose/estimate.ts';
import type { Objective } from '../../../core/choose/objective.ts';
import { optimismOf } from '../../../core/choose/optimism.ts';
import type { OutOfBag } from '../../../core/choose/outOfBag.ts';
import { type Aim, aimOf } from '../../../core/choose/worth.ts';
import { hasSpread } from '../../../core/intervals/interval.ts';
import { confusionAt } from '../../../core/scores/confusion.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatCount, formatPercent, formatThreshold } from '../../../i18n/format.ts';
import { joinedList, joinedSentences, sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { selectReportedOn, selectWeightKind } from '../../../state/certainty.ts';
import { selectTried } from '../../../state/looks.ts';
import { selectAdmissible } from '../../../state/requirements.ts';
import type { RuleId } from '../../../state/ruleSettings.ts';
import { type RuleChoice, ruleEvaluation, selectGoalOrCost } from '../../../state/rules.ts';
import { selectChosenOn, selectEvaluations, selectPrices, selectRule } from '../../../state/selectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { useEstimate } from '../../chartState/useEstimate.ts';
import { demandsOf, useGoalQuestion } from '../../chartState/useGoalQuestion.ts';
import { useKeptElsewhere } from '../../chartState/useKeptElsewhere.ts';
import { brokenText, requirementsText } from '../../requirements/requirementWords.ts';
import { type AimWords, aimWords } from '../../terms/aimWords.ts';
import { lackingKey } from '../../terms/lackingKey.ts';
import { noneKey } from '../../terms/noneKey.ts';
import { TopicTerm } from '../../terms/TopicTerm.tsx';
import { useSplitName } from '../../terms/useSplitName.ts';
import './HonestPanel.css';

/** What the best threshold is worth on rows it was not chosen on. */
export function HonestPanel() {
  const titleId = useId();
  const aimed = useTuner(selectGoalOrCost);
  const chosenOn = useTuner(selectChosenOn);
  const isRequired = useTuner((state) => selectAdmissible(state) !== null);
  const reportedOn = useTuner(selectReportedOn);
  const { unit } = useTuner(selectPrices);
  const nameOf = useSplitName();
  if (chosenOn === null || aimed === null) return null;
  const { objective, choice } = aimed;
  const lacking = lackingKey(chosenOn, objective, isRequired);
  return (
    <section className="panel honestPanel" aria-labelledby={titleId}>
      <h2 id={titleId}>{translate('honest.title')}</h2>
      {choice.kind === 'none' ? (
        <p>{translate(noneKey(choice.reason), { split: nameOf(chosenOn.split) })}</p>
      ) : lacking !== null ? (
        <p>{translate(lacking, { split: nameOf(chosenOn.split) })}</p>
      ) : reportedOn === null ? (
        <OneSplit aimed={aimed} chosenOn={chosenOn} />
      ) : (
        <TwoSplits
          id={aimed.id}
          objective={objective}
          best={choice.threshold}
          words={aimWords(objective, unit)}
          chosenOn={chosenOn}
          reportedOn={reportedOn}
        />
      )}
    </section>
  );
}

interface TwoSplitsProps {
  readonly id: RuleId;
  readonly objective: Objective;
  /** The threshold chosen. */
  readonly best: number;
  readonly words: AimWords;
  readonly chosenOn: Evaluation;
  readonly reportedOn: Evaluation;
}

function TwoSplits({ id, objective, best, words, chosenOn, reportedOn }: TwoSplitsProps) {
  const rule = useTuner(selectRule);
  const weights = useTuner(selectWeightKind);
  const isByAmount = id === 'amountCost';
  const from = useTuner((state) => ruleEvaluation(state, id, chosenOn));
  const to = useTuner((state) => ruleEvaluation(state, id, reportedOn));
  const areCounts = weights !== 'weights' && !isByAmount;
  const aim = useMemo(() => aimOf(objective), [objective]);
  const optimism = useMemo(() => {
    if (from === null || to === null) return null;
    const [there, here] = [from, to].map(({ index }) => confusionAt(index, best, rule));
    return optimismOf(there, here, best, aim, areCounts);
  }, [aim, best, rule, from, to, areCounts]);
  if (optimism === null || from === null || to === null)
    return <p className="hint">{translate('rule.amountsPending')}</p>;
  const [chosen, reported] = [chosenOn.split, reportedOn.split];
  const there = aim.isTotal ? aim.valueOf(confusionAt(from.index, best, rule), best) : optimism.there;
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
    cases: aim.isTotal ? translate('honest.soManyCases', { count: to.rows }) : translate('honest.newCases'),
    difference: words.format(Math.abs(optimism.difference)),
  };
  const signed = words.format(optimism.difference);
  const [low, high] = words.formatEnds(optimism.low, optimism.high);
  const range = { low, high };
  const hasEnds = hasSpread(optimism);
  const isAlike = optimism.low === optimism.high;
  return (
    <>
      <p>
        {translate('honest.lead', values)}
        {sentenceGap()}
        {translate('honest.result', values)}
        {isScaled && sentenceGap() + translate(isByAmount ? 'honest.scaledAmounts' : 'honest.scaled', values)}
      </p>
      {Number.isNaN(optimism.difference) ? (
        <p>{translate('honest.undefined', values)}</p>
      ) : (
        <>
          <p>
            <strong>{translate(verdictOf(optimism.difference, aim), values)}</strong>
            {sentenceGap()}
            <KeptThere objective={objective} best={best} chosenOn={chosenOn} reportedOn={reportedOn} />
          </p>
          <p>
            {translate(hasEnds ? 'honest.optimismBetween' : 'honest.optimism', {
              ...values,
              ...range,
              difference: signed,
            })}
            {sentenceGap()}
            {hasEnds && translate(optimism.low <= 0 && optimism.high >= 0 ? 'honest.chance' : 'honest.noChance')}
            {isAlike && translate('certainty.noSpread')}
          </p>
        </>
      )}
      <Tried chosen={chosen} reported={reported} />
    </>
  );
}

function verdictOf(difference: number, { better, isCapacity }: Aim) {
  if (isCapacity) return 'honest.capacity' as const;
  if (difference === 0) return 'honest.same' as const;
  if (difference > 0 !== (better === 'higher')) return 'honest.better' as const;
  return better === 'higher' ? ('honest.worseHigher' as const) : ('honest.worseLower' as const);
}

interface KeptThereProps {
  readonly objective: Objective;
  readonly best: number;
  readonly chosenOn: Evaluation;
  readonly reportedOn: Evaluation;
}

/** Whether the best threshold keeps to its bounds on the other split; totals for as many rows as it was chosen on. */
function KeptThere({ objective, best, chosenOn, reportedOn }: KeptThereProps) {
  const { unit } = useTuner(selectPrices);
  const kept = useKeptElsewhere(objective, best, chosenOn, reportedOn);
  if (kept.length === 0) return null;
  const broken = brokenText(kept, unit);
  const reported = reportedOn.split;
  const said =
    broken === ''
      ? translate('honest.kept', {
          reported,
          what: requirementsText(
            kept.map(({ requirement }) => requirement),
            unit,
          ),
        })
      : translate('honest.broken', { reported, list: broken });
  if (!kept.some(({ isScaled }) => isScaled)) return said;
  const note = translate('honest.totalsScaled', { chosen: chosenOn.split, rows: formatCount(chosenOn.rows) });
  return joinedSentences([said, note]);
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

interface OneSplitProps {
  readonly aimed: RuleChoice;
  readonly chosenOn: Evaluation;
}

function OneSplit({ aimed, chosenOn }: OneSplitProps) {
  const evaluations = useTuner(selectEvaluations);
  const question = useGoalQuestion('outOfBag', aimed);
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
            <OutOfBagWords found={estimated.value} question={estimated.question} split={nameOf(estimated.split)} />
          ) : estimated.value.kind === 'tooManyRows' ? (
            <p>{translate('honest.tooManyRows', { limit: estimated.value.limit })}</p>
          ) : (
            <p>{translate(noneKey(estimated.value.reason), { split: nameOf(estimated.split) })}</p>
          )}
        </div>
      )}
      {others.length > 0 && <p>{translate('honest.others', { others: joinedList(others) })}</p>}
      <Tried chosen={chosenOn.split} reported={chosenOn.split} />
    </>
  );
}

interface OutOfBagWordsProps {
  readonly found: OutOfBag;
  readonly question: GoalQuestion;
  readonly split: string;
}

function OutOfBagWords({ found, question, split }: OutOfBagWordsProps) {
  const { unit } = useTuner(selectPrices);
  const words = aimWords(question.objective, unit);
  const { required } = found;
  const [low, high] = words.formatEnds(found.low, found.high);
  if (Number.isNaN(found.honest)) return <p>{translate('honest.undefined', { reported: split })}</p>;
  return (
    <>
      <p>
        {translate('honest.outOfBag', {
          split,
          chosen: words.format(found.chosen),
          honest: words.format(found.honest),
          low,
          high,
        })}
        {found.low === found.high && sentenceGap() + translate('certainty.noSpread')}
      </p>
      {required !== null && (
        <p>
          {required.isFixed
            ? translate('honest.keptFixed')
            : translate('honest.keptOutside', {
                share: formatPercent(required.kept, 0),
                what: requirementsText(demandsOf(question), unit),
              })}
          {required.unmet > 0 && sentenceGap() + translate('honest.unmetDraws', { count: formatCount(required.unmet) })}
        </p>
      )}
      <p>
        <TopicTerm
          topic="outOfBag"
          explain={() => (
            <p>{translate('honest.outOfBagTerm', { count: found.nResamples, seed: String(found.seed) })}</p>
          )}
        >
          {translate('honest.outOfBagOptimism', { difference: words.format(found.chosen - found.honest) })}
        </TopicTerm>
      </p>
    </>
  );
}
