import { meanOver } from '../metrics/averaging.ts';
import { rankingMetrics } from '../metrics/ranking.ts';
import { totalsOf } from '../scores/scoreIndex.ts';
import { type LabelScores, labelIndex, pooledIndex } from './labelScores.ts';
import { type ClassMeasures, indexMeasures, type RankingAverages, type ScoreRange } from './overview.ts';

type Averages = Omit<RankingAverages, 'oneVsOne'>;

/** What is known of the labels of one split before anything is decided. */
export interface LabelsOverview {
  readonly rocAuc: Averages;
  readonly averagePrecision: Averages;
  readonly classes: readonly ClassMeasures[];
}

/** Least and greatest score of each label over some splits; NaN for a label without any. O(rows · labels). */
export function labelRanges(splits: readonly LabelScores[]): ScoreRange[] {
  const [first] = splits;
  return (first?.yScore ?? []).map((_, place) => {
    let low = Number.NaN;
    let high = Number.NaN;
    for (const { yScore } of splits) {
      for (const score of yScore[place]) {
        if (!(score >= low) && !Number.isNaN(score)) low = score;
        if (!(score <= high) && !Number.isNaN(score)) high = score;
      }
    }
    return { low, high };
  });
}

/** Measures the labels of one split. `axes`: over which range of scores each label's rows are binned. O(rows · labels). */
export function labelsOverview(scores: LabelScores, axes: readonly ScoreRange[]): LabelsOverview {
  const indexes = scores.yScore.map((_, place) => labelIndex(scores, place));
  const supports = indexes.map((index) => totalsOf(index).positives);
  const classes = indexes.map((index, place) => indexMeasures(index, supports[place], axes[place]));
  const micro = rankingMetrics(pooledIndex(scores));
  const averaged = (id: 'rocAuc' | 'averagePrecision'): Averages => {
    const values = classes.map((measures) => measures[id]);
    const whole = (weights: readonly number[] | null) => {
      const { value, leftOut } = meanOver(values, weights);
      return leftOut > 0 ? Number.NaN : value;
    };
    return { macro: whole(null), weighted: whole(supports), micro: micro[id] };
  };
  return { rocAuc: averaged('rocAuc'), averagePrecision: averaged('averagePrecision'), classes };
}
