import { type Confusion, rowsOf } from '../scores/confusion.ts';
import type { ThresholdMetric, ThresholdMetricId, UndefinedReason } from './metric.ts';

/*
 * The metrics of one operating point, as scikit-learn defines them, on counts or sums of weights. Each formula is 0/0, and so NaN,
 * exactly where the metric is undefined (scikit-learn puts its `zero_division` there). All are O(1).
 */

type Share = (confusion: Confusion) => { successes: number; trials: number };

const UNIT = [0, 1] as const;
const SIGNED_UNIT = [-1, 1] as const;
const RATIO = [0, Infinity] as const;

/** A metric that is a share of rows: successes / trials, NaN without trials. */
function proportion(
  id: ThresholdMetricId,
  better: ThresholdMetric['better'],
  share: Share,
  reason: UndefinedReason,
): ThresholdMetric {
  const of = (confusion: Confusion): number => {
    const { successes, trials } = share(confusion);
    return successes / trials;
  };
  return { ...composite(id, UNIT, better, of, () => reason), proportion: share };
}

/** Any other metric; `reason` is asked only where there are rows and the value is NaN. */
function composite(
  id: ThresholdMetricId,
  range: ThresholdMetric['range'],
  better: ThresholdMetric['better'],
  of: ThresholdMetric['of'],
  reason: (confusion: Confusion) => UndefinedReason,
): ThresholdMetric {
  return {
    id,
    textKey: `metric.${id}`,
    range,
    better,
    of,
    undefinedReason: (confusion, threshold) => {
      if (!Number.isNaN(of(confusion, threshold))) return null;
      return rowsOf(confusion) === 0 ? 'noRows' : reason(confusion);
    },
    proportion: null,
  };
}

const absentClass = ({ tp, fn }: Confusion): UndefinedReason => (tp + fn === 0 ? 'noPositives' : 'noNegatives');

/** tp / (tp + fp): of the flagged rows, the share of positives. NaN where nothing is flagged. `precision_score`. */
export const precision = proportion(
  'precision',
  'higher',
  ({ tp, fp }) => ({ successes: tp, trials: tp + fp }),
  'nothingFlagged',
);

/** tp / (tp + fn): of the positives, the share that is flagged. NaN without positives. `recall_score`. */
export const recall = proportion(
  'recall',
  'higher',
  ({ tp, fn }) => ({ successes: tp, trials: tp + fn }),
  'noPositives',
);

/** tn / (tn + fp): of the negatives, the share left alone. NaN without negatives. `recall_score(pos_label=0)`. */
export const specificity = proportion(
  'specificity',
  'higher',
  ({ tn, fp }) => ({ successes: tn, trials: tn + fp }),
  'noNegatives',
);

/** tn / (tn + fn): of the rows left alone, the share of negatives. NaN where all are flagged. `precision_score(pos_label=0)`. */
export const npv = proportion(
  'npv',
  'higher',
  ({ tn, fn }) => ({ successes: tn, trials: tn + fn }),
  'everythingFlagged',
);

/** fp / (fp + tn) = 1 − specificity. NaN without negatives. The x of `roc_curve`. */
export const fpr = proportion('fpr', 'lower', ({ fp, tn }) => ({ successes: fp, trials: fp + tn }), 'noNegatives');

/** fn / (fn + tp) = 1 − recall. NaN without positives. The y of `det_curve`. */
export const fnr = proportion('fnr', 'lower', ({ fn, tp }) => ({ successes: fn, trials: fn + tp }), 'noPositives');

/** fp / (fp + tp) = 1 − precision. NaN where nothing is flagged. */
export const fdr = proportion('fdr', 'lower', ({ fp, tp }) => ({ successes: fp, trials: fp + tp }), 'nothingFlagged');

/** fn / (fn + tn) = 1 − npv. NaN where everything is flagged. */
export const falseOmissionRate = proportion(
  'falseOmissionRate',
  'lower',
  ({ fn, tn }) => ({ successes: fn, trials: fn + tn }),
  'everythingFlagged',
);

/** (tp + tn) / n: the share of right decisions. NaN without rows. `accuracy_score`. */
export const accuracy = proportion(
  'accuracy',
  'higher',
  (confusion) => ({ successes: confusion.tp + confusion.tn, trials: rowsOf(confusion) }),
  'noRows',
);

/** (tp + fp) / n: the share of rows that is flagged. NaN without rows. `fairlearn.metrics.selection_rate`. */
export const selectionRate = proportion(
  'selectionRate',
  'neither',
  (confusion) => ({ successes: confusion.tp + confusion.fp, trials: rowsOf(confusion) }),
  'noRows',
);

/** (1 + β²)tp / ((1 + β²)tp + β²fn + fp) for one β. NaN only where tp = fp = fn = 0. `fbeta_score`. */
export function fbetaOf(beta: number): (confusion: Confusion) => number {
  const weight = beta * beta;
  return ({ tp, fp, fn }) => ((1 + weight) * tp) / ((1 + weight) * tp + weight * fn + fp);
}

