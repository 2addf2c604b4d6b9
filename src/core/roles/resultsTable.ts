import type { ColumnProfile } from '../dataset/profile.ts';
import { columnWords } from './columnWords.ts';

/** A table that holds what was computed from predictions, but not the predictions: the points of a curve, or metrics. */
export type ResultsProblem = 'curvePoints' | 'metricsTable';

/** Sets of columns that together are the points of a curve. */
const CURVES = [
  ['fpr', 'tpr'],
  ['false_positive_rate', 'true_positive_rate'],
  ['precision', 'recall', 'threshold'],
  ['precision', 'recall', 'thresholds'],
  ['sensitivity', 'specificity', 'threshold'],
  ['sensitivity', 'specificity', 'thresholds'],
];

const METRIC =
  /^(?:(?:test|val|valid|eval|train|macro|micro|weighted|avg|mean)_)*(?:precision|recall|f1|f1_score|f_1_score|f_?beta|f2|f0?_?5|accuracy|balanced_accuracy|support|roc_auc|auc|pr_auc|average_precision|log_loss|brier(?:_score)?|mcc|kappa|specificity|sensitivity|npv|ppv|tpr|fpr|tnr|fnr)(?:_(?:score|mean|std|macro|micro|weighted))*$/;
/** So many columns of metrics, and so great a share of the columns with numbers, make a table of results. */
const MANY = 3;
const SHARE = 0.6;

/** Whether names, of whatever is nested, are those of metrics that were computed: two different ones at least. O(names). */
export function areMetricNames(names: Iterable<string>): boolean {
  const metrics = new Set<string>();
  for (const name of names) if (METRIC.test(columnWords(name))) metrics.add(columnWords(name));
  return metrics.size >= 2;
}

/** Whether a table holds results in place of predictions. O(columns). */
export function resultsProblem(profiles: readonly ColumnProfile[]): ResultsProblem | null {
  const names = new Set(profiles.map(({ name }) => columnWords(name)));
  // With their shares of hits, a table of curve points has as many thresholds as the curve has points, and no classes.
  if (CURVES.some((columns) => columns.every((name) => names.has(name)))) return 'curvePoints';
  // scikit-learn's classification_report, whose columns are set apart by blanks that are no delimiter.
  if (profiles.length === 1 && /^\s*precision\s+recall\s+f1-score/.test(profiles[0].name)) return 'metricsTable';
  const numeric = profiles.filter(({ numericShare, distinct }) => numericShare > 0 || distinct === 0);
  const metrics = numeric.filter(({ name }) => METRIC.test(columnWords(name)));
  if (metrics.length >= MANY && metrics.length >= SHARE * numeric.length) return 'metricsTable';
  const isLong = [...names].some((name) => /^metrics?(?:_name)?$/.test(name)) && names.has('value');
  return isLong && profiles.length <= 6 ? 'metricsTable' : null;
}
