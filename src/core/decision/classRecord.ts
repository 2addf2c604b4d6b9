import { agreementOf } from '../classes/agreement.ts';
import { type ConfusionMatrix, confusionsOf } from '../classes/confusionMatrix.ts';
import type { ClassDecision } from '../classes/decide.ts';
import type { ClassMeasures, ClassOverview } from '../classes/overview.ts';
import { type AverageKind, averagesOf } from '../metrics/averaging.ts';
import { thresholdMetrics } from '../metrics/catalog.ts';
import type { Confusion } from '../scores/confusion.ts';
import { type RecordedNumber, recorded } from './recordedNumber.ts';

export interface ClassPointInput {
  readonly kind: 'classes';
  readonly labels: readonly string[];
  /** One a class, also where something else decides. */
  readonly thresholds: readonly number[];
  readonly decision: ClassDecision;
  readonly splits: readonly {
    readonly split: string;
    readonly overview: ClassOverview;
    readonly matrix: ConfusionMatrix;
  }[];
}

type Metrics = Readonly<Record<string, RecordedNumber>>;

export interface RecordedClasses {
  readonly classes: Readonly<
    Record<string, { readonly threshold: RecordedNumber; readonly confusion: Confusion; readonly metrics: Metrics }>
  >;
  readonly averages: Readonly<Record<AverageKind, Metrics>>;
  readonly agreement: Metrics;
  /** Rows are actual classes, columns decided ones in the same order, and behind them "none". */
  readonly confusionMatrix: readonly (readonly number[])[];
}

/** How several classes are decided, as an object for JSON. O(classes²). */
export function recordedDecision({ labels, decision }: ClassPointInput): object {
  if (decision.kind === 'thresholds') return { by: 'thresholds', order: labels, otherwise: decision.fallback };
  return decision.kind === 'cost'
    ? { by: 'cost', order: labels, costs: decision.costs }
    : { by: 'argmax', order: labels };
}

/** Every class of one split against the rest, and all of them in one number each; null where the split has no such rows. O(classes²). */
export function recordClasses(input: ClassPointInput, split: string): RecordedClasses | null {
  const found = input.splits.find((each) => each.split === split);
  if (found === undefined) return null;
  const { labels, thresholds } = input;
  const { overview, matrix } = found;
  const confusions = confusionsOf(matrix);
  const { accuracy, cohenKappa, matthewsCorrcoef, undecided } = agreementOf(matrix);
  const { logLoss, brierScore, topKAccuracies } = overview;
  return {
    classes: Object.fromEntries(
      labels.map((label, place) => [label, recordClass(confusions[place], thresholds[place], overview.classes[place])]),
    ),
    averages: recordAverages(averagesOf(confusions), overview),
    agreement: each({
      accuracy,
      cohenKappa,
      matthewsCorrcoef,
      undecided,
      logLoss,
      brierScore,
      ...Object.fromEntries(topKAccuracies.map((value, at) => [`top${at + 1}Accuracy`, value])),
    }),
    confusionMatrix: labels.map((_, row) => {
      const width = matrix.size + 1;
      return Array.from(matrix.counts.subarray(row * width, (row + 1) * width));
    }),
  };
}

/** One class or label against the rest: its threshold, confusion and metrics. O(1). */
export function recordClass(
  confusion: Confusion,
  threshold: number,
  { rocAuc, averagePrecision }: Pick<ClassMeasures, 'rocAuc' | 'averagePrecision'>,
): RecordedClasses['classes'][string] {
  const decided = thresholdMetrics.map(({ id, of }) => [id, recorded(of(confusion, threshold))] as const);
  const metrics = { ...Object.fromEntries(decided), ...each({ rocAuc, averagePrecision }) };
  return { threshold: recorded(threshold), confusion, metrics };
}

/** The averages over classes or labels, by their kind. O(1). */
export function recordAverages(
  averages: ReturnType<typeof averagesOf>,
  { rocAuc, averagePrecision }: Readonly<Record<'rocAuc' | 'averagePrecision', Readonly<Record<AverageKind, number>>>>,
): RecordedClasses['averages'] {
  const ofKind = (kind: AverageKind) => {
    const { precision, recall, f1 } = averages[kind];
    const decided = { precision: precision.value, recall: recall.value, f1: f1.value };
    return each({ ...decided, rocAuc: rocAuc[kind], averagePrecision: averagePrecision[kind] });
  };
  return { macro: ofKind('macro'), micro: ofKind('micro'), weighted: ofKind('weighted') };
}

export function each(values: Readonly<Record<string, number>>): Metrics {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, recorded(value)]));
}
