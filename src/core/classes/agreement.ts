import { actualTotals, type ConfusionMatrix, countAt, predictedTotals } from './confusionMatrix.ts';

/** How far decisions and actual classes agree over all classes at once. */
export interface Agreement {
  readonly rows: number;
  /** Rows decided rightly. */
  readonly right: number;
  /** Rows decided to be none of the classes. */
  readonly undecided: number;
  /** right / rows; rows decided to be none of the classes count as wrong. NaN without rows. `accuracy_score`. */
  readonly accuracy: number;
  /**
   * (po − pe) / (1 − pe), with po the accuracy and pe = Σ over classes of actual · predicted / rows². NaN where pe = 1, or without
   * rows. `cohen_kappa_score`.
   */
  readonly cohenKappa: number;
  /**
   * (c·s − Σ p·t) / √((s² − Σ p²)(s² − Σ t²)), with s all rows, c the right ones, p and t the predicted and actual rows of each class.
   * NaN where a factor is 0. `matthews_corrcoef`.
   */
  readonly matthewsCorrcoef: number;
}

/** All of them. "None of the classes" counts as one more class that no row has. O(size²). */
export function agreementOf(matrix: ConfusionMatrix): Agreement {
  const actual = actualTotals(matrix);
  const predicted = predictedTotals(matrix);
  let rows = 0;
  let right = 0;
  let products = 0;
  let actualSquares = 0;
  let predictedSquares = 0;
  for (let place = 0; place < matrix.size; place++) {
    rows += actual[place];
    right += countAt(matrix, place, place);
    products += actual[place] * predicted[place];
    actualSquares += actual[place] * actual[place];
  }
  for (const count of predicted) predictedSquares += count * count;
  const square = rows * rows;
  return {
    rows,
    right,
    undecided: predicted[matrix.size],
    accuracy: right / rows,
    cohenKappa: (rows * right - products) / (square - products),
    matthewsCorrcoef: (rows * right - products) / Math.sqrt((square - predictedSquares) * (square - actualSquares)),
  };
}
