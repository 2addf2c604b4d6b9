import type { MetricId } from '../metrics/metric.ts';

/** What is explained besides the metrics, in an order in which it can be read. */
export const OTHER_TOPICS = [
  'score',
  'threshold',
  'prevalence',
  'confusionMatrix',
  'truePositive',
  'falsePositive',
  'falseNegative',
  'trueNegative',
  'rocCurve',
  'precisionRecallCurve',
  'gainsCurve',
  'decisionCurve',
  'cost',
  'impliedPrice',
  'requirement',
  'reviewBand',
  'interval',
  'wilson',
  'bootstrap',
  'deLong',
  'safeRange',
  'optimism',
  'outOfBag',
  'split',
  'overfitting',
  'calibration',
  'reliabilityDiagram',
  'recalibration',
  'weight',
  'oneVersusRest',
  'macroAverage',
  'mcnemar',
  'populationStability',
  'ksDistance',
  'fourFifths',
  'equalizedOdds',
] as const;

export type OtherTopic = (typeof OTHER_TOPICS)[number];
export type Topic = MetricId | OtherTopic;
