import { Fragment, isValidElement, type ReactNode } from 'react';
import { pluralForm } from '../../i18n/format.ts';
import { sentenceParts, spaceAfter, spaceBefore, type TextKey } from '../../i18n/translate.ts';

export interface SentenceProps {
  readonly textKey: TextKey;
  /** What stands in each hole: text, bold type, a field. */
  readonly holes: Readonly<Record<string, ReactNode>>;
  /** The numbers behind the holes, for the words whose form depends on them. */
  readonly counts?: Readonly<Record<string, number>>;
}

/** A sentence with controls and emphasis in its holes. */
export function Sentence({ textKey, holes, counts = {} }: SentenceProps) {
  const parts = sentenceParts(textKey);
  const fillings = parts.map((part) =>
    'text' in part
      ? null
      : part.forms.length > 0
        ? pluralForm(counts[part.hole] ?? 0, part.forms)
        : (holes[part.hole] ?? null),
  );
  const texts = parts.map((part, place) =>
    'text' in part ? spaced(part.text, wordsOf(fillings[place - 1]), wordsOf(fillings[place + 1])) : null,
  );
  const markAfter = (place: number): string =>
    isField(fillings[place]) ? (texts[place + 1]?.match(MARKS)?.[0] ?? '') : '';
  return parts.map((_, place) => {
    const mark = markAfter(place);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change their order
      <Fragment key={place}>
        {texts[place]?.slice(markAfter(place - 1).length) ??
          (mark === '' ? (
            fillings[place]
          ) : (
            <span className="withMark">
              {fillings[place]}
              {mark}
            </span>
          ))}
      </Fragment>
    );
  });
}

/** Marks that no line may begin with. */
const MARKS = /^[,.:;!?)%，。：；、！？）]+/;

/** A control: between it and a mark a browser would end a line. */
const isField = (filling: ReactNode): boolean => isValidElement(filling) && wordsOf(filling) === '';

/** The text between two holes, with the spaces at its ends that these fillings need. */
function spaced(text: string, before: string, after: string): string {
  const [, start, words, end] = text.match(/^( ?)(.*?)( ?)$/s) ?? ['', '', text, ''];
  return words === '' ? text : `${spaceAfter(before, start)}${words}${spaceBefore(end, after)}`;
}

/** The words of a filling, as far as they are plain to see: text, or text in bold type. */
function wordsOf(filling: ReactNode): string {
  if (typeof filling === 'string') return filling;
  return isValidElement<{ children?: ReactNode }>(filling) ? wordsOf(filling.props.children) : '';
}
