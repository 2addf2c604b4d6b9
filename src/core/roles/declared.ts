import type { ColumnProfile } from '../dataset/profile.ts';
import { columnWords } from './columnWords.ts';
import { isSameLabel, type LabelValue } from './labels.ts';

/** A column that repeats one value in every row, as DataRobot writes its positive class and its threshold. */
function repeated(profiles: readonly ColumnProfile[], words: string): ColumnProfile | undefined {
  return profiles.find(({ name, distinct, topValues }) => {
    return columnWords(name) === words && distinct === 1 && topValues.length === 1;
  });
}

/** The label value that a column `POSITIVE_CLASS` declares, as the label spells it; null where there is none. O(columns). */
export function declaredPositive(profiles: readonly ColumnProfile[], values: readonly LabelValue[]): string | null {
  const declared = repeated(profiles, 'positive_class')?.topValues[0].value;
  if (declared === undefined) return null;
  return values.find(({ text }) => isSameLabel(text, declared))?.text ?? null;
}

/** The threshold that a column `THRESHOLD` beside a declared positive class holds; null where there is none. O(columns). */
export function declaredThreshold(profiles: readonly ColumnProfile[]): number | null {
  const threshold = repeated(profiles, 'threshold');
  if (threshold === undefined || repeated(profiles, 'positive_class') === undefined) return null;
  return Number.isFinite(threshold.low) ? threshold.low : null;
}
