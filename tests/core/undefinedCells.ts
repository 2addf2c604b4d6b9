import type { ThresholdMetricId } from '../../src/core/metrics/metric.ts';

interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

const nothingFlagged = ({ tp, fp }: Counts) => tp + fp === 0;
const everythingFlagged = ({ fn, tn }: Counts) => fn + tn === 0;
const noPositives = ({ tp, fn }: Counts) => tp + fn === 0;
const noNegatives = ({ fp, tn }: Counts) => fp + tn === 0;
const aClassAbsent = (c: Counts) => noPositives(c) || noNegatives(c);
const noRows = (c: Counts) => noPositives(c) && noNegatives(c);
const nothingToFind = ({ tp, fp, fn }: Counts) => tp === 0 && fp === 0 && fn === 0;

/** Where each metric is undefined: the table of the conventions, written down a second time and apart from the program. */
export const isUndefined: Record<ThresholdMetricId, (counts: Counts, threshold: number) => boolean> = {
  precision: nothingFlagged,
  recall: noPositives,
  specificity: noNegatives,
  npv: everythingFlagged,
  fpr: noNegatives,
  fnr: noPositives,
  fdr: nothingFlagged,
  falseOmissionRate: everythingFlagged,
  f1: nothingToFind,
  f2: nothingToFind,
  f05: nothingToFind,
  accuracy: noRows,
  balancedAccuracy: aClassAbsent,
  matthewsCorrcoef: (c) => nothingFlagged(c) || everythingFlagged(c) || aClassAbsent(c),
  cohenKappa: ({ tp, fp, fn, tn }) => fp + fn === 0 && (tp === 0 || tn === 0),
  youdenJ: aClassAbsent,
  gMean: aClassAbsent,
  jaccard: nothingToFind,
  selectionRate: noRows,
  lift: (c) => noPositives(c) || nothingFlagged(c),
  positiveLikelihoodRatio: (c) => aClassAbsent(c) || nothingFlagged(c),
  negativeLikelihoodRatio: (c) => aClassAbsent(c) || everythingFlagged(c),
  netBenefit: (c, threshold) => noRows(c) || !(threshold >= 0 && threshold < 1),
};
