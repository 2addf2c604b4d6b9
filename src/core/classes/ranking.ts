import { meanOfAll } from '../metrics/averaging.ts';
import { rankingMetrics } from '../metrics/ranking.ts';
import { buildScoreIndex, buildScoreIndexes, type Run, type ScoreIndex } from '../scores/scoreIndex.ts';
import { type ClassScores, supportsOf } from './classScores.ts';

/** The area under the ROC curve of every pair of classes, averaged. */
export interface OneVsOne {
  readonly macro: number;
  /** By the rows of both classes of a pair. */
  readonly weighted: number;
}

/**
 * The mean over all pairs of classes of the area under the ROC curve among the rows of the two alone, itself the mean of the areas by
 * either class's scores (Hand and Till 2001). NaN unless every class has rows and scores. O(classes · (rows · log rows)). Agrees with
 * `sklearn.metrics.roc_auc_score(multi_class='ovo')`.
 */
export function oneVsOneAuc(scores: ClassScores): OneVsOne {
  const { yTrue, yScore, sampleWeight } = scores;
  const nobody = new Uint8Array(yTrue.length);
  // For each class's scores, the rows of every class by themselves, sorted.
  const runs = yScore.map((column): readonly Run[] => {
    if (column === null) return [];
    return buildScoreIndexes(nobody, column, yTrue, yScore.length, sampleWeight).map(({ negatives }) => negatives);
  });
  const aucOf = (positive: number, negative: number) => {
    const byOwnScores = runs[positive];
    if (byOwnScores.length === 0) return Number.NaN;
    return rankingMetrics({ positives: byOwnScores[positive], negatives: byOwnScores[negative] }).rocAuc;
  };
  const supports = supportsOf(scores);
  const areas: number[] = [];
  const weights: number[] = [];
  for (let a = 0; a < yScore.length; a++) {
    for (let b = a + 1; b < yScore.length; b++) {
      areas.push((aucOf(a, b) + aucOf(b, a)) / 2);
      weights.push(supports[a] + supports[b]);
    }
  }
  return { macro: meanOfAll(areas, null), weighted: meanOfAll(areas, weights) };
}

/**
 * The score index of every (row, class) pair at once: a pair is positive where the row is of the class. Micro averages of ranking
 * metrics come from it. Classes without scores are left out. O(rows · classes). As `roc_auc_score(average='micro')` on indicators.
 */
export function microIndex({ yTrue, yScore, sampleWeight }: ClassScores): ScoreIndex {
  const columns = yScore.flatMap((column, place) => (column === null ? [] : [{ column, place }]));
  const rows = yTrue.length;
  const isOfClass = new Uint8Array(rows * columns.length);
  const pairScores = new Float64Array(rows * columns.length);
  const weights = sampleWeight === null ? null : new Float64Array(rows * columns.length);
  columns.forEach(({ column, place }, at) => {
    pairScores.set(column, at * rows);
    if (sampleWeight !== null) weights?.set(sampleWeight, at * rows);
    for (let row = 0; row < rows; row++) isOfClass[at * rows + row] = yTrue[row] === place ? 1 : 0;
  });
  return buildScoreIndex(isOfClass, pairScores, weights);
}
