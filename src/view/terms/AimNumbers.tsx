import { optimismOf } from '../../core/choose/optimism.ts';
import { type Aim, aimOf } from '../../core/choose/worth.ts';
import { confusionAt } from '../../core/scores/confusion.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { formatThreshold } from '../../i18n/format.ts';
import { sentenceGap } from '../../i18n/joined.ts';
import { translate } from '../../i18n/translate.ts';
import { selectReportedOn, selectWeightKind } from '../../state/certainty.ts';
import { type RuleChoice, ruleEvaluation, selectGoalOrCost } from '../../state/rules.ts';
import { selectChosenOn, selectPrices, selectRule, selectThreshold } from '../../state/selectors.ts';
import { useTuner } from '../../state/useTuner.ts';
import { useEstimate } from '../chartState/useEstimate.ts';
import { useGoalQuestion } from '../chartState/useGoalQuestion.ts';
import { type AimWords, aimWords } from './aimWords.ts';
import { noneKey } from './noneKey.ts';
import { stretchesText } from './stretchesText.ts';
import { thresholdName } from './thresholdName.ts';
import { useSplitName } from './useSplitName.ts';

export const ESTIMATED = ['bootstrap', 'safeRange', 'optimism', 'outOfBag'] as const;
export type EstimatedTopic = (typeof ESTIMATED)[number];

interface AimedProps {
  readonly aimed: RuleChoice;
  readonly chosenOn: Evaluation;
}

/** What a term of choosing comes to for the goal in force: worked out when its card is opened. */
export function AimNumbers({ topic }: { readonly topic: EstimatedTopic }) {
  const aimed = useTuner(selectGoalOrCost);
  const chosenOn = useTuner(selectChosenOn);
  const reportedOn = useTuner(selectReportedOn);
  const nameOf = useSplitName();
  if (aimed === null || chosenOn === null) return null;
  if (aimed.choice.kind === 'none')
    return <p>{translate(noneKey(aimed.choice.reason), { split: nameOf(chosenOn.split) })}</p>;
  if (topic === 'optimism' && reportedOn !== null) return <BetweenSplits aimed={aimed} {...{ chosenOn, reportedOn }} />;
  return topic === 'bootstrap' || topic === 'safeRange' ? (
    <Drawn topic={topic} aimed={aimed} chosenOn={chosenOn} />
  ) : (
    <LeftOut topic={topic} aimed={aimed} chosenOn={chosenOn} />
  );
}

/** From draws of the rows: where the best threshold would lie, and which others are as good. */
function Drawn({ topic, aimed, chosenOn }: AimedProps & { readonly topic: 'bootstrap' | 'safeRange' }) {
  const question = useGoalQuestion('safeRange', aimed);
  const estimated = useEstimate('safeRange', chosenOn.split, question);
  const present = useTuner(selectThreshold);
  const nameOf = useSplitName();
  if (estimated === null || estimated.isLate) return <p role="status">{translate('certainty.waiting')}</p>;
  const { value } = estimated;
  if (value.kind === 'none') return <p>{translate(noneKey(value.reason), { split: nameOf(chosenOn.split) })}</p>;
  return (
    <p>
      {topic === 'safeRange'
        ? translate('certainty.bar', {
            ranges: stretchesText(value.stretches, chosenOn),
            best: thresholdName(value.best, chosenOn),
            threshold: formatThreshold(present),
          })
        : translate('topic.bootstrap.numbers', {
            count: value.nResamples,
            low: thresholdName(value.threshold.low, chosenOn),
            high: thresholdName(value.threshold.high, chosenOn),
          })}
    </p>
  );
}

/** From rows that had no part in the choice. */
function LeftOut({ topic, aimed, chosenOn }: AimedProps & { readonly topic: 'optimism' | 'outOfBag' }) {
  const question = useGoalQuestion('outOfBag', aimed);
  const estimated = useEstimate('outOfBag', chosenOn.split, question);
  const { unit } = useTuner(selectPrices);
  const nameOf = useSplitName();
  if (estimated === null || estimated.isLate) return <p role="status">{translate('honest.waiting')}</p>;
  const { value } = estimated;
  const split = nameOf(chosenOn.split);
  if (value.kind === 'tooManyRows') return <p>{translate('honest.tooManyRows', { limit: value.limit })}</p>;
  if (value.kind === 'none') return <p>{translate(noneKey(value.reason), { split })}</p>;
  if (Number.isNaN(value.honest)) return <p>{translate('honest.undefined', { reported: split })}</p>;
  const words = aimWords(aimed.objective, unit);
  return (
    <p>
      {translate(`topic.${topic}.numbers`, {
        name: words.name,
        chosen: words.format(value.chosen),
        honest: words.format(value.honest),
        difference: words.format(value.chosen - value.honest),
      })}
      {topic === 'optimism' && whichIsBetter(value.chosen - value.honest, aimOf(aimed.objective), words)}
    </p>
  );
}

interface BetweenSplitsProps extends AimedProps {
  readonly reportedOn: Evaluation;
}

function BetweenSplits({ aimed, chosenOn, reportedOn }: BetweenSplitsProps) {
  const rule = useTuner(selectRule);
  const weights = useTuner(selectWeightKind);
  const { unit } = useTuner(selectPrices);
  const from = useTuner((state) => ruleEvaluation(state, aimed.id, chosenOn));
  const to = useTuner((state) => ruleEvaluation(state, aimed.id, reportedOn));
  if (from === null || to === null || aimed.choice.kind === 'none') return null;
  const best = aimed.choice.threshold;
  const [there, here] = [from, to].map(({ index }) => confusionAt(index, best, rule));
  const areCounts = weights !== 'weights' && aimed.id !== 'amountCost';
  const aim = aimOf(aimed.objective);
  const words = aimWords(aimed.objective, unit);
  const { difference } = optimismOf(there, here, best, aim, areCounts);
  if (Number.isNaN(difference)) return <p>{translate('honest.undefined', { reported: reportedOn.split })}</p>;
  return (
    <p>
      {translate('honest.optimism', {
        chosen: chosenOn.split,
        reported: reportedOn.split,
        difference: words.format(difference),
      })}
      {whichIsBetter(difference, aim, words)}
    </p>
  );
}

/** On which rows it is better: where less is better, the sign of the difference says it the other way round. */
function whichIsBetter(difference: number, { better, isCapacity }: Aim, words: AimWords): string {
  const by = words.format(Math.abs(difference));
  if (isCapacity || by === words.format(0)) return '';
  const isFlattering = difference > 0 === (better === 'higher');
  return (
    sentenceGap() +
    translate(isFlattering ? 'topic.optimism.flatters' : 'topic.optimism.surpasses', {
      difference: by,
    })
  );
}
