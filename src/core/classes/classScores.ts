import { buildScoreIndex, type ScoreIndex } from '../scores/scoreIndex.ts';

/** The rows of one split of a multi-class file: the true class of each, and a score for every class. */
export interface ClassScores {
  /** The place of each row's true class among the classes. */
  readonly yTrue: Uint16Array;
  /** For every class one score a row, finite; null for a class without a column, which is never predicted. */
  readonly yScore: readonly (Float64Array | null)[];
  /** Finite and not negative; null where every row counts 1. */
  readonly sampleWeight: Float64Array | null;
}

/** The rows of a class, or the sum of their weights, for every class. O(rows). */
export function supportsOf({ yTrue, yScore, sampleWeight }: ClassScores): Float64Array {
  const supports = new Float64Array(yScore.length);
  for (let row = 0; row < yTrue.length; row++) supports[yTrue[row]] += sampleWeight === null ? 1 : sampleWeight[row];
  return supports;
}

/** Whether every class has a column and all scores lie in [0, 1]. O(rows · classes). */
export function areClassProbabilities({ yTrue, yScore }: ClassScores): boolean {
  return yTrue.length > 0 && yScore.every((scores) => scores !== null && isWithinUnit(scores));
}

function isWithinUnit(scores: Float64Array): boolean {
  for (let row = 0; row < scores.length; row++) if (!(scores[row] >= 0 && scores[row] <= 1)) return false;
  return true;
}

/** The score index of one class against all others together, by the class's own scores; null where it has none. O(rows). */
export function oneVsRest({ yTrue, yScore, sampleWeight }: ClassScores, place: number): ScoreIndex | null {
  const scores = yScore[place];
  if (scores === null) return null;
  const isOfClass = new Uint8Array(yTrue.length);
  for (let row = 0; row < yTrue.length; row++) isOfClass[row] = yTrue[row] === place ? 1 : 0;
  return buildScoreIndex(isOfClass, scores, sampleWeight);
}
