import { buildScoreIndex, type ScoreIndex } from '../scores/scoreIndex.ts';

/** The rows of one split of a multi-label file. */
export interface LabelScores {
  /** For every label 1 where it holds, else 0; also 0 where that is not known. */
  readonly yTrue: readonly Uint8Array[];
  /** For every label its scores; NaN in a row that lacks this label or its score, which is left out for this label. */
  readonly yScore: readonly Float64Array[];
  /** Finite and not negative; null where every row counts 1. */
  readonly sampleWeight: Float64Array | null;
}

/** The score index of one label, of the rows that have it. O(rows). */
export function labelIndex(scores: LabelScores, place: number): ScoreIndex {
  return pooledIndex({ ...scores, yTrue: [scores.yTrue[place]], yScore: [scores.yScore[place]] });
}

/**
 * The score index of every (row, label) pair at once, of those pairs that are known. Whatever is read from it is a micro average.
 * O(rows · labels). As `roc_auc_score(average='micro')`.
 */
export function pooledIndex({ yTrue, yScore, sampleWeight }: LabelScores): ScoreIndex {
  let known = 0;
  for (const scores of yScore) for (const score of scores) if (!Number.isNaN(score)) known++;
  const holds = new Uint8Array(known);
  const pairScores = new Float64Array(known);
  const weights = sampleWeight === null ? null : new Float64Array(known);
  let at = 0;
  for (let place = 0; place < yScore.length; place++) {
    const scores = yScore[place];
    for (let row = 0; row < scores.length; row++) {
      if (Number.isNaN(scores[row])) continue;
      holds[at] = yTrue[place][row];
      pairScores[at] = scores[row];
      if (weights !== null && sampleWeight !== null) weights[at] = sampleWeight[row];
      at++;
    }
  }
  return buildScoreIndex(holds, pairScores, weights);
}
