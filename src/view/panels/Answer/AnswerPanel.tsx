import { useId, useMemo } from 'react';
import type { GoalQuestion } from '../../../core/choose/estimate.ts';
import { type Objective, objectiveProportion } from '../../../core/choose/objective.ts';
import { triageAt } from '../../../core/choose/triage.ts';
import { aimOf } from '../../../core/choose/worth.ts';
import { costOf } from '../../../core/cost/payoff.ts';
import { hasSpread } from '../../../core/intervals/interval.ts';
import { confusionAt } from '../../../core/scores/confusion.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatDecimal, formatMoney, formatPercent, formatThreshold } from '../../../i18n/format.ts';
import { fullStop, sentenceGap } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';
import { FEW, fewestRowsOf, intervalOfCounts, selectReportedOn, selectWeightKind } from '../../../state/certainty.ts';
import { selectDoubledPrice } from '../../../state/doubledPrice.ts';
import { selectAdmissible } from '../../../state/requirements.ts';
import { reviewerOf } from '../../../state/review.ts';
import { type RuleChoice, ruleEvaluation, selectGoalOrCost } from '../../../state/rules.ts';
import { selectChosenOn, selectPayoff, selectPrices, selectRule, selectScoreRange } from '../../../state/selectors.ts';
import { selectBestBand } from '../../../state/triage.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { useEstimate } from '../../chartState/useEstimate.ts';
import { useGoalQuestion } from '../../chartState/useGoalQuestion.ts';
import { useKeptElsewhere } from '../../chartState/useKeptElsewhere.ts';
import { brokenText } from '../../requirements/requirementWords.ts';
import { aimWords, roundedTotal } from '../../terms/aimWords.ts';
import { goalName } from '../../terms/goalName.ts';
import { lackingKey } from '../../terms/lackingKey.ts';
import { noneKey } from '../../terms/noneKey.ts';
import { stretchesText } from '../../terms/stretchesText.ts';
import { thresholdName } from '../../terms/thresholdName.ts';
import { useSplitName } from '../../terms/useSplitName.ts';
import './AnswerPanel.css';

/** Where to cut, what that comes to on other cases, and what else is as good: the panels' answers in a few short sentences. */
export function AnswerPanel() {
  const titleId = useId();
  const aimed = useTuner(selectGoalOrCost);
  const chosenOn = useTuner(selectChosenOn);
  const isRequired = useTuner((state) => selectAdmissible(state) !== null);
  const nameOf = useSplitName();
  if (aimed === null || chosenOn === null) return null;
  const { choice, objective } = aimed;
  const lacking = lackingKey(chosenOn, objective, isRequired);
  return (
    <section className="panel answerPanel" aria-labelledby={titleId}>
      <h2 id={titleId}>{translate('answer.title')}</h2>
      {choice.kind === 'none' ? (
        <p>{translate(noneKey(choice.reason), { split: nameOf(chosenOn.split) })}</p>
      ) : lacking !== null ? (
        <p>{translate(lacking, { split: nameOf(chosenOn.split) })}</p>
      ) : (
        <Answer aimed={aimed} threshold={choice.threshold} value={choice.value} chosenOn={chosenOn} />
      )}
    </section>
  );
}

interface AnswerProps {
  readonly aimed: RuleChoice;
  readonly threshold: number;
  readonly value: number;
  readonly chosenOn: Evaluation;
}

function Answer({ aimed, threshold, value, chosenOn }: AnswerProps) {
  const { unit } = useTuner(selectPrices);
  const reportedOn = useTuner(selectReportedOn);
  const question = useGoalQuestion('safeRange', aimed);
  const nameOf = useSplitName();
  const { objective } = aimed;
  const words = aimWords(objective, unit);
  const values = {
    threshold: formatThreshold(threshold),
    goal: goalName(objective, unit),
    split: nameOf(chosenOn.split),
    value: words.format(value),
  };
  const isTied = chosenOn.low === chosenOn.high;
  const flagsAll = threshold === -Infinity || (isTied && threshold !== Infinity);
  const cut = threshold === Infinity ? 'answer.nobody' : flagsAll ? 'answer.everybody' : 'answer.cut';
  if (isTied)
    return (
      <p>
        <strong>{translate(cut, values)}</strong>
        {sentenceGap()}
        {translate('certainty.tied')}
      </p>
    );
  return (
    <p>
      <strong>{translate(cut, values)}</strong>
      {sentenceGap()}
      {question?.required != null && translate('answer.within') + sentenceGap()}
      {reportedOn === null ? (
        translate('answer.sameRows', values)
      ) : (
        <>
          <Elsewhere aimed={aimed} threshold={threshold} reportedOn={reportedOn} />
          {sentenceGap()}
          {aimed.id !== 'amountCost' && <Mostly objective={objective} threshold={threshold} reportedOn={reportedOn} />}
          <Broken objective={objective} threshold={threshold} chosenOn={chosenOn} reportedOn={reportedOn} />
        </>
      )}
      {sentenceGap()}
      <Few chosenOn={chosenOn} />
      {sentenceGap()}
      {question !== null && !aimOf(objective).isCapacity && <AsGood question={question} chosenOn={chosenOn} />}
      {sentenceGap()}
      {aimed.id === 'lowestCost' && question?.required === null && (
        <Looks threshold={threshold} judgedOn={reportedOn ?? chosenOn} />
      )}
      {sentenceGap()}
      {aimed.id === 'lowestCost' && <Doubled judgedOn={reportedOn ?? chosenOn} />}
    </p>
  );
}

