import { type AucDifference, delongDifference } from '../intervals/delong.ts';
import type { WeightKind } from '../roles/weightKind.ts';
import type { DecisionRule } from '../scores/confusion.ts';
import { buildEvaluation, type Evaluation } from '../scores/evaluation.ts';
import { buildScoreIndex } from '../scores/scoreIndex.ts';
import { groupJoint, groupsOfCounts, type JointResamples, resampleJoint } from './jointBootstrap.ts';
import { type JointCounts, jointCells, jointCountsOf } from './jointCounts.ts';
import type { ModelRows, PairedRows } from './pairRows.ts';

/** One of several models, on the rows that all of them have scored; on its own rows where none are paired. */
export interface ComparedModel {
  readonly name: string;
  /** Rows that it has scored, paired or not. */
  readonly scored: number;
  readonly evaluation: Evaluation;
  /** The difference of its ROC AUC from the first model's; null for that one, and where rows count by weight. */
  readonly aucDifference: AucDifference | null;
}

/** Two decisions on the same rows, and what they would do to other rows like these. */
export interface JointDecisions {
  readonly counts: JointCounts;
  readonly resamples: JointResamples;
}

/** The rows that are compared: of each model, and as far as they are paired. */
export interface RowsToCompare {
  readonly models: readonly ModelRows[];
  readonly paired: PairedRows | null;
}

/** Every model measured and held against the first. A generator that yields after each step. O(models · n log n). */
export function* measureModels(
  names: readonly string[],
  split: string,
  { models, paired }: RowsToCompare,
): Generator<void, ComparedModel[]> {
  const measured: ComparedModel[] = [];
  for (const [at, name] of names.entries()) {
    const rows =
      paired === null
        ? models[at]
        : { yTrue: paired.yTrue, yScore: paired.yScores[at], sampleWeight: paired.sampleWeight };
    const index = buildScoreIndex(rows.yTrue, rows.yScore, rows.sampleWeight);
    const evaluation = buildEvaluation(split, index, rows.yTrue.length);
    yield;
    const isPlain = at > 0 && paired !== null && paired.sampleWeight === null;
    const aucDifference = isPlain ? delongDifference(paired.yTrue, paired.yScores[0], paired.yScores[at]) : null;
    measured.push({ name, scored: models[at].rows.length, evaluation, aucDifference });
    yield;
  }
  return measured;
}

/**
 * What each model after the first decides together with it, each at its own threshold; null where either has none. A generator that
 * yields after each sample. O(models · rows).
 */
export function* decideJointly(
  { yTrue, yScores, sampleWeight }: PairedRows,
  weights: WeightKind,
  thresholds: readonly (number | null)[],
  rule: DecisionRule,
): Generator<void, (JointDecisions | null)[]> {
  const [first] = thresholds;
  const decisions: (JointDecisions | null)[] = [];
  for (const [at, threshold] of thresholds.entries()) {
    if (at === 0) continue;
    if (first === null || threshold === null) {
      decisions.push(null);
      continue;
    }
    const cells = jointCells(yTrue, { yScore: yScores[0], threshold: first }, { yScore: yScores[at], threshold }, rule);
    const rows = groupJoint(cells, sampleWeight);
    const counts = groupsOfCounts(rows);
    decisions.push({
      counts: jointCountsOf(counts.rows),
      resamples: yield* resampleJoint(weights === 'weights' ? rows : counts),
    });
  }
  return decisions;
}
