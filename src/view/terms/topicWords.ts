import { OTHER_TOPICS, type OtherTopic, type Topic } from '../../core/learn/topics.ts';
import { scoreMetrics, thresholdMetrics } from '../../core/metrics/catalog.ts';
import type { MetricId } from '../../core/metrics/metric.ts';
import { type TextKey, translate } from '../../i18n/translate.ts';

type Part = 'name' | 'term' | 'sentence' | 'formula';

const METRICS: ReadonlySet<string> = new Set([...thresholdMetrics, ...scoreMetrics].map(({ id }) => id));

export const isMetric = (topic: Topic): topic is MetricId => METRICS.has(topic);

/** Every term that can be explained: the metrics in the order of the table, then the others. */
export const TOPICS: readonly Topic[] = [
  ...thresholdMetrics.map(({ id }) => id),
  ...scoreMetrics.map(({ id }) => id),
  ...OTHER_TOPICS,
];

function part(topic: Topic, name: Part): string {
  return isMetric(topic) ? translate(`metric.${topic}.${name}`) : translate(`topic.${topic}.${name}`);
}

export const topicName = (topic: Topic): string => part(topic, 'name');
export const topicTerm = (topic: Topic): string => part(topic, 'term');
export const topicSentence = (topic: Topic): string => part(topic, 'sentence');
export const topicFormula = (topic: Topic): string => part(topic, 'formula');
export const topicTrust = (topic: Topic): string =>
  isMetric(topic) ? translate(`trust.${topic}`) : translate(`topic.${topic}.trust`);

/** The terms whose numbers are worked out elsewhere, and where that is. */
const ELSEWHERE = [
  'impliedPrice',
  'requirement',
  'reviewBand',
  'bootstrap',
  'safeRange',
  'optimism',
  'outOfBag',
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
] as const satisfies readonly OtherTopic[];

export type Elsewhere = (typeof ELSEWHERE)[number];
export type TopicHere = Exclude<OtherTopic, Elsewhere>;

export const isElsewhere = (topic: OtherTopic): topic is Elsewhere => ELSEWHERE.some((each) => each === topic);

/** Where the page shows the numbers of a term; null where the card has them. */
export function topicPlace(topic: OtherTopic): string | null {
  return isElsewhere(topic) ? translate(`topic.${topic}.where` satisfies TextKey) : null;
}

export const isHere = (topic: OtherTopic): topic is TopicHere => !isElsewhere(topic);
