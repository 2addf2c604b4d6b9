import { CompensatedSum } from '../scores/compensatedSum.ts';
import type { Run, ScoreIndex } from '../scores/scoreIndex.ts';
import { amountBelow, totalsOf } from '../scores/scoreIndex.ts';
import { sortAscendingWithWeights } from '../scores/sortScores.ts';
import { type Interval, LEVEL } from './interval.ts';
import { normalQuantile } from './normalQuantile.ts';

/** The area under the ROC curve and how much it varies from sample to sample. */
export interface AucVariance {
  readonly auc: number;
  readonly variance: number;
}

export interface DelongInterval extends Interval, AucVariance {
  readonly method: 'delong';
}

/**
 * DeLong's variance of the area under the ROC curve (Biometrics 44, 1988) by mid-ranks: with V₁₀(i) the share of negatives below the i-th
 * positive, ties counting one half, and V₀₁(j) the share of positives above the j-th negative, var(V₁₀) / positives + var(V₀₁) /
 * negatives (variances with n − 1). Weights count as numbers of rows. Both are NaN unless each class has two rows. O(n), given the sorted
 * runs. The variance equals R's `pROC::var(roc, method = "delong")`.
 */
export function delongVariance(index: ScoreIndex): AucVariance {
  const { positives: m, negatives: n } = totalsOf(index);
  const ofPositives = placements(index.positives, index.negatives, n);
  const auc = ofPositives.mean;
  if (!(m >= 2 && n >= 2)) return { auc, variance: Number.NaN };
  const ofNegatives = placements(index.negatives, index.positives, m);
  return { auc, variance: ofPositives.squares / (m - 1) / m + ofNegatives.squares / (n - 1) / n };
}

/**
 * The interval of the area under the ROC curve from DeLong's variance, on the logit scale, so that it stays within 0 and 1. NaN ends
 * where the area is 0 or 1, and unless each class has two rows. Covers less than it says below about 100 rows of either class. O(n).
 */
export function delongInterval(index: ScoreIndex, level = LEVEL): DelongInterval {
  const { auc, variance } = delongVariance(index);
  const reach = (normalQuantile((1 + level) / 2) * Math.sqrt(variance)) / (auc * (1 - auc));
  const logit = Math.log(auc / (1 - auc));
  const isDefined = auc > 0 && auc < 1 && Number.isFinite(reach);
  return {
    auc,
    variance,
    low: isDefined ? logistic(logit - reach) : Number.NaN,
    high: isDefined ? logistic(logit + reach) : Number.NaN,
    method: 'delong',
    level,
  };
}

/** Two models on the same rows. */
export interface AucDifference {
  /** The area of the second less that of the first. */
  readonly difference: number;
  readonly variance: number;
  readonly low: number;
  readonly high: number;
  readonly method: 'delong';
  readonly level: number;
}

/**
 * The difference of the areas under the ROC curves of two models that scored the same rows, `second - first`, with the interval from
 * DeLong's variances and covariance. NaN unless each class has two rows. O(n), and sorting. Agrees with R's `pROC::roc.test(method = "delong",
 * paired = TRUE)`.
 */
export function delongDifference(
  yTrue: Uint8Array,
  first: Float64Array,
  second: Float64Array,
  level = LEVEL,
): AucDifference {
  const one = rowPlacements(yTrue, first);
  const two = rowPlacements(yTrue, second);
  const of = (label: number) => {
    const differences = two.filter((_, row) => yTrue[row] === label);
    const ofFirst = one.filter((_, row) => yTrue[row] === label);
    for (let i = 0; i < differences.length; i++) differences[i] -= ofFirst[i];
    return meanAndSquares(differences, null);
  };
  const [negatives, positives] = [of(0), of(1)];
  const difference = positives.mean;
  const variance = [negatives, positives].reduce((sum, { squares, count }) => sum + squares / (count - 1) / count, 0);
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(variance);
  return { difference, variance, low: difference - reach, high: difference + reach, method: 'delong', level };
}

/**
 * For each row of a run the share of the other run that lies below it, ties counting one half: their mean and the sum of the squares of
 * their distances from it. The share above has the same squares.
 */
function placements(run: Run, other: Run, otherTotal: number) {
  const shares = new Float64Array(run.scores.length);
  let below = 0;
  let upTo = 0;
  for (let i = 0; i < run.scores.length; i++) {
    while (below < other.scores.length && other.scores[below] < run.scores[i]) below++;
    while (upTo < other.scores.length && other.scores[upTo] <= run.scores[i]) upTo++;
    shares[i] = (amountBelow(other, below) + amountBelow(other, upTo)) / 2 / otherTotal;
  }
  return meanAndSquares(shares, run);
}

function meanAndSquares(shares: Float64Array, run: Run | null) {
  const weightOf = (i: number) => (run === null ? 1 : amountBelow(run, i + 1) - amountBelow(run, i));
  const sum = new CompensatedSum();
  const squares = new CompensatedSum();
  let count = 0;
  for (let i = 0; i < shares.length; i++) {
    const weight = weightOf(i);
    count += weight;
    sum.add(weight * shares[i]);
  }
  const mean = sum.total / count;
  for (let i = 0; i < shares.length; i++) squares.add(weightOf(i) * (shares[i] - mean) ** 2);
  return { mean, squares: squares.total, count };
}

/** For each positive the share of negatives below it, for each negative the share of positives above it. */
function rowPlacements(yTrue: Uint8Array, yScore: Float64Array): Float64Array {
  const [negatives, positives] = [0, 1].map((label) => sortedRows(yTrue, yScore, label));
  const shares = new Float64Array(yTrue.length);
  placeAmong(positives, negatives, (row, share) => {
    shares[row] = share;
  });
  placeAmong(negatives, positives, (row, share) => {
    shares[row] = 1 - share;
  });
  return shares;
}

/** The scores of one class, ascending, each with its row. */
interface SortedRows {
  readonly scores: Float64Array;
  readonly rows: Float64Array;
}

function sortedRows(yTrue: Uint8Array, yScore: Float64Array, label: number): SortedRows {
  const scores = yScore.filter((_, row) => yTrue[row] === label);
  const rows = new Float64Array(scores.length);
  let next = 0;
  for (let row = 0; row < yTrue.length; row++) if (yTrue[row] === label) rows[next++] = row;
  // A score is carried along with its row as it would be with its weight.
  sortAscendingWithWeights(scores, rows);
  return { scores, rows };
}

/** Gives each row of one class the share of the other class below it, ties counting one half. */
function placeAmong({ scores, rows }: SortedRows, other: SortedRows, give: (row: number, share: number) => void): void {
  const others = other.scores;
  let below = 0;
  let upTo = 0;
  for (let i = 0; i < scores.length; i++) {
    while (below < others.length && others[below] < scores[i]) below++;
    while (upTo < others.length && others[upTo] <= scores[i]) upTo++;
    give(rows[i], (below + upTo) / 2 / others.length);
  }
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