function fbeta(id: ThresholdMetricId, beta: number): ThresholdMetric {
  return composite(id, UNIT, 'higher', fbetaOf(beta), () => 'noTruePositiveNorError');
}

/** The harmonic mean of precision and recall. `f1_score`. */
export const f1 = fbeta('f1', 1);
/** F-beta with recall counted as twice as important as precision. `fbeta_score(beta=2)`. */
export const f2 = fbeta('f2', 2);
/** F-beta with precision counted as twice as important as recall. `fbeta_score(beta=0.5)`. */
export const f05 = fbeta('f05', 0.5);

/** tp / (tp + fp + fn). NaN where all three are 0. `jaccard_score`. */
export const jaccard = composite(
  'jaccard',
  UNIT,
  'higher',
  ({ tp, fp, fn }) => tp / (tp + fp + fn),
  () => 'noTruePositiveNorError',
);

/** (recall + specificity) / 2. NaN where a class is absent. `balanced_accuracy_score`, which then gives the other class's recall. */
export const balancedAccuracy = composite(
  'balancedAccuracy',
  UNIT,
  'higher',
  ({ tp, fp, fn, tn }) => (tp / (tp + fn) + tn / (tn + fp)) / 2,
  absentClass,
);

/** recall + specificity − 1 = tpr − fpr. NaN where a class is absent. `balanced_accuracy_score(adjusted=True)`. */
export const youdenJ = composite(
  'youdenJ',
  SIGNED_UNIT,
  'higher',
  ({ tp, fp, fn, tn }) => tp / (tp + fn) - fp / (fp + tn),
  absentClass,
);

/** √(recall · specificity). NaN where a class is absent. `imblearn.metrics.geometric_mean_score`. */
export const gMean = composite(
  'gMean',
  UNIT,
  'higher',
  ({ tp, fp, fn, tn }) => Math.sqrt((tp / (tp + fn)) * (tn / (tn + fp))),
  absentClass,
);

/** (tp·tn − fp·fn) / √((tp+fp)(tn+fn)(tp+fn)(tn+fp)). NaN where a margin is 0. `matthews_corrcoef`. */
export const matthewsCorrcoef = composite(
  'matthewsCorrcoef',
  SIGNED_UNIT,
  'higher',
  // Multiplied in this order the root is exact for a perfect decision, and the value exactly 1.
  ({ tp, fp, fn, tn }) => (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tn + fn) * ((tp + fn) * (tn + fp))),
  () => 'marginZero',
);

/**
 * (po − pe) / (1 − pe) with po = (tp+tn)/n and pe = ((tp+fp)(tp+fn) + (fn+tn)(fp+tn))/n², in a form that subtracts nothing twice:
 * 2(tp·tn − fp·fn) / ((tp+fp)(fp+tn) + (tp+fn)(fn+tn)). NaN where pe = 1. `cohen_kappa_score`.
 */
export const cohenKappa = composite(
  'cohenKappa',
  SIGNED_UNIT,
  'higher',
  ({ tp, fp, fn, tn }) => (2 * (tp * tn - fp * fn)) / ((tp + fp) * (fp + tn) + (tp + fn) * (fn + tn)),
  () => 'chanceAgreementIsOne',
);

/** precision / prevalence. NaN where nothing is flagged or there are no positives. */
export const lift = composite(
  'lift',
  RATIO,
  'higher',
  (confusion) => confusion.tp / (confusion.tp + confusion.fp) / ((confusion.tp + confusion.fn) / rowsOf(confusion)),
  ({ tp, fn }) => (tp + fn === 0 ? 'noPositives' : 'nothingFlagged'),
);

const likelihoodReason = (confusion: Confusion): UndefinedReason =>
  confusion.tp + confusion.fn === 0 || confusion.fp + confusion.tn === 0 ? absentClass(confusion) : 'zeroOverZero';

/** recall / fpr, +∞ where only fpr is 0. NaN where both are, or a class is absent. `class_likelihood_ratios`. */
export const positiveLikelihoodRatio = composite(
  'positiveLikelihoodRatio',
  RATIO,
  'higher',
  ({ tp, fp, fn, tn }) => tp / (tp + fn) / (fp / (fp + tn)),
  likelihoodReason,
);

/** fnr / specificity, +∞ where only specificity is 0. NaN where both are, or a class is absent. `class_likelihood_ratios`. */
export const negativeLikelihoodRatio = composite(
  'negativeLikelihoodRatio',
  RATIO,
  'lower',
  ({ tp, fp, fn, tn }) => fn / (tp + fn) / (tn / (fp + tn)),
  likelihoodReason,
);

/** tp/n − fp/n · t/(1 − t): decision-curve analysis, for probabilities. NaN where t is outside [0, 1). `dcurves`. */
export const netBenefit = composite(
  'netBenefit',
  [-Infinity, 1],
  'higher',
  (confusion, threshold) => {
    if (!(threshold >= 0 && threshold < 1)) return Number.NaN;
    const rows = rowsOf(confusion);
    return confusion.tp / rows - ((confusion.fp / rows) * threshold) / (1 - threshold);
  },
  () => 'thresholdOutsideUnit',
);
