import { sigmoid } from '../calibration/recalibration.ts';
import { columnNamed, type Dataset, numberAt, respelt, textAt } from '../dataset/dataset.ts';
import type { Interpretation } from '../roles/interpretation.ts';
import { hasRepair } from '../roles/repair.ts';
import { namesLabel } from '../roles/scoreReading.ts';
import { otherColumns } from '../roles/task.ts';
import type { KeptRows } from '../rows/keptRows.ts';
import type { ReadColumns } from '../rows/readColumns.ts';

/** One step on the way from a row's cells to its score: what was done, with the numbers of that row. `value` is what came out. */
export type TraceStep =
  /** The score as the file has it, and the number that it is read as. */
  | { readonly kind: 'cell'; readonly column: string; readonly text: string; readonly value: number }
  | { readonly kind: 'percent' | 'clip' | 'sigmoid'; readonly before: number; readonly value: number }
  /** Of two logits; `other` is that of the other class. */
  | {
      readonly kind: 'softmax';
      readonly before: number;
      readonly column: string;
      readonly other: number;
      readonly value: number;
    }
  /** Of the logits of all classes. */
  | { readonly kind: 'softmaxClasses'; readonly before: number; readonly classes: number; readonly value: number }
  /** The score is that of whichever label was predicted: p, or 1 − p where that is the other one. */
  | {
      readonly kind: 'predicted' | 'predictedOther';
      readonly before: number;
      readonly column: string;
      readonly predicted: string;
      readonly value: number;
    }
  /** The score speaks of the other label. */
  | {
      readonly kind: 'oneMinus' | 'negate';
      readonly before: number;
      readonly label: string;
      readonly value: number;
    }
  /** By a logistic regression on one split. */
  | { readonly kind: 'recalibrated'; readonly before: number; readonly split: string; readonly value: number };

/** How the score of one row came about. */
export interface PredictionTrace {
  /** Columns of the file that play no role: features, perhaps. */
  readonly unused: number;
  /** The first step is the cell, and what the last one gives is the score that is decided on. */
  readonly steps: readonly TraceStep[];
  /** Whether the file holds what came out of the model's last layer, before it became a probability. */
  readonly hasLogits: boolean;
  /** What the label's cell says. */
  readonly label: string;
}

/**
 * The way from the cell of a kept row to its score, each step with its numbers. `shown`: the columns as they stand in the file; `read`:
 * as they are read. `place`: of the row among the kept ones. O(columns), and O(rows) where a column's commas are read another way.
 */
export function tracePrediction(
  shown: Dataset,
  { dataset, task }: ReadColumns,
  kept: KeptRows,
  interpretation: Interpretation,
  place: number,
): PredictionTrace {
  const row = kept.rows[place];
  const { score: name, scoreReading: reading, repairs, scoredLabel } = interpretation;
  const numberIn = (column: string) => {
    const found = columnNamed(dataset, column);
    return found === null ? Number.NaN : numberAt(found, row);
  };
  const textIn = (column: string) => {
    const found = columnNamed(shown, column);
    return found === null ? '' : textAt(found, row);
  };
  const written = columnNamed(shown, name);
  const comma = (['decimalComma', 'thousandsComma'] as const).find((kind) => hasRepair(repairs, kind, name));
  const spelt = written === null || comma === undefined ? written : respelt(written, comma);
  let value = spelt === null ? Number.NaN : numberAt(spelt, row);
  const steps: TraceStep[] = [{ kind: 'cell', column: name, text: textIn(name), value }];
  const add = (step: TraceStep) => {
    steps.push(step);
    value = step.value;
  };
  if (hasRepair(repairs, 'divideBy100', name)) add({ kind: 'percent', before: value, value: value / 100 });
  if (hasRepair(repairs, 'clipToUnit', name)) {
    add({ kind: 'clip', before: value, value: Math.min(Math.max(value, 0), 1) });
  }
  // Repairs that look at several columns are made by now: what is left is what they did.
  if (!Object.is(numberIn(name), value) && task.kind === 'multiclass') {
    add({ kind: 'softmaxClasses', before: value, classes: task.classes.length, value: numberIn(name) });
  }
  const isSoftmaxOfClasses = steps.some(({ kind }) => kind === 'softmaxClasses');
  const turns = kept.transform !== 'none';
  const { recalibratedOn } = interpretation;
  const isRecalibrated = kept.recalibration !== null && !('problem' in kept.recalibration);
  if (reading.kind === 'sigmoid') add({ kind: 'sigmoid', before: value, value: sigmoid(value) });
  else if (reading.kind === 'softmax') {
    const other = numberIn(reading.column);
    add({ kind: 'softmax', before: value, column: reading.column, other, value: sigmoid(value - other) });
  } else if (reading.kind === 'predictedLabel') {
    const predicted = textIn(reading.column);
    const isOfLabel = namesLabel(predicted, scoredLabel);
    const step = { before: value, column: reading.column, predicted };
    add({ kind: isOfLabel ? 'predicted' : 'predictedOther', ...step, value: isOfLabel ? value : 1 - value });
  }
  if (turns) {
    const turned = kept.transform === 'oneMinus' ? 1 - value : -value;
    add({
      kind: kept.transform === 'oneMinus' ? 'oneMinus' : 'negate',
      before: value,
      label: scoredLabel,
      value: turned,
    });
  }
  if (isRecalibrated && recalibratedOn !== null) {
    add({ kind: 'recalibrated', before: value, split: recalibratedOn, value: kept.yScore[place] });
  }
  return {
    unused: unusedColumns(dataset, interpretation, otherColumns(task, name)),
    steps,
    hasLogits: reading.kind === 'sigmoid' || reading.kind === 'softmax' || isSoftmaxOfClasses,
    label: textIn(interpretation.label),
  };
}

/** Columns without a role: no label, no score of any class, no split, weight, id or model. */
function unusedColumns(
  { columns }: Dataset,
  { label, score, split, weight, id, modelColumn, scoreReading }: Interpretation,
  others: readonly string[],
): number {
  const used = new Set([label, score, split, weight, id, modelColumn, ...others]);
  if ('column' in scoreReading) used.add(scoreReading.column);
  return columns.filter(({ name }) => !used.has(name)).length;
}
