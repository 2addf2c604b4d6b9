import { describe, expect, it } from 'vitest';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import { areMetricNames, resultsProblem } from '../../../src/core/roles/resultsTable.ts';
import { tableOf } from '../dataset/tables.ts';

/** Columns of numbers, but for those named in capitals, which hold words. */
const problemOf = (...names: string[]) =>
  resultsProblem(
    profileColumns(
      tableOf(Object.fromEntries(names.map((name) => [name, /[a-z]/.test(name) ? [0.25, 0.5] : ['x', 'y']]))),
    ),
  );

describe('a table of results', () => {
  it.each([
    [['fpr', 'tpr', 'thresholds']],
    [['tpr', 'fpr']],
    [['False Positive Rate', 'True Positive Rate']],
    [['precision', 'recall', 'threshold']],
    [['precision', 'recall', 'thresholds']],
    [['sensitivity', 'specificity', 'threshold', 'model']],
    [['sensitivity', 'specificity', 'thresholds']],
  ])('may be the points of a curve: %j', (names) => {
    expect(problemOf(...names)).toBe('curvePoints');
  });

  it.each([
    [['CLASS', 'precision', 'recall', 'f1-score', 'support']],
    [['test_roc_auc', 'test_f1', 'mean_test_accuracy', 'fit_time', 'score_time']],
    [['balanced_accuracy', 'log_loss', 'brier_score']],
    [['f2', 'f0.5', 'f_beta']],
    [['mcc', 'kappa', 'npv', 'a', 'b']],
    [['accuracy_mean', 'accuracy_std', 'auc_macro']],
    [['metric', 'value']],
    [['METRIC_NAME', 'value', 'a', 'b', 'c', 'd']],
    [['metrics', 'value']],
    [['              precision    recall  f1-score   support']],
  ])('may be one of metrics: %j', (names) => {
    expect(problemOf(...names)).toBe('metricsTable');
  });

  it.each([
    [['y_true', 'y_prob']],
    [['precision', 'recall']],
    [['fpr', 'fnr']],
    [['precision', 'recall', 'f1', 'a', 'b', 'c']],
    [['PRECISION', 'RECALL', 'F1', 'y_prob']],
    [['my_precision', 'recall_of_items', 'auction']],
    [['metric', 'y_prob']],
    [['value', 'y_true']],
    [['metrical', 'value']],
    [['name_metric', 'value']],
    [['metric', 'value', 'a', 'b', 'c', 'd', 'e']],
    [['              precision    recall  f1-score   support', 'b']],
    [['the precision recall f1-score']],
  ])('is not one of %j', (names) => {
    expect(problemOf(...names)).toBeNull();
  });
});

it.each([
  [['precision', 'recall'], true],
  [['F1 Score', 'AUC', 'name'], true],
  [['precision', 'Precision'], false],
  [['precision'], false],
  [['y_true', 'y_prob'], false],
])('names %j are those of metrics: %j', (names, expected) => {
  expect(areMetricNames(names)).toBe(expected);
});
