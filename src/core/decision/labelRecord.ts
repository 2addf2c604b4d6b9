import type { LabelsOverview } from '../classes/labelsOverview.ts';
import type { LabelCases } from '../classes/multilabel.ts';
import { averagesOf } from '../metrics/averaging.ts';
import type { Confusion } from '../scores/confusion.ts';
import { each, type RecordedClasses, recordAverages, recordClass } from './classRecord.ts';
import type { RecordedNumber } from './recordedNumber.ts';

export interface LabelPointInput {
  readonly kind: 'labels';
  readonly labels: readonly string[];
  readonly thresholds: readonly number[];
  readonly splits: readonly {
    readonly split: string;
    readonly overview: LabelsOverview;
    readonly confusions: readonly Confusion[];
    readonly cases: LabelCases;
    readonly hammingLoss: number;
  }[];
}

export interface RecordedLabels extends Pick<RecordedClasses, 'classes' | 'agreement'> {
  readonly averages: RecordedClasses['averages'] & { readonly samples: Readonly<Record<string, RecordedNumber>> };
}

/** Every label of one split by its own threshold, and all of them in one number each; null where the split has no rows. O(labels). */
export function recordLabels({ labels, thresholds, splits }: LabelPointInput, split: string): RecordedLabels | null {
  const found = splits.find((one) => one.split === split);
  if (found === undefined) return null;
  const { overview, confusions, cases, hammingLoss } = found;
  const { precision, recall, f1 } = cases.samples;
  return {
    classes: Object.fromEntries(
      labels.map((label, place) => [label, recordClass(confusions[place], thresholds[place], overview.classes[place])]),
    ),
    averages: {
      ...recordAverages(averagesOf(confusions), overview),
      samples: each({ precision: precision.value, recall: recall.value, f1: f1.value }),
    },
    agreement: each({
      subsetAccuracy: cases.exact / cases.rows,
      hammingLoss,
      trueLabelsPerCase: cases.trueLabels / cases.rows,
      predictedLabelsPerCase: cases.predictedLabels / cases.rows,
      cases: cases.rows,
      incompleteCases: cases.incomplete,
      casesWithoutTrueLabel: cases.withoutTrue,
      casesWithoutPredictedLabel: cases.withoutPredicted,
    }),
  };
}
