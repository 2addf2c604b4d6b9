import { costOf } from '../../core/cost/payoff.ts';
import type { Interval } from '../../core/intervals/interval.ts';
import { wilsonInterval } from '../../core/intervals/proportion.ts';
import {
  type Formula,
  type FormulaValues,
  formulaValues,
  METRIC_FORMULAS,
  scoreFormula,
  symbolsOf,
} from '../../core/learn/formula.ts';
import { meanScore } from '../../core/learn/meanScore.ts';
import type { OtherTopic, Topic } from '../../core/learn/topics.ts';
import { thresholdMetric } from '../../core/metrics/catalog.ts';
import type { MetricId, ScoreMetricId, ThresholdMetricId, UndefinedReason } from '../../core/metrics/metric.ts';
import { fpr, netBenefit, precision, recall, selectionRate } from '../../core/metrics/threshold.ts';
import type { Confusion } from '../../core/scores/confusion.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { formatMetric, formatMoney, formatNumber, formatPercent, formatThreshold } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { selectWeightKind } from '../../state/certainty.ts';
import {
  selectConfusion,
  selectEvaluation,
  selectHasSplits,
  selectPayoff,
  selectReference,
  selectThreshold,
} from '../../state/selectors.ts';
import { useTuner } from '../../state/useTuner.ts';
import { useAucInterval } from '../chartState/useAucInterval.ts';
import { AimNumbers, ESTIMATED, type EstimatedTopic } from './AimNumbers.tsx';
import { FormulaText, symbolName, symbolValue } from './FormulaText.tsx';
import {
  type Elsewhere,
  isElsewhere,
  isHere,
  isMetric,
  type TopicHere,
  topicFormula,
  topicPlace,
  topicSentence,
  topicTerm,
  topicTrust,
} from './topicWords.ts';
import { useElsewhereNumbers } from './useElsewhereNumbers.ts';
import './TopicCard.css';

/** The present decision, as every card needs it. */
interface Ground {
  readonly evaluation: Evaluation;
  readonly confusion: Confusion;
  readonly threshold: number;
}

function useGround(): Ground | null {
  const evaluation = useTuner(selectEvaluation);
  const confusion = useTuner(selectConfusion);
  const threshold = useTuner(selectThreshold);
  return evaluation === null || confusion === null ? null : { evaluation, confusion, threshold };
}

