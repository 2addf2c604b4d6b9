import type { Average, AveragedMetricId } from '../metrics/averaging.ts';
import type { ThresholdMetric } from '../metrics/metric.ts';
import { f1, precision, recall } from '../metrics/threshold.ts';
import type { Confusion, DecisionRule } from '../scores/confusion.ts';
import type { LabelScores } from './labelScores.ts';

/** What a decision on every label comes to for whole cases: rows that have all labels and scores. Rows, or sums of weights. */
export interface LabelCases {
  readonly rows: number;
  /** Rows that lack some label or score. */
  readonly incomplete: number;
  /** Cases with exactly their labels, and no other. */
  readonly exact: number;
  /** Labels of all cases together: those that hold, and those decided to. */
  readonly trueLabels: number;
  readonly predictedLabels: number;
  /** Cases without a label: truly, and as decided. */
  readonly withoutTrue: number;
  readonly withoutPredicted: number;
  /** Mean over the cases of the metric within one case; `leftOut`: cases in which it is undefined. As `average='samples'`. */
  readonly samples: Readonly<Record<AveragedMetricId, Average>>;
}

export interface LabelOutcomes {
  /** Of each label, over the rows that have it. */
  readonly confusions: readonly Confusion[];
  readonly cases: LabelCases;
}

/** Rows at a time, so that what is counted of them stays in the fastest memory. */
const BLOCK = 2048;
/** Where the sums of a row lie in 32 bits: its true labels, decided ones, those that are both, and missing ones; up to 255 each. */
const PICKS = 8;
const HITS = 16;
const LACKS = 24;
const COUNT = 0xff;

/**
 * Decides every label of every row by the label's own threshold; at most 255 labels. A row that lacks a label or its score is left out for this label, and
 * of everything that is about whole cases. O(rows · labels): one pass. Agrees with `multilabel_confusion_matrix`, `accuracy_score`
 * (subset accuracy) and, but for undefined values, `precision_recall_fscore_support(average='samples')`.
 */
export function decideLabels(
  { yTrue, yScore, sampleWeight }: LabelScores,
  thresholds: readonly number[],
  rule: DecisionRule,
): LabelOutcomes {
  const rows = yTrue[0]?.length ?? 0;
  const counts = yTrue.map(() => ({ tp: 0, fp: 0, fn: 0, tn: 0 }));
  const cases = new CaseCounter(yTrue.length);
  const isStrict = rule === '>';
  const sums = new Uint32Array(BLOCK);
  for (let from = 0; from < rows; from += BLOCK) {
    const to = Math.min(from + BLOCK, rows);
    sums.fill(0);
    for (let place = 0; place < yTrue.length; place++) {
      const holds = yTrue[place];
      const scores = yScore[place];
      const threshold = thresholds[place];
      let tp = 0;
      let fp = 0;
      let fn = 0;
      let tn = 0;
      for (let row = from; row < to; row++) {
        const score = scores[row];
        // Without a branch, since neither labels nor scores can be foretold. A missing score is never flagged, nor its label true.
        const missing = Number.isNaN(score) ? 1 : 0;
        const truth = holds[row];
        const pick = (isStrict ? score > threshold : score >= threshold) ? 1 : 0;
        const weight = sampleWeight === null ? 1 : sampleWeight[row];
        sums[row - from] += truth | (pick << PICKS) | ((truth & pick) << HITS) | (missing << LACKS);
        tp += weight * (truth & pick);
        fp += weight * (pick & (truth ^ 1));
        fn += weight * (truth & (pick ^ 1));
        tn += weight * ((truth | pick | missing) ^ 1);
      }
      const count = counts[place];
      count.tp += tp;
      count.fp += fp;
      count.fn += fn;
      count.tn += tn;
    }
    for (let row = from; row < to; row++) {
      const sum = sums[row - from];
      const weight = sampleWeight === null ? 1 : sampleWeight[row];
      if (sum >>> LACKS > 0) cases.incomplete += weight;
      else cases.add(sum & COUNT, (sum >>> PICKS) & COUNT, (sum >>> HITS) & COUNT, weight);
    }
  }
  return { confusions: counts, cases: cases.result() };
}

/** Counts the cases by how many labels they have, were given, and were rightly given; everything about them follows from that. */
class CaseCounter {
  incomplete = 0;
  #exact = 0;
  readonly #width: number;
  /** Cases by the right ones among their decided labels, their true labels, and both together. */
  readonly #byPicks: Float64Array;
  readonly #byTruths: Float64Array;
  readonly #byBoth: Float64Array;

  constructor(labels: number) {
    this.#width = labels + 1;
    this.#byPicks = new Float64Array(this.#width ** 2);
    this.#byTruths = new Float64Array(this.#width ** 2);
    this.#byBoth = new Float64Array(2 * this.#width ** 2);
  }

  add(truths: number, picks: number, hits: number, weight: number): void {
    const width = this.#width;
    this.#byPicks[picks * width + hits] += weight;
    this.#byTruths[truths * width + hits] += weight;
    this.#byBoth[(truths + picks) * width + hits] += weight;
    if (truths + picks === 2 * hits) this.#exact += weight;
  }

  result(): LabelCases {
    const rows = this.#sum(this.#byPicks, () => 1);
    const labelsOf = (count: number) => count;
    const none = (count: number) => (count === 0 ? 1 : 0);
    const meanOf = (
      cases: Float64Array,
      metric: ThresholdMetric['of'],
      confusion: (count: number, hits: number) => Confusion,
    ) => {
      const value = (count: number, hits: number) => metric(confusion(count, hits), Number.NaN);
      const leftOut = this.#sum(cases, (count, hits) => (Number.isNaN(value(count, hits)) ? 1 : 0));
      const sum = this.#sum(cases, (count, hits) => value(count, hits) || 0);
      return { value: sum / (rows - leftOut), leftOut };
    };
    return {
      rows,
      incomplete: this.incomplete,
      exact: this.#exact,
      trueLabels: this.#sum(this.#byTruths, labelsOf),
      predictedLabels: this.#sum(this.#byPicks, labelsOf),
      withoutTrue: this.#sum(this.#byTruths, none),
      withoutPredicted: this.#sum(this.#byPicks, none),
      samples: {
        precision: meanOf(this.#byPicks, precision.of, (picks, tp) => ({ tp, fp: picks - tp, fn: 0, tn: 0 })),
        recall: meanOf(this.#byTruths, recall.of, (truths, tp) => ({ tp, fp: 0, fn: truths - tp, tn: 0 })),
        // Of the mistakes only how many they are matters here.
        f1: meanOf(this.#byBoth, f1.of, (both, tp) => ({ tp, fp: both - 2 * tp, fn: 0, tn: 0 })),
      },
    };
  }

  #sum(cases: Float64Array, of: (count: number, hits: number) => number): number {
    let sum = 0;
    for (let at = 0; at < cases.length; at++) {
      if (cases[at] > 0) sum += cases[at] * of(Math.floor(at / this.#width), at % this.#width);
    }
    return sum;
  }
}

/** Share of all decisions about a label that are wrong; NaN without any. O(labels). Agrees with `sklearn.metrics.hamming_loss`. */
export function hammingLoss(confusions: readonly Confusion[]): number {
  const sum = (amount: (confusion: Confusion) => number) => confusions.reduce((total, each) => total + amount(each), 0);
  return sum(({ fp, fn }) => fp + fn) / sum(({ tp, fp, fn, tn }) => tp + fp + fn + tn);
}
