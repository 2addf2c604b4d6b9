import type { Objective } from '../../src/core/choose/objective.ts';
import type { ScoreMetricId, ThresholdMetricId } from '../../src/core/metrics/metric.ts';
import { type GoldenNumber, numberOf } from '../golden/readGolden.ts';
import { isClose } from './close.ts';

/** The golden files' names of the threshold metrics. */
export const SWEEP_NAMES: Record<ThresholdMetricId, string> = {
  precision: 'precision',
  recall: 'recall',
  specificity: 'specificity',
  npv: 'npv',
  fpr: 'fpr',
  fnr: 'fnr',
  fdr: 'fdr',
  falseOmissionRate: 'for',
  f1: 'f1',
  f2: 'f2',
  f05: 'f05',
  accuracy: 'accuracy',
  balancedAccuracy: 'balanced_accuracy',
  matthewsCorrcoef: 'mcc',
  cohenKappa: 'kappa',
  youdenJ: 'youden',
  gMean: 'gmean',
  jaccard: 'jaccard',
  selectionRate: 'predicted_positive_rate',
  lift: 'lift',
  positiveLikelihoodRatio: 'lr_plus',
  negativeLikelihoodRatio: 'lr_minus',
  netBenefit: 'net_benefit',
};
export const OTHER_SWEEP_COLUMNS = ['threshold', 'tp', 'fp', 'fn', 'tn', 'cost', 'cost_per_row'];

/** Those of the metrics of the scores. */
export const RANKING_NAMES: Partial<Record<ScoreMetricId, string>> = {
  rocAuc: 'roc_auc',
  averagePrecision: 'average_precision',
  ksStatistic: 'ks',
  brierScore: 'brier',
  logLoss: 'log_loss',
};

/** Those of the optima that are no metric. */
export const OPTIMUM_OBJECTIVES: Record<string, Objective> = { min_distance_to_corner: { kind: 'closestCorner' } };

/** Those of the optima that are the best value of a metric. */
export const OPTIMUM_METRICS: Record<string, ThresholdMetricId> = {
  max_youden: 'youdenJ',
  max_accuracy: 'accuracy',
  max_f1: 'f1',
  max_f2: 'f2',
  max_f05: 'f05',
  max_mcc: 'matthewsCorrcoef',
  max_kappa: 'cohenKappa',
  max_gmean: 'gMean',
};
/** Collects what differs, so that one assertion can tell all of it. */
export class Differences {
  readonly found: string[] = [];

  compare(what: string, actual: number, expected: number): void {
    if (!isClose(actual, expected)) this.found.push(`${what}: ${actual} instead of ${expected}`);
  }

  same(what: string, actual: number, expected: number): void {
    if (!Object.is(actual, expected)) this.found.push(`${what}: ${actual} instead of ${expected}`);
  }

  compareAll(what: string, actual: ArrayLike<number>, expected: readonly GoldenNumber[]): void {
    if (actual.length !== expected.length) this.found.push(`${what}: ${actual.length} of ${expected.length}`);
    expected.forEach((value, i) => {
      this.compare(`${what}[${i}]`, actual[i], numberOf(value));
    });
  }
}