/** That the choice rests on few cases of a class; nothing where there are enough of both. */
function Few({ chosenOn }: { readonly chosenOn: Evaluation }) {
  const count = fewestRowsOf(chosenOn);
  if (count >= FEW) return null;
  const isOfPositives = chosenOn.index.positives.scores.length === count;
  return translate(isOfPositives ? 'answer.fewPositives' : 'answer.fewNegatives', { count });
}

/** What the best threshold comes to on the split it was not chosen on. */
function Elsewhere({ aimed, threshold, reportedOn }: { aimed: RuleChoice; threshold: number; reportedOn: Evaluation }) {
  const rule = useTuner(selectRule);
  const { unit } = useTuner(selectPrices);
  const weighed = useTuner((state) => ruleEvaluation(state, aimed.id, reportedOn));
  if (weighed === null) return null;
  const { objective } = aimed;
  const words = aimWords(objective, unit);
  const aim = aimOf(objective);
  const here = aim.valueOf(confusionAt(weighed.index, threshold, rule), threshold);
  return translate(aim.isTotal ? 'answer.elsewhereTotal' : 'answer.elsewhere', {
    split: reportedOn.split,
    rows: weighed.rows,
    name: words.name,
    value: words.format(here),
  });
}

interface MostlyProps {
  readonly objective: Objective;
  readonly threshold: number;
  readonly reportedOn: Evaluation;
}

/** How far that could be off on other cases, where rows can be drawn from their counts. */
function Mostly({ objective, threshold, reportedOn }: MostlyProps) {
  const rule = useTuner(selectRule);
  const isWeighted = useTuner(selectWeightKind) === 'weights';
  const { unit } = useTuner(selectPrices);
  const confusion = useMemo(() => confusionAt(reportedOn.index, threshold, rule), [reportedOn, threshold, rule]);
  if (isWeighted) return null;
  const interval = intervalOfCounts(
    confusion,
    (each) => aimOf(objective).valueOf(each, threshold),
    objectiveProportion(objective),
  );
  if (interval === null || !hasSpread(interval)) return null;
  const [low, high] = aimWords(objective, unit).formatEnds(interval.low, interval.high);
  return translate('certainty.between', { low, high }) + fullStop();
}

interface BrokenProps {
  readonly objective: Objective;
  readonly threshold: number;
  readonly chosenOn: Evaluation;
  readonly reportedOn: Evaluation;
}

/** Which bounds the best threshold does not keep to on the split it was not chosen on; nothing where it keeps to all. */
function Broken({ objective, threshold, chosenOn, reportedOn }: BrokenProps) {
  const { unit } = useTuner(selectPrices);
  const kept = useKeptElsewhere(objective, threshold, chosenOn, reportedOn);
  const list = brokenText(kept, unit);
  if (list === '') return null;
  return (
    <strong>
      {sentenceGap()}
      {translate('honest.broken', { reported: reportedOn.split, list })}
    </strong>
  );
}

/** Which other thresholds are as good, once that is worked out for this very goal. */
function AsGood({ question, chosenOn }: { question: GoalQuestion & { kind: 'safeRange' }; chosenOn: Evaluation }) {
  const estimated = useEstimate('safeRange', chosenOn.split, question);
  if (estimated === null || estimated.isLate) return translate('answer.waiting');
  const { value } = estimated;
  if (value.kind === 'none' || value.stretches.length === 0) return null;
  const ranges = stretchesText(value.stretches, chosenOn);
  const isShorter = !Number.isNaN(value.decimal) && formatThreshold(value.decimal) !== formatThreshold(value.best);
  return isShorter
    ? translate('answer.asGoodShort', { ranges, decimal: formatDecimal(value.decimal) })
    : translate('answer.asGood', { ranges });
}

/** What the best review band would come to, where that is cheaper still; nothing while one is in use. */
function Looks({ threshold, judgedOn }: { threshold: number; judgedOn: Evaluation }) {
  const rule = useTuner(selectRule);
  const payoff = useTuner(selectPayoff);
  const review = useTuner((state) => state.decision.review);
  const best = useTuner(selectBestBand);
  const { low, high } = useTuner(selectScoreRange);
  const { unit } = useTuner(selectPrices);
  const nameOf = useSplitName();
  if (best === null || best.lower === best.upper || review.band !== null) return null;
  const outcome = triageAt(judgedOn.index, best, rule, payoff, reviewerOf(review));
  const alone = costOf(confusionAt(judgedOn.index, threshold, rule), payoff);
  if (!(outcome.cost < alone)) return null;
  return translate('answer.looks', {
    price: formatMoney(review.price, unit),
    accuracy: formatPercent(review.accuracy, 0),
    lower: formatThreshold(Math.max(best.lower, low)),
    upper: formatThreshold(Math.min(best.upper, high)),
    cost: formatMoney(roundedTotal(outcome.cost), unit),
    split: nameOf(judgedOn.split),
  });
}

/** What would be chosen if a miss cost twice as much, and what that would cost where it was not chosen. */
function Doubled({ judgedOn }: { readonly judgedOn: Evaluation }) {
  const doubled = useTuner(selectDoubledPrice);
  const rule = useTuner(selectRule);
  const { unit } = useTuner(selectPrices);
  const nameOf = useSplitName();
  if (doubled === null) return null;
  const { before, after, payoff } = doubled;
  const costAt = (threshold: number) => formatMoney(costOf(confusionAt(judgedOn.index, threshold, rule), payoff), unit);
  return translate(Object.is(before.threshold, after.threshold) ? 'answer.doubledSame' : 'answer.doubled', {
    threshold: thresholdName(after.threshold),
    before: thresholdName(before.threshold),
    cost: costAt(after.threshold),
    costBefore: costAt(before.threshold),
    split: nameOf(judgedOn.split),
  });
}
