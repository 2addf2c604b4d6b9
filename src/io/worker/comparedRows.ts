import { casePairing } from '../../core/compare/casePairing.ts';
import { type ModelRows, type PairedRows, pairRows } from '../../core/compare/pairRows.ts';
import { rowsOfSplit } from '../../core/compare/rowsOfSplit.ts';
import type { Dataset } from '../../core/dataset/dataset.ts';
import type { ColumnProfile } from '../../core/dataset/profile.ts';
import type { Interpretation } from '../../core/roles/interpretation.ts';
import { type WeightKind, weightKindOf } from '../../core/roles/weightKind.ts';
import { keepRows } from '../../core/rows/keptRows.ts';
import { readColumns } from '../../core/rows/readColumns.ts';

/** The paired rows of some models, with what their weights mean. */
export interface ComparedRows {
  /** By what rows of different models are known to be the same case. Null: nothing tells, so that nothing is paired. */
  readonly pairedBy: 'row' | 'id' | null;
  readonly paired: PairedRows | null;
  /** The rows of each model, paired or not. */
  readonly models: readonly ModelRows[];
  /** The rows of each model on which thresholds are chosen; null where those are the same. */
  readonly choosing: readonly ModelRows[] | null;
  readonly weights: WeightKind;
}

/** The split that is compared on, and the one that thresholds are chosen on. */
export interface ComparedSplits {
  readonly split: string;
  readonly chosenOn: string;
}

/**
 * The rows of one split that several readings of a file, which differ in their model only, have scored. `areFolds`: rows are looked at
 * together whatever their split. A generator that yields after each model. O(rows · models).
 */
export function* comparedRows(
  source: Dataset,
  profiles: readonly ColumnProfile[],
  readings: readonly Interpretation[],
  { split, chosenOn }: ComparedSplits,
  areFolds: boolean,
): Generator<void, ComparedRows> {
  const models: ModelRows[] = [];
  const choosing: ModelRows[] = [];
  for (const reading of readings) {
    const { dataset, task } = readColumns(source, profiles, reading);
    const kept = keepRows(dataset, reading, task);
    const isWhole = areFolds && kept.splits.length > 1;
    models.push(rowsOfSplit(kept, isWhole ? null : split));
    if (chosenOn !== split) choosing.push(rowsOfSplit(kept, isWhole ? null : chosenOn));
    yield;
  }
  const [first] = readings;
  const { by, keyOf } = casePairing(source, first);
  return {
    pairedBy: by,
    models,
    choosing: chosenOn === split ? null : choosing,
    paired: by === null ? null : pairRows(models, keyOf),
    weights: weightKindOf(models[0].sampleWeight, first.areWeightsCounts),
  };
}
