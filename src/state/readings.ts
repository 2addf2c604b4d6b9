import type { Interpretation } from '../core/roles/interpretation.ts';
import { divisorOf } from '../core/roles/repairedColumns.ts';
import { interpretationWith } from '../core/roles/roles.ts';
import { isSameScoreReading } from '../core/roles/scoreReading.ts';
import type { GroupThresholds } from '../core/slices/groupThresholds.ts';
import type { DatasetSummary } from '../io/io.ts';
import type { Decision, Step } from './decision.ts';
import type { Baseline, TunerState } from './tunerState.ts';

export const isSameReading = (a: Interpretation, b: Interpretation): boolean =>
  // What one of them leaves out the other may have.
  (Object.keys({ ...a, ...b }) as (keyof Interpretation)[]).every(
    (key) => JSON.stringify(a[key]) === JSON.stringify(b[key]),
  );

/** What the program takes a file for by itself, or once it was told which columns are the label and the score. */
export function baseReading(summary: DatasetSummary, { label, score }: Pick<Interpretation, 'label' | 'score'>) {
  const { columns: profiles, rowCount, files, join = null, inferred, question } = summary;
  return question === null
    ? inferred
    : interpretationWith({ profiles, rowCount, fileCount: join === null ? files.length : 1 }, label, score);
}

/** The present decision with the reading it is made on. */
export const presentStep = ({ decision, opened }: Pick<TunerState, 'decision' | 'opened'>): Step =>
  opened === null ? decision : { ...decision, reading: opened.prepared.interpretation };

/** Whether thresholds of one reading mean something in the other: the same score of the same class, though perhaps on another scale. */
const isComparable = (a: Interpretation, b: Interpretation): boolean =>
  a.label === b.label && a.score === b.score && a.modelName === b.modelName && a.positiveLabel === b.positiveLabel;

const isSameScale = (a: Interpretation, b: Interpretation): boolean =>
  isSameScoreReading(a.scoreReading, b.scoreReading) && a.recalibratedOn === b.recalibratedOn;

/**
 * A threshold on scores a hundred times as large: the number of fewest digits among those that divided by 100 give exactly this
 * one, so that 0.57 becomes 57 again.
 */
function timesHundred(threshold: number): number {
  const product = threshold * 100;
  const candidates = [15, 16, 17].map((digits) => Number(product.toPrecision(digits)));
  return candidates.find((candidate) => candidate / 100 === threshold) ?? product;
}

/** The threshold that flags the same rows once the scores were read in the other way. */
function onScaleOf(from: Interpretation, to: Interpretation): (threshold: number) => number {
  const before = divisorOf(from.repairs, from.score);
  const after = divisorOf(to.repairs, to.score);
  if (before === after) return (threshold) => threshold;
  return after > before ? (threshold) => threshold / 100 : timesHundred;
}

const scaledThresholds = (groups: GroupThresholds, scaled: (threshold: number) => number): GroupThresholds => ({
  ...groups,
  thresholds: groups.thresholds.map(({ values, threshold }) => ({ values, threshold: scaled(threshold) })),
});

/** Decision and baseline, carried over to another reading of the same rows. */
export function carriedOver(
  { decision, baseline }: { readonly decision: Decision; readonly baseline: Baseline | null },
  from: Interpretation,
  to: Interpretation,
): { readonly decision: Decision; readonly baseline: Baseline | null } {
  const withoutBand = { ...decision, review: { ...decision.review, band: null }, groups: null };
  if (!isComparable(from, to)) return { decision: withoutBand, baseline: null };
  // A number that meant a logit means nothing as a probability.
  if (!isSameScale(from, to)) return { decision: { ...withoutBand, thresholds: {} }, baseline: null };
  const scaled = onScaleOf(from, to);
  const { band } = decision.review;
  const { groups: before } = decision;
  const thresholds = Object.entries(decision.thresholds).map(([key, threshold]) => [key, scaled(threshold)]);
  return {
    decision: {
      ...decision,
      thresholds: Object.fromEntries(thresholds),
      groups: before === null ? null : scaledThresholds(before, scaled),
      review: {
        ...decision.review,
        band: band === null ? null : { lower: scaled(band.lower), upper: scaled(band.upper) },
      },
    },
    baseline: baseline === null ? null : { ...baseline, threshold: scaled(baseline.threshold) },
  };
}
