import type { Subject } from '../../core/roles/interpretation.ts';
import type { DecisionRule } from '../../core/scores/confusion.ts';
import { formatThreshold } from '../../i18n/format.ts';
import { subjectText } from '../../i18n/subjectText.ts';
import { translate } from '../../i18n/translate.ts';

/** One line under a picture: of which rows and which decision it was taken. */
export function viewNote(
  file: string,
  split: string,
  rule: DecisionRule,
  threshold: number,
  subject: Subject = [],
): string {
  const note = translate('export.viewNote', {
    file,
    split,
    rule: rule === '>=' ? '≥' : '>',
    threshold: formatThreshold(threshold),
  });
  return subject.length === 0 ? note : `${note} · ${translate('subject.note', { subject: subjectText(subject) })}`;
}
