import { Fragment, type ReactNode } from 'react';
import { pluralForm } from '../../i18n/format.ts';
import { sentenceParts, type TextKey } from '../../i18n/translate.ts';

export interface SentenceProps {
  readonly textKey: TextKey;
  /** What stands in each hole: text, bold type, a field. */
  readonly holes: Readonly<Record<string, ReactNode>>;
  /** The numbers behind the holes, for the words whose form depends on them. */
  readonly counts?: Readonly<Record<string, number>>;
}

/** A sentence with controls and emphasis in its holes. */
export function Sentence({ textKey, holes, counts = {} }: SentenceProps) {
  return sentenceParts(textKey).map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change their order
    <Fragment key={place}>
      {'text' in part
        ? part.text
        : part.forms.length > 0
          ? pluralForm(counts[part.hole] ?? 0, part.forms)
          : holes[part.hole]}
    </Fragment>
  ));
}