/** What each symbol of a formula is, with its number here. */
function SymbolList({ formula, values }: { readonly formula: Formula; readonly values: FormulaValues }) {
  return (
    <dl className="topicSymbols" aria-label={translate('card.symbols')}>
      {symbolsOf(formula).map((symbol) => (
        <div key={symbol}>
          <dt>
            {symbolName(symbol)} = {symbolValue(symbol, values)}
          </dt>
          <dd>{translate(`card.${symbol}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface MetricAnswer {
  readonly value: number;
  readonly reason: UndefinedReason | null | undefined;
  /** With symbols, where the four counts are enough to work it out. */
  readonly symbols: Formula | null;
  /** With numbers. */
  readonly numbers: Formula | null;
}

function metricAnswer(id: MetricId, { evaluation, confusion, threshold }: Ground): MetricAnswer {
  if (Object.hasOwn(METRIC_FORMULAS, id)) {
    const metric = thresholdMetric(id as ThresholdMetricId);
    const formula = METRIC_FORMULAS[id as ThresholdMetricId];
    const value = metric.of(confusion, threshold);
    return { value, reason: metric.undefinedReason(confusion, threshold), symbols: formula, numbers: formula };
  }
  const scored = id as ScoreMetricId;
  return {
    value: evaluation.scoreMetrics[scored],
    reason: evaluation.undefinedReasons[scored],
    symbols: null,
    numbers: scoreFormula(scored, evaluation),
  };
}

/** The formula with the numbers of the file, and what it comes to: the value of the table. */
function MetricNumbers({ id, ground }: { readonly id: MetricId; readonly ground: Ground }) {
  const { value, reason, symbols, numbers } = metricAnswer(id, ground);
  const values = formulaValues(ground.confusion, ground.threshold);
  return (
    <>
      {Number.isNaN(value) || numbers === null ? (
        <p>— {reason ? translate(`undefined.${reason}`) : ''}</p>
      ) : (
        <p className="topicFormula">
          <FormulaText formula={numbers} values={values} />
          <span>
            {' '}
            = <strong>{formatMetric(value, 4)}</strong>
          </span>
        </p>
      )}
      {id === 'ksStatistic' && !Number.isNaN(value) && (
        <p className="hint">{translate('card.ksAt', { threshold: formatThreshold(ground.evaluation.ksThreshold) })}</p>
      )}
      {symbols !== null && <SymbolList formula={symbols} values={values} />}
    </>
  );
}

const isEstimated = (topic: OtherTopic): topic is EstimatedTopic => ESTIMATED.some((each) => each === topic);

const ends = ({ low, high }: Interval, format: (value: number) => string) => ({ low: format(low), high: format(high) });

/** What another term comes to here; null where there is no number. */
function useTopicNumbers(topic: TopicHere, { evaluation, confusion, threshold }: Ground): string | null {
  const payoff = useTuner(selectPayoff);
  const unit = useTuner((state) => state.decision.prices.unit);
  const weightKind = useTuner(selectWeightKind);
  const reference = useTuner(selectReference);
  const aucInterval = useAucInterval(evaluation);
  const { tp, fp, fn, tn } = confusion;
  const rows = tp + fp + fn + tn;
  if (rows === 0) return translate('undefined.noRows');
  const shareOf = (metric: typeof precision) => formatPercent(metric.of(confusion, threshold));
  const wilsonOf = (metric: typeof precision) => {
    const share = metric.proportion?.(confusion);
    if (share == null || share.trials === 0 || weightKind === 'weights') return null;
    return ends(wilsonInterval(share.successes, share.trials), (value) => formatPercent(value));
  };
  const noShare = (metric: typeof precision) => {
    const reason = metric.undefinedReason(confusion, threshold);
    return translate(reason === null ? 'metrics.noIntervals' : `undefined.${reason}`);
  };
  switch (topic) {
    case 'score':
      return translate('topic.score.numbers', {
        low: formatNumber(evaluation.low),
        high: formatNumber(evaluation.high),
      });
    case 'threshold':
      return translate('topic.threshold.numbers', { flagged: tp + fp, rows, share: shareOf(selectionRate) });
    case 'prevalence':
      return translate('topic.prevalence.numbers', {
        positives: tp + fn,
        rows,
        share: formatPercent((tp + fn) / rows),
      });
    case 'confusionMatrix':
      return translate('topic.confusionMatrix.numbers', { tp, fp, fn, tn, rows });
    case 'truePositive':
      return translate('topic.truePositive.numbers', { tp });
    case 'falsePositive':
      return translate('topic.falsePositive.numbers', { fp });
    case 'falseNegative':
      return translate('topic.falseNegative.numbers', { fn });
    case 'trueNegative':
      return translate('topic.trueNegative.numbers', { tn });
    case 'rocCurve':
      return translate('topic.rocCurve.numbers', {
        fpr: shareOf(fpr),
        recall: shareOf(recall),
        auc: formatMetric(evaluation.scoreMetrics.rocAuc),
      });
    case 'precisionRecallCurve':
      return translate('topic.precisionRecallCurve.numbers', {
        recall: shareOf(recall),
        precision: shareOf(precision),
      });
    case 'gainsCurve':
      return translate('topic.gainsCurve.numbers', { flagged: shareOf(selectionRate), recall: shareOf(recall) });
    case 'decisionCurve':
      return translate('topic.decisionCurve.numbers', {
        netBenefit: formatMetric(netBenefit.of(confusion, threshold), 4),
      });
    case 'cost':
      return translate('topic.cost.numbers', { cost: formatMoney(costOf(confusion, payoff), unit) });
    case 'interval': {
      const interval = wilsonOf(precision);
      return interval === null ? noShare(precision) : translate('topic.interval.numbers', interval);
    }
    case 'wilson': {
      const interval = wilsonOf(recall);
      return interval === null ? noShare(recall) : translate('topic.wilson.numbers', interval);
    }
    case 'deLong': {
      if (aucInterval === null || Number.isNaN(aucInterval.low)) return null;
      return translate('topic.deLong.numbers', ends(aucInterval, formatMetric));
    }
    case 'split':
      return translate('topic.split.numbers', { rows: evaluation.rows });
    case 'overfitting':
      return reference === null
        ? translate('topic.oneSplit')
        : translate('topic.overfitting.numbers', {
            value: formatMetric(evaluation.scoreMetrics.rocAuc),
            split: evaluation.split,
            other: formatMetric(reference.scoreMetrics.rocAuc),
            reference: reference.split,
          });
    case 'calibration': {
      const mean = meanScore(evaluation.index);
      if (Number.isNaN(mean)) return translate('undefined.scoreOutsideUnit');
      return translate('topic.calibration.numbers', {
        mean: formatMetric(mean),
        share: formatMetric((tp + fn) / rows),
      });
    }
  }
}

function OtherNumbers({ topic, ground }: { readonly topic: TopicHere; readonly ground: Ground }) {
  const numbers = useTopicNumbers(topic, ground);
  if (numbers === null) return null;
  return (
    <>
      <NumbersHead threshold={ground.threshold} split={ground.evaluation.split} />
      <p>{numbers}</p>
    </>
  );
}

function NumbersHead({ threshold, split }: { readonly threshold: number; readonly split: string }) {
  const hasSplits = useTuner(selectHasSplits);
  const rule = useTuner((state) => (state.decision.rule === '>=' ? '≥' : '>'));
  const values = { rule, threshold: formatThreshold(threshold) };
  return <h3>{hasSplits ? translate('card.numbers', { ...values, split }) : translate('card.numbersAll', values)}</h3>;
}

/** What is known of it here, and where the page has the rest. */
function ElsewhereNumbers({ topic, ground }: { readonly topic: Elsewhere; readonly ground: Ground }) {
  const numbers = useElsewhereNumbers(topic, ground.evaluation, ground.confusion);
  if (numbers === null) return null;
  return (
    <>
      <NumbersHead threshold={ground.threshold} split={ground.evaluation.split} />
      <p>{numbers}</p>
    </>
  );
}

function Place({ topic }: { readonly topic: OtherTopic }) {
  const where = topicPlace(topic);
  return where === null ? null : <p className="hint">{where}</p>;
}

/** One term in full: a plain sentence, the formula, the file's own numbers in it, and when not to trust it. */
export function TopicCard({ topic }: { readonly topic: Topic }) {
  const ground = useGround();
  const symbols =
    isMetric(topic) && Object.hasOwn(METRIC_FORMULAS, topic) ? METRIC_FORMULAS[topic as ThresholdMetricId] : null;
  return (
    <div className="topicCard">
      <p className="hint">{topicTerm(topic)}</p>
      <p className="topicSentence">{topicSentence(topic)}</p>
      <h3>{translate('card.formula')}</h3>
      <p className="topicFormula">
        {symbols === null ? topicFormula(topic) : <FormulaText formula={symbols} values={null} />}
      </p>
      {isMetric(topic)
        ? ground !== null && (
            <>
              <NumbersHead threshold={ground.threshold} split={ground.evaluation.split} />
              <MetricNumbers id={topic} ground={ground} />
            </>
          )
        : isHere(topic)
          ? ground !== null && <OtherNumbers topic={topic} ground={ground} />
          : isElsewhere(topic) && (
              <>
                {ground !== null && isEstimated(topic) && ground.evaluation.rows > 0 && (
                  <>
                    <NumbersHead threshold={ground.threshold} split={ground.evaluation.split} />
                    <AimNumbers topic={topic} />
                  </>
                )}
                {ground !== null && <ElsewhereNumbers topic={topic} ground={ground} />}
                <Place topic={topic} />
              </>
            )}
      <h3>{translate('card.trust')}</h3>
      <p>{topicTrust(topic)}</p>
    </div>
  );
}
