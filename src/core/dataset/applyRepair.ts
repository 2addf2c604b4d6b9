import type { Interpretation } from './interpretation.ts';
import { isSameLabel } from './labels.ts';
import type { ColumnProfile } from './profile.ts';
import { isColumnRepair, type Repair, withoutRepair, withRepair } from './repair.ts';
import { repairedProfiles } from './repairedColumns.ts';
import { reinterpret } from './roles.ts';

/** The classes that a file's columns would be taken to have in the roles of an interpretation, had nobody said otherwise. */
export type UsualClasses = Pick<Interpretation, 'positiveLabel' | 'scoredLabel'>;

/** `base`: what the program inferred. `scoredLabel` goes with the positive class that the interpretation has. O(columns). */
export function usualClasses(
  profiles: readonly ColumnProfile[],
  base: Interpretation,
  { label, score, positiveLabel }: Interpretation,
): UsualClasses {
  const usual = reinterpret(profiles, base, { label, score });
  const { scoredLabel } = reinterpret(profiles, usual, { positiveLabel });
  return { positiveLabel: usual.positiveLabel, scoredLabel };
}

/** The interpretation with a repair made. O(columns). */
export function applyRepair(
  profiles: readonly ColumnProfile[],
  interpretation: Interpretation,
  repair: Repair,
): Interpretation {
  if (isColumnRepair(repair)) return { ...interpretation, repairs: withRepair(interpretation.repairs, repair) };
  if (repair.kind === 'scoreOtherLabel') return { ...interpretation, scoredLabel: repair.label };
  if (repair.kind === 'useOtherLabelAsPositive') return withPositiveTurned(interpretation, repair.label);
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
  const usual = usualClasses(profiles, base, interpretation);
  if (!isSameLabel(scoredLabel, usual.scoredLabel)) {
    const areLabelsTurned = positiveLabel !== usual.positiveLabel && isSameLabel(scoredLabel, positiveLabel);
    applied.push({ kind: areLabelsTurned ? 'useOtherLabelAsPositive' : 'scoreOtherLabel', label: scoredLabel });
  }
  return [...applied, ...repairs];
}

/** The interpretation with exactly that repair taken off again. O(columns). */
export function undoRepair(
  profiles: readonly ColumnProfile[],
  base: Interpretation,
  interpretation: Interpretation,
  repair: Repair,
): Interpretation {
  if (isColumnRepair(repair)) return { ...interpretation, repairs: withoutRepair(interpretation.repairs, repair) };
  const usual = usualClasses(profiles, base, interpretation);
  if (repair.kind === 'scoreOtherLabel') return { ...interpretation, scoredLabel: usual.scoredLabel };
  if (repair.kind === 'useOtherLabelAsPositive') return withPositiveTurned(interpretation, usual.positiveLabel);
  const columns = repairedProfiles(profiles, interpretation);
  const change = repair.kind === 'useAsLabel' ? { label: base.label } : { score: base.score };
  return reinterpret(columns, interpretation, change);
}
