import type { Confusion } from '../scores/confusion.ts';
import { f1, precision, recall } from './threshold.ts';

export type AverageKind = 'macro' | 'micro' | 'weighted';
export type AveragedMetricId = 'precision' | 'recall' | 'f1';

export interface Average {
  /** NaN where no class has a value. */
  readonly value: number;
  /** Classes that have no value and are left out of the average. */
  readonly leftOut: number;
}

export const AVERAGED_METRICS = [precision, recall, f1] as const;

/**
 * The mean of one value a class, or label; those that are NaN are left out and counted. `weights` (the classes' rows) make it a
 * weighted one. NaN without any value, or where all weights are 0. O(classes). Agrees with scikit-learn's `average='macro'` and
 * `'weighted'` under `zero_division=numpy.nan`.
 */
export function meanOver(values: readonly number[], weights: ArrayLike<number> | null): Average {
  let sum = 0;
  let weight = 0;
  let leftOut = 0;
  values.forEach((value, place) => {
    const amount = weights === null ? 1 : weights[place];
    if (Number.isNaN(value)) leftOut++;
    else {
      // A class of no weight adds nothing, whatever its value.
      sum += amount * value;
      weight += amount;
    }
  });
  return { value: sum / weight, leftOut };
}

/** The same, but NaN unless every class, or label, has a value. O(classes). */
export function meanOfAll(values: readonly number[], weights: ArrayLike<number> | null): number {
  const { value, leftOut } = meanOver(values, weights);
  return leftOut > 0 ? Number.NaN : value;
}

/** The counts of all classes together, from which micro averages come. O(classes). */
export function pooled(confusions: readonly Confusion[]): Confusion {
  return confusions.reduce(
    (sum, { tp, fp, fn, tn }) => ({ tp: sum.tp + tp, fp: sum.fp + fp, fn: sum.fn + fn, tn: sum.tn + tn }),
    { tp: 0, fp: 0, fn: 0, tn: 0 },
  );
}

/**
 * Precision, recall and F1 of all classes, or labels, in one number each: `macro` counts every class alike, `weighted` by its rows,
 * `micro` every decision alike. O(classes). Agrees with `sklearn.metrics.precision_recall_fscore_support`.
 */
export function averagesOf(
  confusions: readonly Confusion[],
): Readonly<Record<AverageKind, Readonly<Record<AveragedMetricId, Average>>>> {
  const supports = confusions.map(({ tp, fn }) => tp + fn);
  const all = pooled(confusions);
  const each = (average: (metric: (typeof AVERAGED_METRICS)[number]) => Average) => ({
    precision: average(precision),
    recall: average(recall),
    f1: average(f1),
  });
  const valuesOf = (metric: (typeof AVERAGED_METRICS)[number]) =>
    confusions.map((confusion) => metric.of(confusion, Number.NaN));
  return {
    macro: each((metric) => meanOver(valuesOf(metric), null)),
    micro: each((metric) => ({ value: metric.of(all, Number.NaN), leftOut: 0 })),
    weighted: each((metric) => meanOver(valuesOf(metric), supports)),
  };
}
