import type { Dataset } from '../dataset/dataset.ts';
import { evidenceRows } from '../dataset/evidence.ts';
import { firstAtLeast } from '../dataset/firstAtLeast.ts';
import type { ColumnProfile } from '../dataset/profile.ts';
import { examine } from '../doctor/doctor.ts';
import { holdsFolds } from '../roles/folds.ts';
import type { Interpretation } from '../roles/interpretation.ts';
import { SPLIT_LIMIT } from '../roles/roleEvidence.ts';
import { weightKindOf } from '../roles/weightKind.ts';
import {
  countSkipped,
  type ReadingNotes,
  type RowAccounting,
  type SkippedRows,
  type SkipReason,
} from '../rows/accounting.ts';
import { type KeptRows, keepRows } from '../rows/keptRows.ts';
import { readColumns } from '../rows/readColumns.ts';
import { buildEvaluation, type Evaluation } from '../scores/evaluation.ts';
import { buildScoreIndexes } from '../scores/scoreIndex.ts';
import type { Prepared } from './prepared.ts';

/** Why a dataset cannot be used in this interpretation; io makes a sentence of it. */
export type PrepareProblem =
  | { readonly problem: 'noRowsKept'; readonly read: number; readonly reason: SkipReason }
  | { readonly problem: 'tooManySplits'; readonly column: string; readonly count: number; readonly limit: number };

/** A dataset in one interpretation: repairs made, its rows sorted out, each split measured, oddities found. O(rows). */
export function prepare(
  source: Dataset,
  sourceProfiles: readonly ColumnProfile[],
  interpretation: Interpretation,
  notes: ReadingNotes,
): Prepared | PrepareProblem {
  const { dataset, profiles, task } = readColumns(source, sourceProfiles, interpretation);
  const split = profiles.find(({ name }) => name === interpretation.split);
  if (split !== undefined && split.distinct > SPLIT_LIMIT) {
    return { problem: 'tooManySplits', column: split.name, count: split.distinct, limit: SPLIT_LIMIT };
  }
  const kept = keepRows(dataset, interpretation, task);
  const accounting = accountFor(dataset, kept, notes);
  if (accounting.kept === 0) {
    return { problem: 'noRowsKept', read: accounting.read, reason: accounting.skipped[0].reason };
  }
  const { sampleWeight, transform, recalibration } = kept;
  const parts = evaluationsOf(kept);
  const folds = split !== undefined && parts.length > 1 && holdsFolds(split) ? parts : null;
  const evaluations = folds === null ? parts : evaluationsOf({ ...kept, splitOf: null, splits: ['all'] });
  const findings = examine({ dataset, source, profiles, interpretation, task, kept, evaluations, accounting, notes });
  const skipEvidence = skipEvidenceOf(source, interpretation, kept);
  return {
    interpretation,
    task,
    transform,
    recalibration,
    accounting,
    skipEvidence,
    hasWeights: weightKindOf(sampleWeight, interpretation.areWeightsCounts) === 'weights',
    evaluations,
    folds,
    findings,
  };
}

/** Each split, measured. O(rows). */
export function evaluationsOf(kept: KeptRows): Evaluation[] {
  const { yTrue, yScore, splitOf, splits, sampleWeight } = kept;
  const indexes = buildScoreIndexes(yTrue, yScore, splitOf, splits.length, sampleWeight);
  const sizes = rowsBySplit(kept);
  return indexes.map((index, at) => buildEvaluation(splits[at], index, sizes[at]));
}

/** The first rows left out for each reason, with the cells that decide about it. */
function skipEvidenceOf(source: Dataset, { label, score, split, weight }: Interpretation, { skips }: KeptRows) {
  return skips.entries().map(({ reason }) => ({
    reason,
    evidence: { facts: [], ...evidenceRows(source, skips.rowsOf(reason), [label, score, split, weight]) },
  }));
}

function accountFor(dataset: Dataset, kept: KeptRows, notes: ReadingNotes): RowAccounting {
  const skipped: SkippedRows[] = [...notes.skipped, ...kept.skips.entries()].sort((a, b) => b.count - a.count);
  const read = dataset.rowCount + countSkipped(notes.skipped);
  // Rows ascend, so those of a file lie together.
  const keptBefore = (row: number) => firstAtLeast(kept.rows, row);
  const keptByFile = dataset.files.map(
    ({ firstRow, rowCount }) => keptBefore(firstRow + rowCount) - keptBefore(firstRow),
  );
  return { read, kept: kept.rows.length, keptByFile, skipped, blankLines: notes.blankLines };
}

function rowsBySplit({ rows, splits, splitOf }: KeptRows): number[] {
  if (splitOf === null) return [rows.length];
  const sizes = new Array<number>(splits.length).fill(0);
  for (let i = 0; i < splitOf.length; i++) sizes[splitOf[i]]++;
  return sizes;
}
