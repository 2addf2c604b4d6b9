import type { GoalQuestion } from '../../../core/choose/estimate.ts';
import type { SafeRange } from '../../../core/choose/safeRange.ts';
import type { Stretch } from '../../../core/choose/shortestDecimal.ts';
import { aimOf } from '../../../core/choose/worth.ts';
import { hasSpread } from '../../../core/intervals/interval.ts';
import type { DecisionRule } from '../../../core/scores/confusion.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatCount, formatDecimal, formatPercent, formatThreshold } from '../../../i18n/format.ts';
import { colon, joinedSentences, sentenceGap } from '../../../i18n/joined.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import type { RuleChoice } from '../../../state/rules.ts';
import { selectEvaluations, selectPrices, selectThreshold } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { useEstimate } from '../../chartState/useEstimate.ts';
import { demandsOf, useGoalQuestion } from '../../chartState/useGoalQuestion.ts';
import { requirementsText } from '../../requirements/requirementWords.ts';
import { aimWords } from '../../terms/aimWords.ts';
import { noneKey } from '../../terms/noneKey.ts';
import { stretchesText } from '../../terms/stretchesText.ts';
import { TopicTerm } from '../../terms/TopicTerm.tsx';
import { thresholdName } from '../../terms/thresholdName.ts';
import { useSplitName } from '../../terms/useSplitName.ts';
import { SafeBar } from './SafeBar.tsx';

interface BestThresholdProps {
  readonly aimed: RuleChoice;
  readonly chosenOn: Evaluation;
}

/** The best threshold for a goal, where it would lie on other cases, and which others are as good; a late answer speaks of its own goal. */
export function BestThreshold({ aimed, chosenOn }: BestThresholdProps) {
  const question = useGoalQuestion('safeRange', aimed);
  const evaluations = useTuner(selectEvaluations);
  const nameOf = useSplitName();
  const estimated = useEstimate('safeRange', chosenOn.split, question);
  if (estimated === null) return <p className="hint">{translate('certainty.waiting')}</p>;
  const { value, isLate } = estimated;
  const of = evaluations.find(({ split }) => split === estimated.split) ?? chosenOn;
  if (value.kind === 'none')
    return (
      <p className={isLate ? 'isLate' : undefined}>{translate(noneKey(value.reason), { split: nameOf(of.split) })}</p>
    );
  return (
    <div className={isLate ? 'isLate' : undefined} aria-busy={isLate}>
      <Found found={value} question={estimated.question} chosenOn={of} />
    </div>
  );
}

interface FoundProps {
  readonly found: SafeRange;
  readonly question: GoalQuestion;
  readonly chosenOn: Evaluation;
}

function Found({ found, question, chosenOn }: FoundProps) {
  const { best, stretches, decimal, threshold: between, reached, required } = found;
  const { objective } = question;
  const { setThreshold } = useActions();
  const { unit } = useTuner(selectPrices);
  const words = aimWords(objective, unit);
  const aim = aimOf(objective);
  const nameOf = useSplitName();
  if (chosenOn.low === chosenOn.high) return <p>{translate('certainty.tied')}</p>;
  const [from, to] = words.formatEnds(reached.low, reached.high);
  const range = {
    low: thresholdName(between.low, chosenOn),
    high: thresholdName(between.high, chosenOn),
    from,
    to,
  };
  const ranges = stretchesText(stretches, chosenOn);
  const isShorter = !Number.isNaN(decimal) && formatThreshold(decimal) !== formatThreshold(best);
  return (
    <>
      <p>
        {translate('certainty.best', {
          split: nameOf(chosenOn.split),
          best: thresholdName(best, chosenOn),
          name: words.name,
          value: words.format(found.value),
        })}
        {sentenceGap()}
        {translate(chosenAnewKey(between, reached, aim.isCapacity), range)}
      </p>
      {required !== null && <Required required={required} question={question} nResamples={found.nResamples} />}
      {aim.isCapacity ? (
        <p>{translate('certainty.capacity')}</p>
      ) : (
        <Safe found={found} question={question} chosenOn={chosenOn} ranges={ranges} />
      )}
      {isShorter && (
        <p className="certaintyUse">
          {translate('certainty.short', { decimal: formatDecimal(decimal), best: thresholdName(best, chosenOn) })}
          <button type="button" className="button" onClick={() => setThreshold(decimal)}>
            {translate('certainty.use', { decimal: formatDecimal(decimal) })}
          </button>
        </p>
      )}
    </>
  );
}

/** How what would be chosen on other cases, and what it would reach there, is said. */
function chosenAnewKey(threshold: SafeRange['threshold'], reached: SafeRange['reached'], isCapacity: boolean): TextKey {
  const isSame = threshold.low === threshold.high;
  if (!hasSpread(reached) || isCapacity) return isSame ? 'certainty.noSpread' : 'certainty.reachedNothing';
  return isSame ? 'certainty.bestSame' : 'certainty.bestBetween';
}

interface SafeProps extends FoundProps {
  readonly ranges: string;
}

/** Every threshold that is as good as the best. */
function Safe({ found, question, chosenOn, ranges }: SafeProps) {
  const { stretches, best } = found;
  const { positives, negatives } = chosenOn;
  const isRange = stretches.some(({ low, high }) => low < high);
  const isFewPositives = positives <= negatives;
  const nameOf = useSplitName();
  return (
    <>
      <p>
        <TopicTerm
          topic="safeRange"
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
        </TopicTerm>
        {colon()}
        <strong>{ranges}</strong>
      </p>
      <SafeBar stretches={stretches} best={best} ranges={ranges} />
      <Verdict stretches={stretches} rule={question.rule} />
      {isRange && (
        <p className="hint">
          {translate(isFewPositives ? 'certainty.chancePositives' : 'certainty.chanceNegatives', {
            count: isFewPositives ? positives : negatives,
            split: nameOf(chosenOn.split),
          })}
        </p>
      )}
      {found.required !== null && (
        <p className="hint">
          {joinedSentences([
            translate('certainty.withinRequired', { split: nameOf(chosenOn.split) }),
            ...(found.required.isFixed
              ? []
              : [
                  translate('certainty.nearBound', {
                    low: thresholdName(found.threshold.low, chosenOn),
                    high: thresholdName(found.threshold.high, chosenOn),
                  }),
                ]),
          ])}
        </p>
      )}
    </>
  );
}

interface RequiredProps {
  readonly required: NonNullable<SafeRange['required']>;
  readonly question: GoalQuestion;
  readonly nResamples: number;
}

/** How often the best threshold would keep to its bounds on other cases, and how often no threshold would. */
function Required({ required, question, nResamples }: RequiredProps) {
  const { unit } = useTuner(selectPrices);
  const { unmet, kept, isFixed } = required;
  const what = requirementsText(demandsOf(question), unit);
  return (
    <p>
      {isFixed
        ? translate('certainty.requiredFixed', { what })
        : translate('certainty.kept', { what, share: formatPercent(kept, 0) })}
      {unmet > 0 && sentenceGap() + translate('certainty.unmetDraws', { count: formatCount(unmet), total: nResamples })}
    </p>
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
