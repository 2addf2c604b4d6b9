import type { Evidence } from '../dataset/evidence.ts';
import type { Finding } from '../roles/finding.ts';
import type { Interpretation, ScoreTransform } from '../roles/interpretation.ts';
import type { Task } from '../roles/task.ts';
import type { RowAccounting, SkipReason } from '../rows/accounting.ts';
import type { AppliedRecalibration } from '../rows/keptRows.ts';
import type { Evaluation } from '../scores/evaluation.ts';

/** The rows left out for one reason. */
export interface SkipEvidence {
  readonly reason: SkipReason;
  readonly evidence: Evidence;
}

/** A dataset read through one interpretation: what every number on the screen is computed from. */
export interface Prepared {
  readonly interpretation: Interpretation;
  readonly task: Task;
  readonly transform: ScoreTransform;
  readonly recalibration: AppliedRecalibration | null;
  readonly accounting: RowAccounting;
  /** The first rows left out, by reason; what reading alone left out has only its places in the accounting. */
  readonly skipEvidence: readonly SkipEvidence[];
  /** Whether sums of weights are no counts of rows, so that intervals for proportions do not hold. */
  readonly hasWeights: boolean;
  /** One a split, in order of first appearance; a single one named 'all' without a split. Empty splits are left out. */
  readonly evaluations: readonly Evaluation[];
  /** The folds of a cross-validation, which `evaluations` then holds together as 'all'; else null. */
  readonly folds: readonly Evaluation[] | null;
  readonly findings: readonly Finding[];
}
