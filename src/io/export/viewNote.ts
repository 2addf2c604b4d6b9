import type { DecisionRule } from '../../core/scores/confusion.ts';
import { formatThreshold } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';

/** One line under a picture: of which rows and which decision it was taken. */
export function viewNote(file: string, split: string, rule: DecisionRule, threshold: number): string {
  return translate('export.viewNote', {
    file,
    split,
    rule: rule === '>=' ? '≥' : '>',
    threshold: formatThreshold(threshold),
  });
}
