import { meanOfAll } from '../metrics/averaging.ts';
import { rankingMetrics } from '../metrics/ranking.ts';
import { totalsOf } from '../scores/scoreIndex.ts';
import { type LabelScores, labelIndex, pooledIndex } from './labelScores.ts';
import { type ClassMeasures, indexMeasures, type RankingAverages } from './overview.ts';
import type { ScoreRange } from './scoreRanges.ts';

type Averages = Omit<RankingAverages, 'oneVsOne'>;

/** What is known of the labels of one split before anything is decided. */
export interface LabelsOverview {
  readonly rocAuc: Averages;
  readonly averagePrecision: Averages;
  readonly classes: readonly ClassMeasures[];
}

/** Measures the labels of one split. `axes`: over which range of scores each label's rows are binned. O(rows · labels). */
export function labelsOverview(scores: LabelScores, axes: readonly ScoreRange[]): LabelsOverview {
  const indexes = scores.yScore.map((_, place) => labelIndex(scores, place));
  const supports = indexes.map((index) => totalsOf(index).positives);
  const classes = indexes.map((index, place) => indexMeasures(index, supports[place], axes[place]));
  const micro = rankingMetrics(pooledIndex(scores));
  const averaged = (id: 'rocAuc' | 'averagePrecision'): Averages => {
    const values = classes.map((measures) => measures[id]);
    return { macro: meanOfAll(values, null), weighted: meanOfAll(values, supports), micro: micro[id] };
  };
  return { rocAuc: averaged('rocAuc'), averagePrecision: averaged('averagePrecision'), classes };
}
