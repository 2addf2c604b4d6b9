import type { LabelScores } from '../classes/labelScores.ts';
import { columnNamed, type Dataset, numberAt, numbersOf } from '../dataset/dataset.ts';
import type { MultilabelTask } from '../roles/task.ts';
import { POSITIVE, sidesOf } from './keptRows.ts';
import { rowsBySplit, type SplitRoles } from './rowsBySplit.ts';

/** The rows of one split of a multi-label file. */
export interface LabelSplit {
  /** The split's name as written; 'all' where the file has no split. */
  readonly split: string;
  readonly scores: LabelScores;
}

/**
 * The rows that have a split and a weight where the file has those, sorted out by split, splits in order of their first row, folds all in one. A row may lack
 * some label, or its score. O(rows · labels).
 */
export function labelRows(
  dataset: Dataset,
  interpretation: SplitRoles,
  task: MultilabelTask,
  areFolds = false,
): LabelSplit[] {
  const { rowCount } = dataset;
  const weight = columnNamed(dataset, interpretation.weight);
  const columns = task.labels.map((label) => {
    const truth = columnNamed(dataset, label.labelColumn);
    const scores = columnNamed(dataset, label.column);
    if (truth === null || scores === null) throw new RangeError(`No columns for ${label.label}.`);
    return { sides: sidesOf(truth, label, task, rowCount), values: numbersOf(scores, rowCount) };
  });
  return Array.from(
    rowsBySplit(dataset, interpretation, areFolds, () => true),
    ([name, rows]) => {
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
    },
  );
}
