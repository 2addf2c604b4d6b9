import { scoreHistogram } from '../curves/histogram.ts';
import { type WilsonInterval, wilsonInterval } from '../intervals/proportion.ts';
import { areProbabilities } from '../metrics/probability.ts';
import { firstFlagged } from '../scores/confusion.ts';
import { amountBelow, hasWeights, type Run, type ScoreIndex, scoreRangeOf, totalsOf } from '../scores/scoreIndex.ts';

/** Scores like one, and how often their class was the true one. */
export interface ScoresAlike {
  readonly low: number;
  readonly high: number;
  /** Rows, or the sum of weights. */
  readonly amount: number;
  readonly positives: number;
  /** positives / amount; NaN where no score is alike. */
  readonly share: number;
  /** Wilson's, 95 %; null for weighted rows and where no score is alike. */
  readonly interval: WilsonInterval | null;
}

/** Where a score lies among the scores of the open data. */
export interface ScorePlace {
  /** The share of all rows with a lower score; NaN without rows. */
  readonly below: number;
  readonly rows: number;
  /** The score is beyond all others. */
  readonly isOutside: boolean;
  readonly low: number;
  readonly high: number;
  /** Positives and negatives in bins of equal width from `low` to `high`. */
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
  readonly alike: ScoresAlike;
}

const BINS = 40;
/** Scores alike lie in the same tenth of the scale. */
const TENTHS = 10;

/** Where a score lies, and how the rows with scores in the same tenth of the scale turned out. O(bins · log rows). */
export function placeOfScore(index: ScoreIndex, score: number): ScorePlace {
  const { positives, negatives, rows } = totalsOf(index);
  const range = scoreRangeOf(index);
  const isUnit = areProbabilities(index);
  const low = isUnit ? 0 : range.low;
  const high = isUnit ? 1 : range.high;
  const below = belowIn(index.positives, score) + belowIn(index.negatives, score);
  return {
    below: below / (positives + negatives),
    rows,
    isOutside: !(score >= range.low && score <= range.high),
    low,
    high,
    positives: scoreHistogram(index.positives, low, high, BINS),
    negatives: scoreHistogram(index.negatives, low, high, BINS),
    alike: scoresAlike(index, score, low, high),
  };
}

const belowIn = (run: Run, score: number): number => amountBelow(run, firstFlagged(run, score, '>='));

function scoresAlike(index: ScoreIndex, score: number, from: number, to: number): ScoresAlike {
  const edge = (tenth: number) => from + ((to - from) * tenth) / TENTHS;
  const tenths = Array.from({ length: TENTHS - 1 }, (_, at) => edge(at + 1));
  const place = tenths.findLastIndex((start) => score >= start) + 1;
  const low = edge(place);
  const high = edge(place + 1);
  const isLast = place === TENTHS - 1;
  const within = (run: Run) =>
    amountBelow(run, firstFlagged(run, high, isLast ? '>' : '>=')) - amountBelow(run, firstFlagged(run, low, '>='));
  const positives = within(index.positives);
  const amount = positives + within(index.negatives);
  const isCounted = !hasWeights(index) && amount > 0;
  return {
    low,
    high,
    amount,
    positives,
    share: positives / amount,
    interval: isCounted ? wilsonInterval(positives, amount) : null,
  };
}
