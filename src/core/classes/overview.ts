import { sliderScale } from '../choose/stops.ts';
import { scoreHistogram } from '../curves/histogram.ts';
import { meanOfAll } from '../metrics/averaging.ts';
import { rankingMetrics } from '../metrics/ranking.ts';
import type { ScoreIndex } from '../scores/scoreIndex.ts';
import { areClassProbabilities, type ClassScores, oneVsRest, supportsOf } from './classScores.ts';
import { classBrierScore, classLogLoss, topKAccuracies, topLabelCalibrationError } from './probability.ts';
import { microIndex, oneVsOneAuc } from './ranking.ts';
import type { ScoreRange } from './scoreRanges.ts';

/** What is known of one class before anything is decided. */
export interface ClassMeasures {
  /** Its rows, or the sum of their weights. */
  readonly support: number;
  /** Against all others together; NaN where undefined or without scores. */
  readonly rocAuc: number;
  readonly averagePrecision: number;
  /** Rows of the class, and of all others, in bins of equal width over the slider of the class's scores. */
  readonly ofClass: Float64Array;
  readonly ofOthers: Float64Array;
}

/** What is known of the classes of one split before anything is decided. */
export interface ClassOverview {
  readonly rows: number;
  readonly areProbabilities: boolean;
  readonly logLoss: number;
  readonly brierScore: number;
  readonly topLabelCalibrationError: number;
  /** For k = 1, 2, … */
  readonly topKAccuracies: readonly number[];
  readonly rocAuc: RankingAverages;
  readonly averagePrecision: Omit<RankingAverages, 'oneVsOne'>;
  readonly classes: readonly ClassMeasures[];
}

/** Averages of one ranking metric of each class against the rest; NaN unless every class has a value. */
export interface RankingAverages {
  readonly macro: number;
  readonly weighted: number;
  readonly micro: number;
  readonly oneVsOne: { readonly macro: number; readonly weighted: number };
}

const BINS = 30;
const MOST_TOP_K = 5;

/** Measures the classes of one split. `axes`: over which range of scores each class's rows are binned. O(rows · classes · log rows). */
export function classOverview(scores: ClassScores, axes: readonly ScoreRange[]): ClassOverview {
  const supports = supportsOf(scores);
  const classes = scores.yScore.map((_, place) => measuresOf(scores, place, supports[place], axes[place]));
  const micro = rankingMetrics(microIndex(scores));
  const averaged = (id: 'rocAuc' | 'averagePrecision') => {
    const values = classes.map((measures) => measures[id]);
    return { macro: meanOfAll(values, null), weighted: meanOfAll(values, supports), micro: micro[id] };
  };
  return {
    rows: scores.yTrue.length,
    areProbabilities: areClassProbabilities(scores),
    logLoss: classLogLoss(scores),
    brierScore: classBrierScore(scores),
    topLabelCalibrationError: topLabelCalibrationError(scores),
    topKAccuracies: topKAccuracies(scores, Math.min(MOST_TOP_K, scores.yScore.length - 1)),
    rocAuc: { ...averaged('rocAuc'), oneVsOne: oneVsOneAuc(scores) },
    averagePrecision: averaged('averagePrecision'),
    classes,
  };
}

function measuresOf(scores: ClassScores, place: number, support: number, range: ScoreRange): ClassMeasures {
  const index = oneVsRest(scores, place);
  if (index === null) {
    return {
      support,
      rocAuc: Number.NaN,
      averagePrecision: Number.NaN,
      ofClass: new Float64Array(),
      ofOthers: new Float64Array(),
    };
  }
  return indexMeasures(index, support, range);
}

/** What is known of one class by the index of its scores. O(rows). */
export function indexMeasures(index: ScoreIndex, support: number, { low, high }: ScoreRange): ClassMeasures {
  const { rocAuc, averagePrecision } = rankingMetrics(index);
  const axis = sliderScale(low, high);
  return {
    support,
    rocAuc,
    averagePrecision,
    ofClass: scoreHistogram(index.positives, axis.low, axis.high, BINS),
    ofOthers: scoreHistogram(index.negatives, axis.low, axis.high, BINS),
  };
}
