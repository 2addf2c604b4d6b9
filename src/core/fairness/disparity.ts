import type { ThresholdMetric, UndefinedReason } from '../metrics/metric.ts';
import { accuracy, fpr, precision, recall, selectionRate } from '../metrics/threshold.ts';
import type { Confusion } from '../scores/confusion.ts';

/** What groups are compared by, in the order in which a person reads it. */
export const DISPARITY_MEASURES = [
  'demographicParity',
  'equalOpportunity',
  'falsePositiveRate',
  'equalizedOdds',
  'predictiveParity',
  'accuracyParity',
] as const;
export type DisparityMeasure = (typeof DISPARITY_MEASURES)[number];

/** The rates that a measure asks to be equal: two for equalized odds, else one. */
export const RATES_OF: Readonly<Record<DisparityMeasure, readonly ThresholdMetric[]>> = {
  demographicParity: [selectionRate],
  equalOpportunity: [recall],
  falsePositiveRate: [fpr],
  equalizedOdds: [recall, fpr],
  predictiveParity: [precision],
  accuracyParity: [accuracy],
};

/** A group that cannot be compared, and why. */
export interface LeftOut {
  /** Its place among the groups. */
  readonly place: number;
  readonly reason: UndefinedReason;
}

/** How far one rate is apart, between which groups. */
export interface RateGap {
  readonly metric: ThresholdMetric;
  /** One a group; NaN where it is undefined. */
  readonly rates: readonly number[];
  /** The places of the groups with the lowest and the highest rate, of equal ones the first. */
  readonly lowest: number;
  readonly highest: number;
  /** Highest less lowest rate, 0 to 1. */
  readonly difference: number;
  /** Lowest rate in the highest, 0 to 1; NaN where all are 0. */
  readonly ratio: number;
}

export interface Disparity {
  readonly measure: DisparityMeasure;
  /** The rate that is farthest apart, of equalized odds the one of both; null where fewer than two groups can be compared. */
  readonly worst: RateGap | null;
  /** Every rate of the measure. */
  readonly gaps: readonly RateGap[];
  /** The greatest difference; NaN where fewer than two groups can be compared. */
  readonly difference: number;
  /** The least ratio; NaN where it is undefined. */
  readonly ratio: number;
  /** The groups that the measure says nothing about, each once. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * How unequally groups are treated by one measure: the difference max − min and the ratio min / max of its rate over the groups for which it is
 * defined; the others are left out, never taken as 0. Equalized odds: the greater difference and the lesser ratio of both its rates.
 * `confusions`: one a group. Agrees with `fairlearn.metrics.demographic_parity_difference` and its like wherever no group is left out. O(groups).
 */
export function disparityOf(confusions: readonly Confusion[], measure: DisparityMeasure): Disparity {
  const leftOut = new Map<number, LeftOut>();
  const gaps = RATES_OF[measure].flatMap((metric) => {
    const rates = confusions.map((confusion, place) => {
      const reason = metric.undefinedReason(confusion, 0);
      if (reason !== null && !leftOut.has(place)) leftOut.set(place, { place, reason });
      return metric.of(confusion, 0);
    });
    return gapOf(metric, rates) ?? [];
  });
  const isWhole = gaps.length === RATES_OF[measure].length;
  const ratios = gaps.map(({ ratio }) => ratio).filter((ratio) => !Number.isNaN(ratio));
  return {
    measure,
    gaps,
    worst: isWhole ? gaps.reduce((a, b) => (b.difference > a.difference ? b : a)) : null,
    difference: isWhole ? Math.max(...gaps.map(({ difference }) => difference)) : Number.NaN,
    ratio: isWhole && ratios.length > 0 ? Math.min(...ratios) : Number.NaN,
    leftOut: [...leftOut.values()].sort((a, b) => a.place - b.place),
  };
}

function gapOf(metric: ThresholdMetric, rates: readonly number[]): RateGap | null {
  const defined = [...rates.keys()].filter((place) => !Number.isNaN(rates[place]));
  if (defined.length < 2) return null;
  const lowest = defined.reduce((a, b) => (rates[b] < rates[a] ? b : a));
  const highest = defined.reduce((a, b) => (rates[b] > rates[a] ? b : a));
  const [low, high] = [rates[lowest], rates[highest]];
  return { metric, rates, lowest, highest, difference: high - low, ratio: low / high };
}

/** Which decision is good for the person decided about. */
export type Favourable = 'flagged' | 'leftAlone';

/** Below four fifths of the reference group's rate of good outcomes the rule of thumb speaks of adverse impact. */
export const FOUR_FIFTHS = 0.8;

export interface FourFifths {
  /** The place of the reference group. */
  readonly reference: number;
  /** The share of each group with the good outcome; NaN without rows. */
  readonly rates: readonly number[];
  /** Each of them in that of the reference group; NaN where either is undefined or both are 0. */
  readonly ratios: readonly number[];
  /** The places of the groups below four fifths. */
  readonly below: readonly number[];
}

/**
 * The four-fifths rule: the rate of the good outcome of each group in that of a reference group, and which fall below 0.8. The reference is the one
 * given, else the group with the highest rate, as in the Uniform Guidelines on Employee Selection Procedures (29 CFR 1607.4 D), of equal ones the
 * first. A ratio within 1e-12 of 0.8 keeps to the rule. Null where no group has rows. O(groups).
 */
export function fourFifths(
  confusions: readonly Confusion[],
  favourable: Favourable,
  reference: number | null = null,
): FourFifths | null {
  const rates = confusions.map(
    ({ tp, fp, fn, tn }) => (favourable === 'flagged' ? tp + fp : fn + tn) / (tp + fp + fn + tn),
  );
  const defined = [...rates.keys()].filter((place) => !Number.isNaN(rates[place]));
  if (defined.length === 0) return null;
  const isGiven = reference !== null && defined.includes(reference);
  const chosen = isGiven ? reference : defined.reduce((a, b) => (rates[b] > rates[a] ? b : a));
  const ratios = rates.map((rate) => rate / rates[chosen]);
  return {
    reference: chosen,
    rates,
    ratios,
    below: [...ratios.keys()].filter((place) => ratios[place] < FOUR_FIFTHS - 1e-12),
  };
}
