import type { ComparedAt } from '../core/compare/comparedThresholds.ts';
import type { JointDecisions } from '../core/compare/modelComparison.ts';
import type { MeasuredGroups } from '../core/slices/measureGroups.ts';
import type { ModelsCompared } from '../io/io.ts';
import type { Answered } from './answered.ts';

export interface CompareSlice {
  /** At which thresholds models are compared. */
  readonly comparedAt: ComparedAt;
  /** The models beside the one in view, as the user chose them; null follows the file. */
  readonly comparedModels: readonly string[] | null;
  /** The one among them that is held against the one in view in words. */
  readonly comparedWith: string | null;
  /** The last answer to each question; it stays on screen until the next one is there. */
  readonly comparison: Answered<ModelsCompared> | null;
  readonly decidedJointly:
    | (Answered<readonly (JointDecisions | null)[]> & { readonly comparison: Answered<ModelsCompared> })
    | null;
  /** The column that tells versions apart, as the user chose it; null follows the file. */
  readonly versionColumn: string | null;
  readonly versions: Answered<MeasuredGroups> | null;
  setComparedAt(at: ComparedAt): void;
  setComparedModels(names: readonly string[] | null): void;
  setComparedWith(name: string): void;
  /** Has the worker compare what is open, as far as that is not done. */
  refreshComparison(): Promise<void>;
  setVersionColumn(column: string): void;
  /** Has the worker measure each version on the split in view, unless that is done. */
  refreshVersions(): Promise<void>;
  /** Opens the screen for one threshold on a model, at the threshold it is compared at. */
  tuneModel(name: string): Promise<void>;
}
