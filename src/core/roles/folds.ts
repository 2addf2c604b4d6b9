import type { ColumnProfile } from '../dataset/profile.ts';
import { columnWords } from './columnWords.ts';

const FOLD_NAME = /(?:^|_)(?:folds?|cv|cvfold|kfold|resample|fold_id|fold_index)(?:_|$)/;
const FOLD_VALUE = /^(?:cv|fold|resample)[\s_.-]*\d+$/i;
const NUMBERED = /\d$/;

/**
 * Whether the parts a column divides the rows into are the folds of a cross-validation: it is named so, or all its values are (Fold1,
 * "fold 2"), and they are numbered, unlike train and test. Each row was then scored by a model that had not seen it, and the parts are looked at together. O(values shown).
 */
export function holdsFolds({ name, distinct, topValues }: ColumnProfile): boolean {
  if (distinct < 2 || topValues.length === 0) return false;
  const pattern = FOLD_NAME.test(columnWords(name)) ? NUMBERED : FOLD_VALUE;
  return topValues.every(({ value }) => pattern.test(value));
}
