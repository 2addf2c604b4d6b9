import type { Confusion } from '../scores/confusion.ts';
import type { ClassScores } from './classScores.ts';

/** How many rows of each actual class were decided to be each class. Rows, or sums of weights. */
export interface ConfusionMatrix {
  /** The number of classes. */
  readonly size: number;
  /** `counts[actual * (size + 1) + predicted]`; the last column holds the rows that were decided to be none of the classes. */
  readonly counts: Float64Array;
}

/** The confusion matrix of decided rows (`decideRows`). O(rows). Agrees with `sklearn.metrics.confusion_matrix`. */
export function confusionMatrixOf({ yTrue, yScore, sampleWeight }: ClassScores, picks: Uint16Array): ConfusionMatrix {
  const size = yScore.length;
  const width = size + 1;
  const counts = new Float64Array(size * width);
  for (let row = 0; row < picks.length; row++) {
    counts[yTrue[row] * width + picks[row]] += sampleWeight === null ? 1 : sampleWeight[row];
  }
  return { size, counts };
}

/** One cell; `predicted` = size is "none of the classes". O(1). */
export function countAt({ size, counts }: ConfusionMatrix, actual: number, predicted: number): number {
  return counts[actual * (size + 1) + predicted];
}

/** Rows of each actual class. O(size²). */
export function actualTotals(matrix: ConfusionMatrix): Float64Array {
  const totals = new Float64Array(matrix.size);
  for (let actual = 0; actual < matrix.size; actual++) {
    for (let predicted = 0; predicted <= matrix.size; predicted++) totals[actual] += countAt(matrix, actual, predicted);
  }
  return totals;
}

/** Rows decided to be each class; one entry more than there are classes, for none of them. O(size²). */
export function predictedTotals(matrix: ConfusionMatrix): Float64Array {
  const totals = new Float64Array(matrix.size + 1);
  for (let actual = 0; actual < matrix.size; actual++) {
    for (let predicted = 0; predicted <= matrix.size; predicted++) {
      totals[predicted] += countAt(matrix, actual, predicted);
    }
  }
  return totals;
}

/**
 * What the decision comes to for each class against all others: tp are its rows decided to be it, fp the others decided to be it.
 * O(size²). Agrees with `sklearn.metrics.multilabel_confusion_matrix`.
 */
export function confusionsOf(matrix: ConfusionMatrix): Confusion[] {
  const actual = actualTotals(matrix);
  const predicted = predictedTotals(matrix);
  const total = actual.reduce((sum, count) => sum + count, 0);
  return Array.from(actual, (count, place) => {
    const tp = countAt(matrix, place, place);
    const fp = predicted[place] - tp;
    const fn = count - tp;
    return { tp, fp, fn, tn: total - tp - fp - fn };
  });
}
