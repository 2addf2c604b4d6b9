import { expectedCalibrationError, reliabilityBins } from '../calibration/reliability.ts';
import { LOG_LOSS_CLIP } from '../metrics/probability.ts';
import { CompensatedSum } from '../scores/compensatedSum.ts';
import { buildScoreIndex } from '../scores/scoreIndex.ts';
import { areClassProbabilities, type ClassScores } from './classScores.ts';
import { decideRows } from './decide.ts';

/**
 * Log loss: the mean of −ln(score of the true class). As scikit-learn does it, scores are first kept 2.220446049250313e-16 away from 0
 * and 1, then each row is rescaled to sum 1. NaN unless every class has scores in [0, 1], or without rows. O(rows · classes). Agrees
 * with `sklearn.metrics.log_loss`.
 */
export function classLogLoss(scores: ClassScores): number {
  const clipped = (score: number) => Math.min(Math.max(score, LOG_LOSS_CLIP), 1 - LOG_LOSS_CLIP);
  return meanOfRows(scores, (columns, row, actual) => {
    let sum = 0;
    for (const column of columns) sum += clipped(column[row]);
    return -Math.log(clipped(columns[actual][row]) / sum);
  });
}

/**
 * Brier score of several classes: the mean of Σ over classes of (y − score)², from 0 to 2. NaN as `classLogLoss`. O(rows · classes).
 */
export function classBrierScore(scores: ClassScores): number {
  return meanOfRows(scores, (columns, row, actual) => {
    let sum = 0;
    for (let place = 0; place < columns.length; place++) {
      const gap = (place === actual ? 1 : 0) - columns[place][row];
      sum += gap * gap;
    }
    return sum;
  });
}

/**
 * Expected calibration error of the highest score of each row as the probability that its class is right: the bins are of
 * equal width. NaN as `classLogLoss`. O(rows · (classes + log rows)).
 */
export function topLabelCalibrationError(scores: ClassScores, bins = 10): number {
  if (!areClassProbabilities(scores)) return Number.NaN;
  const picks = decideRows(scores, { kind: 'argmax' });
  const isRight = Uint8Array.from(picks, (pick, row) => (pick === scores.yTrue[row] ? 1 : 0));
  const highest = Float64Array.from(picks, (pick, row) => scores.yScore[pick]?.[row] ?? Number.NaN);
  return expectedCalibrationError(
    reliabilityBins(buildScoreIndex(isRight, highest, scores.sampleWeight), 'uniform', bins),
  );
}

/**
 * For k = 1 … `most`, the share of rows whose true class is among the k highest scores. Of equal scores the later class comes first, as
 * in `sklearn.metrics.top_k_accuracy_score`, so that k = 1 may differ from the accuracy of argmax, which takes the first. A class
 * without scores is never among them. NaN without rows. O(rows · classes).
 */
export function topKAccuracies({ yTrue, yScore, sampleWeight }: ClassScores, most: number): number[] {
  const columns = yScore.map((column) => column ?? new Float64Array(yTrue.length).fill(-Infinity));
  const hits = new Float64Array(most + 1);
  let total = 0;
  for (let row = 0; row < yTrue.length; row++) {
    const weight = sampleWeight === null ? 1 : sampleWeight[row];
    const actual = yTrue[row];
    total += weight;
    if (yScore[actual] === null) continue;
    const score = columns[actual][row];
    let before = 0;
    for (let place = 0; place < columns.length; place++) {
      const other = columns[place][row];
      if (other > score || (other === score && place > actual)) before++;
    }
    if (before < most) hits[before + 1] += weight;
  }
  for (let k = 1; k <= most; k++) hits[k] += hits[k - 1];
  return Array.from(hits.subarray(1), (hit) => hit / total);
}

/** The weighted mean of what each row gives; NaN where the scores are no probabilities. */
function meanOfRows(
  scores: ClassScores,
  of: (columns: readonly Float64Array[], row: number, actual: number) => number,
): number {
  if (!areClassProbabilities(scores)) return Number.NaN;
  const { yTrue, sampleWeight } = scores;
  const columns = scores.yScore.filter((column) => column !== null);
  const sum = new CompensatedSum();
  const weights = new CompensatedSum();
  for (let row = 0; row < yTrue.length; row++) {
    const weight = sampleWeight === null ? 1 : sampleWeight[row];
    sum.add(weight * of(columns, row, yTrue[row]));
    weights.add(weight);
  }
  return sum.total / weights.total;
}
