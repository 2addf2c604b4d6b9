import type { Evaluation } from '../scores/evaluation.ts';
import type { RowAccounting } from './accounting.ts';
import type { Finding } from './finding.ts';
import type { Interpretation, ScoreTransform } from './interpretation.ts';

/** A dataset read through one interpretation: what every number on the screen is computed from. */
export interface Prepared {
  readonly interpretation: Interpretation;
  readonly transform: ScoreTransform;
  readonly accounting: RowAccounting;
  readonly hasWeights: boolean;
  /** One a split, in order of first appearance; a single one named 'all' without a split. Empty splits are left out. */
  readonly evaluations: readonly Evaluation[];
  readonly findings: readonly Finding[];
}
