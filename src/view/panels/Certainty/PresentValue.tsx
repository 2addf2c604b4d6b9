import { type Objective, objectiveProportion, objectiveValue } from '../../../core/choose/objective.ts';
import type { AmountColumns } from '../../../core/cost/amounts.ts';
import { hasSpread, type Interval } from '../../../core/intervals/interval.ts';
import { thresholdMetric } from '../../../core/metrics/catalog.ts';
import { type Confusion, confusionAt } from '../../../core/scores/confusion.ts';
import type { Evaluation } from '../../../core/scores/evaluation.ts';
import { formatThreshold } from '../../../i18n/format.ts';
import { sentenceGap } from '../../../i18n/joined.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import { selectWeightKind } from '../../../state/certainty.ts';
import { type RuleChoice, ruleEvaluation } from '../../../state/rules.ts';
import { selectConfusion, selectPrices, selectRule, selectThreshold } from '../../../state/selectors.ts';
import { useTuner } from '../../../state/useTuner.ts';
import { usePresentAmountInterval, usePresentInterval } from '../../chartState/usePresentInterval.ts';
import { aimWords } from '../../terms/aimWords.ts';
import { METHOD_TOPICS, methodText } from '../../terms/IntervalTerm.tsx';
import { TopicTerm } from '../../terms/TopicTerm.tsx';
import { useSplitName } from '../../terms/useSplitName.ts';

interface PresentValueProps {
  readonly objective: Objective;
  readonly evaluation: Evaluation;
}

/** What a goal is about at the present threshold on the split in view, with its interval. */
export function PresentValue({ objective, evaluation }: PresentValueProps) {
  const confusion = useTuner(selectConfusion);
  const weights = useTuner(selectWeightKind);
  const sure = usePresentInterval(objectiveValue(objective), objectiveProportion(objective));
  if (confusion === null) return null;
  return (
    <Words
      {...sure}
      objective={objective}
      confusion={confusion}
      split={evaluation.split}
      isDrawn={weights === 'weights'}
    />
  );
}

interface PresentAmountProps {
  readonly aimed: RuleChoice;
  readonly evaluation: Evaluation;
}

/** The same for a cost by amounts, once they are added up. */
export function PresentAmount({ aimed, evaluation }: PresentAmountProps) {
  const weighed = useTuner((state) => ruleEvaluation(state, aimed.id, evaluation));
  const { objective } = aimed;
  if (weighed === null || objective.kind !== 'cost' || objective.amounts === undefined)
    return <p className="hint">{translate('rule.amountsPending')}</p>;
  return <WeighedAmount objective={objective} amounts={objective.amounts} weighed={weighed} />;
}

interface WeighedAmountProps {
  readonly objective: Objective;
  readonly amounts: AmountColumns;
  readonly weighed: Evaluation;
}

function WeighedAmount({ objective, amounts, weighed }: WeighedAmountProps) {
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const confusion = confusionAt(weighed.index, threshold, rule);
  const sure = usePresentAmountInterval(objectiveValue(objective), confusion, amounts);
  return <Words {...sure} objective={objective} confusion={confusion} split={weighed.split} isDrawn />;
}

interface WordsProps {
  readonly objective: Objective;
  readonly confusion: Confusion;
  readonly split: string;
  readonly interval: Interval | null;
  readonly isLate: boolean;
  /** Whether rows are drawn with their weights. */
  readonly isDrawn: boolean;
}

function Words({ objective, confusion, split, interval, isLate, isDrawn }: WordsProps) {
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const { unit } = useTuner(selectPrices);
  const nameOf = useSplitName();
  const words = aimWords(objective, unit);
  const value = objectiveValue(objective)(confusion, threshold);
  const place = {
    rule: rule === '>=' ? '≥' : '>',
    threshold: formatThreshold(threshold),
    name: words.name,
    split: nameOf(split),
  };
  if (Number.isNaN(value)) {
    const metric = objective.kind === 'metric' ? thresholdMetric(objective.id) : null;
    const code = metric?.undefinedReason(confusion, threshold) ?? null;
    const reason = translate(code === null ? 'certainty.undefinedHere' : (`undefined.${code}` as TextKey));
    return <p>{translate('certainty.undefined', { ...place, reason })}</p>;
  }
  const [low, high] = interval === null ? ['', ''] : words.formatEnds(interval.low, interval.high);
  const hasEnds = interval !== null && hasSpread(interval);
  return (
    <p className={isLate ? 'isLate' : undefined}>
      {translate('certainty.now', { ...place, value: words.format(value) })}
      {sentenceGap()}
      {hasEnds && (
        <>
          {translate('certainty.between', { low, high })}
          {sentenceGap()}
          <TopicTerm topic={METHOD_TOPICS[interval.method]} explain={() => <p>{methodText(interval)}</p>}>
            {translate(`certainty.by.${interval.method}`)}
          </TopicTerm>
        </>
      )}
      {interval !== null && interval.low === interval.high && translate('certainty.noSpread')}
      {isDrawn && (
        <span className="hint">
          {sentenceGap()}
          {translate('certainty.weighted')}
        </span>
      )}
    </p>
  );
}
