import type { ColumnProfile } from '../dataset/profile.ts';
import type { Interpretation } from './interpretation.ts';
import { isSameLabel } from './labels.ts';
import { isColumnRepair, type Repair, withoutRepair, withRepair } from './repair.ts';
import { repairedProfiles } from './repairedColumns.ts';
import { reinterpret } from './roles.ts';
import { isSameScoreReading } from './scoreReading.ts';

/** What a file's columns would be taken to mean in the roles of an interpretation, had nobody said otherwise. */
export type UsualMeaning = Pick<Interpretation, 'positiveLabel' | 'scoredLabel' | 'scoreReading' | 'areWeightsCounts'>;

/** `base`: what the program inferred. `scoredLabel` goes with the positive class that the interpretation has. O(columns). */
export function usualMeaning(
  profiles: readonly ColumnProfile[],
  base: Interpretation,
  { label, score, weight, positiveLabel }: Interpretation,
): UsualMeaning {
  const usual = reinterpret(profiles, base, { label, score, weight });
  const { scoredLabel } = reinterpret(profiles, usual, { positiveLabel });
  const { scoreReading, areWeightsCounts } = usual;
  return { positiveLabel: usual.positiveLabel, scoredLabel, scoreReading, areWeightsCounts };
}

/** The interpretation with a repair made. O(columns). */
export function applyRepair(
  profiles: readonly ColumnProfile[],
  interpretation: Interpretation,
  repair: Repair,
): Interpretation {
  if (isColumnRepair(repair)) return { ...interpretation, repairs: withRepair(interpretation.repairs, repair) };
  switch (repair.kind) {
    case 'scoreOtherLabel':
      return { ...interpretation, scoredLabel: repair.label };
    case 'useOtherLabelAsPositive':
      return withPositiveTurned(interpretation, repair.label);
    case 'asIs':
    case 'sigmoid':
      return { ...interpretation, scoreReading: { kind: repair.kind } };
    case 'softmax':
    case 'predictedLabel':
      return { ...interpretation, scoreReading: { kind: repair.kind, column: repair.column } };
    case 'recalibrate':
      return { ...interpretation, recalibratedOn: repair.split };
    case 'weightsAreCounts':
    case 'weightsAreNoCounts':
      return { ...interpretation, areWeightsCounts: repair.kind === 'weightsAreCounts' };
  }
  const columns = repairedProfiles(profiles, interpretation);
  const change = repair.kind === 'useAsLabel' ? { label: repair.column } : { score: repair.column };
  return reinterpret(columns, interpretation, change);
}

/** Only the labels turn: the scores are taken for those of the new positive class. */
function withPositiveTurned(interpretation: Interpretation, positiveLabel: string): Interpretation {
  return { ...interpretation, positiveLabel, negativeLabel: interpretation.positiveLabel, scoredLabel: positiveLabel };
}

/** The repairs that an interpretation carries, seen from what the program inferred by itself. O(columns). */
export function appliedRepairs(
  profiles: readonly ColumnProfile[],
  base: Interpretation,
  interpretation: Interpretation,
): Repair[] {
  const { label, score, positiveLabel, scoredLabel, repairs } = interpretation;
  const applied: Repair[] = [];
  if (label !== base.label) applied.push({ kind: 'useAsLabel', column: label });
  if (score !== base.score) applied.push({ kind: 'useAsScore', column: score });
  const usual = usualMeaning(profiles, base, interpretation);
  if (!isSameLabel(scoredLabel, usual.scoredLabel)) {
    const areLabelsTurned = positiveLabel !== usual.positiveLabel && isSameLabel(scoredLabel, positiveLabel);
    applied.push({ kind: areLabelsTurned ? 'useOtherLabelAsPositive' : 'scoreOtherLabel', label: scoredLabel });
  }
  const { scoreReading, recalibratedOn, areWeightsCounts } = interpretation;
  if (!isSameScoreReading(scoreReading, usual.scoreReading)) applied.push(scoreReading);
  if (areWeightsCounts !== usual.areWeightsCounts) applied.push({ kind: weightsKind(areWeightsCounts) });
  if (recalibratedOn !== null) applied.push({ kind: 'recalibrate', split: recalibratedOn });
  return [...applied, ...repairs];
}

const weightsKind = (areCounts: boolean) => (areCounts ? 'weightsAreCounts' : 'weightsAreNoCounts');

/** The interpretation with exactly that repair taken off again. O(columns). */
export function undoRepair(
  profiles: readonly ColumnProfile[],
  base: Interpretation,
  interpretation: Interpretation,
  repair: Repair,
): Interpretation {
  if (isColumnRepair(repair)) return { ...interpretation, repairs: withoutRepair(interpretation.repairs, repair) };
  const usual = usualMeaning(profiles, base, interpretation);
  switch (repair.kind) {
    case 'scoreOtherLabel':
      return { ...interpretation, scoredLabel: usual.scoredLabel };
    case 'useOtherLabelAsPositive':
      return withPositiveTurned(interpretation, usual.positiveLabel);
    case 'asIs':
    case 'sigmoid':
    case 'softmax':
    case 'predictedLabel':
      return { ...interpretation, scoreReading: usual.scoreReading };
    case 'recalibrate':
      return { ...interpretation, recalibratedOn: null };
    case 'weightsAreCounts':
    case 'weightsAreNoCounts':
      return { ...interpretation, areWeightsCounts: usual.areWeightsCounts };
  }
  const columns = repairedProfiles(profiles, interpretation);
  const change = repair.kind === 'useAsLabel' ? { label: base.label } : { score: base.score };
  return reinterpret(columns, interpretation, change);
}
