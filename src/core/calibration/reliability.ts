import { areProbabilities } from '../metrics/probability.ts';
import { addOverRun } from '../scores/addOverRun.ts';
import { CompensatedSum } from '../scores/compensatedSum.ts';
import { firstFlagged } from '../scores/confusion.ts';
import { amountBelow, hasWeights, type Run, type ScoreIndex, scoreRangeOf, totalsOf } from '../scores/scoreIndex.ts';

/** `uniform`: bins as wide as each other; `quantile`: bins that hold as many cases as each other, as far as ties allow. */
export type BinStrategy = 'uniform' | 'quantile';

/** The bins of which all figures of calibration speak. */
export const RELIABILITY_BINS = 10;

/** The cases whose score is above `low` and at most `high`; the first bin holds those at its lower edge too. */
export interface ReliabilityBin {
  readonly low: number;
  readonly high: number;
  /** Rows, or the sum of weights. */
  readonly amount: number;
  /** The mean score and the share of positives; NaN in an empty bin. */
  readonly probPred: number;
  readonly probTrue: number;
}

/**
 * The bins of a reliability diagram, ascending, empty ones included; none where a score is outside [0, 1], or without rows. Equal width:
 * the edges of `numpy.linspace(0, 1)`. Equal count: those of `numpy.percentile` with linear interpolation; with weights, the lowest
 * scores up to which each share of the weight lies (`method='inverted_cdf'`), so that the scale of the weights does not matter. O(n).
 * Agrees with `sklearn.calibration.calibration_curve`, which leaves out empty bins.
 */
export function reliabilityBins(
  index: ScoreIndex,
  strategy: BinStrategy,
  count = RELIABILITY_BINS,
): readonly ReliabilityBin[] {
  if (!areProbabilities(index)) return [];
  const edges = strategy === 'uniform' ? evenEdges(count) : quantileEdges(index, count);
  const placesIn = (run: Run) =>
    edges.map((edge, i) => (i === 0 ? 0 : i === count ? run.scores.length : firstFlagged(run, edge, '>')));
  const positives = placesIn(index.positives);
  const negatives = placesIn(index.negatives);
  return Array.from({ length: count }, (_, bin) => {
    const scores = new CompensatedSum();
    const takeScores = (values: Float64Array, terms: Float64Array) => terms.set(values);
    addOverRun(scores, index.positives, positives[bin], positives[bin + 1], takeScores);
    addOverRun(scores, index.negatives, negatives[bin], negatives[bin + 1], takeScores);
    const ofPositives = amountBelow(index.positives, positives[bin + 1]) - amountBelow(index.positives, positives[bin]);
    const ofNegatives = amountBelow(index.negatives, negatives[bin + 1]) - amountBelow(index.negatives, negatives[bin]);
    const amount = ofPositives + ofNegatives;
    return {
      low: edges[bin],
      high: edges[bin + 1],
      amount,
      probPred: scores.total / amount,
      probTrue: ofPositives / amount,
    };
  });
}

/**
 * Expected calibration error: Σ over bins of (share of cases) · |mean score − share of positives|. NaN without bins. O(bins). Agrees
 * with the usual definition on the bins of `sklearn.calibration.calibration_curve`.
 */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
  return meanOver(bins, ({ probPred, probTrue }) => Math.abs(probPred - probTrue));
}

/** The parts of a Brier score: reliability − resolution + uncertainty + withinBins. */
export interface BrierParts {
  /** Mean squared distance between mean score and share of positives of the bins: 0 is perfect. */
  readonly reliability: number;
  /** Mean squared distance between the bins' shares of positives and the whole one: more is better. */
  readonly resolution: number;
  /** prevalence · (1 − prevalence): what the data brings along whatever the scores say. */
  readonly uncertainty: number;
  /**
   * What the three leave over because scores differ within a bin: the mean over all cases of
   * (score − mean score)² − 2 (score − mean score)(y − share of positives), both means being those of the bin.
   */
  readonly withinBins: number;
}

/**
 * Murphy's decomposition of a Brier score over bins, with the remainder that makes the parts add up (Stephenson, Coelho and Jolliffe
 * 2008). NaN without bins. O(bins).
 */
export function brierParts(bins: readonly ReliabilityBin[], brierScore: number): BrierParts {
  const prevalence = meanOver(bins, ({ probTrue }) => probTrue);
  const reliability = meanOver(bins, ({ probPred, probTrue }) => (probPred - probTrue) ** 2);
  const resolution = meanOver(bins, ({ probTrue }) => (probTrue - prevalence) ** 2);
  const uncertainty = prevalence * (1 - prevalence);
  return { reliability, resolution, uncertainty, withinBins: brierScore - (reliability - resolution + uncertainty) };
}

/** The mean over all cases of something that each bin has one value of. */
function meanOver(bins: readonly ReliabilityBin[], of: (bin: ReliabilityBin) => number): number {
  let sum = 0;
  let total = 0;
  for (const bin of bins) {
    if (!(bin.amount > 0)) continue;
    sum += bin.amount * of(bin);
    total += bin.amount;
  }
  return sum / total;
}

/** The edges of numpy.linspace: 3 · (1/10) is 0.30000000000000004, and a score of 0.3 lies below it. */
function evenEdges(count: number): readonly number[] {
  return Array.from({ length: count + 1 }, (_, i) => (i === count ? 1 : i * (1 / count)));
}

/** O(count · log² n). */
function quantileEdges(index: ScoreIndex, count: number): readonly number[] {
  const { positives, negatives } = totalsOf(index);
  const total = positives + negatives;
  const { low, high } = scoreRangeOf(index);
  return evenEdges(count).map((even, i) => {
    if (i === 0) return low;
    if (i === count) return high;
    if (hasWeights(index)) return lowestWithBelow(index, (i / count) * total);
    // calibration_curve passes percentages, and numpy.percentile divides them by 100 again.
    const place = ((even * 100) / 100) * (total - 1);
    const before = lowestWithBelow(index, Math.floor(place) + 1);
    const after = lowestWithBelow(index, Math.min(Math.floor(place) + 2, total));
    const part = place - Math.floor(place);
    return part < 0.5 ? before + (after - before) * part : after - (after - before) * (1 - part);
  });
}

/** The lowest score that, with all scores below it, holds at least so many rows or so much weight. O(log² n). */
function lowestWithBelow(index: ScoreIndex, amount: number): number {
  const upTo = (score: number): number =>
    amountBelow(index.positives, firstFlagged(index.positives, score, '>')) +
    amountBelow(index.negatives, firstFlagged(index.negatives, score, '>'));
  const lowestIn = ({ scores }: Run): number => {
    let low = 0;
    let high = scores.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (upTo(scores[middle]) >= amount) high = middle;
      else low = middle + 1;
    }
    return low < scores.length ? scores[low] : Number.POSITIVE_INFINITY;
  };
  return Math.min(lowestIn(index.positives), lowestIn(index.negatives));
}
