import { precision, recall } from '../metrics/threshold.ts';
import type { Prepared } from '../prepare/prepared.ts';
import { partsOf } from '../roles/task.ts';
import type { Confusion } from '../scores/confusion.ts';
import type { Evaluation } from '../scores/evaluation.ts';
import { scanCuts } from '../scores/scanCuts.ts';
import type { ScoreIndex } from '../scores/scoreIndex.ts';
import type { TrainingHistory } from '../training/history.ts';

/** Rows by columns. */
export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** The six stages from a file to its curve; `shape` is null where the file holds nothing of a stage. */
export interface DatasetStages {
  /** Rows read, by the columns of the file. */
  readonly load: { readonly shape: Shape; readonly kept: number; readonly skipped: number };
  /** The rows kept, in parts; one part where the file is not split. */
  readonly split: {
    readonly shape: Shape | null;
    readonly column: string | null;
    readonly parts: readonly { readonly name: string; readonly rows: number }[];
  };
  /** No file of predictions holds it. */
  readonly normalise: { readonly shape: null };
  /** Epochs by what was measured in each, of every history beside the file. */
  readonly train: {
    readonly shape: Shape | null;
    readonly histories: readonly { readonly epochs: number; readonly columns: number }[];
  };
  /** The scores of the split in view, by the columns that hold scores. */
  readonly predict: { readonly shape: Shape; readonly low: number; readonly high: number };
  /** The precision–recall curve of that split: a point for each different score, with precision and recall. */
  readonly curve: {
    readonly shape: Shape;
    readonly precision: number;
    readonly recall: number;
  };
}

/** Points of the precision–recall curve: different scores. O(n). */
export function curvePoints(index: ScoreIndex): number {
  let cuts = 0;
  scanCuts(index, ({ count }) => {
    cuts += count;
  });
  // The first one flags nobody, and has no precision.
  return cuts - 1;
}

/**
 * Each stage with its shape, as far as the file shows it. `columns`: of the file; `points`: as `curvePoints` counts them; `confusion`: the
 * split in view at the threshold. O(splits + columns).
 */
export function datasetStages(
  { accounting, interpretation, evaluations, folds, task }: Prepared,
  columns: number,
  histories: readonly TrainingHistory[],
  evaluation: Evaluation,
  points: number,
  confusion: Confusion,
  threshold: number,
): DatasetStages {
  const parts = (folds ?? evaluations).map(({ split, rows }) => ({ name: split, rows }));
  const trained = histories.map(({ epochs, measures }) => ({
    epochs: epochs.length,
    columns: measures.reduce((sum, { series }) => sum + series.length, 0),
  }));
  const [first] = trained;
  return {
    load: {
      shape: { rows: accounting.read, columns },
      kept: accounting.kept,
      skipped: accounting.read - accounting.kept,
    },
    split: {
      shape: interpretation.split === null ? null : { rows: accounting.kept, columns },
      column: interpretation.split,
      parts,
    },
    normalise: { shape: null },
    train: {
      shape: first === undefined ? null : { rows: first.epochs, columns: first.columns },
      histories: trained,
    },
    predict: {
      shape: {
        rows: evaluation.rows,
        columns: Math.max(1, partsOf(task).filter(({ column }) => column !== null).length),
      },
      low: evaluation.low,
      high: evaluation.high,
    },
    curve: {
      shape: { rows: points, columns: 2 },
      precision: precision.of(confusion, threshold),
      recall: recall.of(confusion, threshold),
    },
  };
}
