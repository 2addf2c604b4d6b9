import type { CellCondition } from '../cases/caseSelection.ts';
import type { ColumnRepair } from './repair.ts';
import type { ScoreReading } from './scoreReading.ts';

/** Which column plays which role, and what the two label values mean: everything needed to turn a dataset into scores. */
export interface Interpretation {
  /** Column names; null where the file has no such column. */
  readonly label: string;
  readonly score: string;
  readonly split: string | null;
  readonly weight: string | null;
  readonly id: string | null;
  /** In a file that stacks the scores of several models, the column that names the model of each row; rows of others are skipped. */
  readonly modelColumn: string | null;
  /** The model in view, as that column names it; null without one. */
  readonly modelName: string | null;
  /** The label value, as written in the file, that counts as positive. */
  readonly positiveLabel: string;
  /**
   * The label value that counts as negative; rows with any third value are then skipped as `otherLabel`. Null: every other value is
   * negative ("not X", one versus the rest), or there is no other.
   */
  readonly negativeLabel: string | null;
  /**
   * The label value whose score the score column holds. Where it is not the positive one, the score of the positive class is
   * 1 - score if all scores lie in [0, 1], else -score.
   */
  readonly scoredLabel: string;
  /** How the score column's numbers become the score of `scoredLabel`. */
  readonly scoreReading: ScoreReading;
  /** The split on whose rows a logistic regression was fitted that makes probabilities of all scores; null where none was. */
  readonly recalibratedOn: string | null;
  /** A weight says how many rows there are of its kind, so that sums of weights are counts. */
  readonly areWeightsCounts: boolean;
  /** What was done about single columns, in the order in which it was done. */
  readonly repairs: readonly ColumnRepair[];
  /** What must hold for a row to be looked at at all, so that everything is about one group; all rows where left out. */
  readonly subject?: Subject | undefined;
}

/** The group that everything is about. */
export type Subject = readonly CellCondition[];

/** How the column's number becomes the score of the positive class. */
export type ScoreTransform = 'none' | 'oneMinus' | 'negate';
