import type { LabelScores } from '../classes/labelScores.ts';
import { columnNamed, type Dataset, isMissingAt, numberAt, numbersOf, textAt } from './dataset.ts';
import type { Interpretation } from './interpretation.ts';
import { isOtherModel, POSITIVE, sidesOf } from './keptRows.ts';
import type { MultilabelTask } from './task.ts';

/** The rows of one split of a multi-label file. */
export interface LabelSplit {
  /** The split's name as written; 'all' where the file has no split. */
  readonly split: string;
  readonly scores: LabelScores;
}

/**
 * The rows that have a split and a weight where the file has those, sorted out by split, splits in order of their first row. A row may lack
 * some label, or its score. O(rows · labels).
 */
export function labelRows(
  dataset: Dataset,
  {
    split: splitName,
    weight: weightName,
    modelColumn,
    modelName,
  }: Pick<Interpretation, 'split' | 'weight' | 'modelColumn' | 'modelName'>,
  task: MultilabelTask,
): LabelSplit[] {
  const { rowCount } = dataset;
  const split = columnNamed(dataset, splitName);
  const weight = columnNamed(dataset, weightName);
  const model = columnNamed(dataset, modelColumn);
  const isOther = model === null ? null : isOtherModel(model, modelName, rowCount);
  const rowsBySplit = new Map<string, number[]>();
  for (let row = 0; row < rowCount; row++) {
    if (isOther !== null && isOther[row] === 1) continue;
    const amount = weight === null ? 1 : numberAt(weight, row);
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY) || (split !== null && isMissingAt(split, row))) continue;
    const name = split === null ? 'all' : textAt(split, row);
    const rows = rowsBySplit.get(name);
    if (rows === undefined) rowsBySplit.set(name, [row]);
    else rows.push(row);
  }
  const columns = task.labels.map((label) => {
    const truth = columnNamed(dataset, label.labelColumn);
    const scores = columnNamed(dataset, label.column);
    if (truth === null || scores === null) throw new RangeError(`No columns for ${label.label}.`);
    return { sides: sidesOf(truth, label, task, rowCount), values: numbersOf(scores, rowCount) };
  });
  return Array.from(rowsBySplit, ([name, rows]) => {
    const known = columns.map(({ sides, values }) => {
      const yTrue = new Uint8Array(rows.length);
      const yScore = new Float64Array(rows.length).fill(Number.NaN);
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at];
        if (sides[row] > POSITIVE || !Number.isFinite(values[row])) continue;
        yTrue[at] = sides[row];
        yScore[at] = values[row] + 0;
      }
      return { yTrue, yScore };
    });
    return {
      split: name,
      scores: {
        yTrue: known.map(({ yTrue }) => yTrue),
        yScore: known.map(({ yScore }) => yScore),
        sampleWeight: weight === null ? null : Float64Array.from(rows, (row) => numberAt(weight, row)),
      },
    };
  });
}
