import type { SaidValue } from '../core/dataset/said.ts';
import { en } from './en.ts';
import type { enLater } from './enLater.ts';
import { formatCount, keepPercentSigns, pluralForm } from './format.ts';
import { joinedList } from './joined.ts';
import { type Language, manner, setLanguageInUse } from './language.ts';

export type TextKey = keyof typeof en | keyof typeof enLater;
export type Texts = Readonly<Record<TextKey, string>>;

/** A text of the dictionary within another one. */
export interface Phrase {
  readonly key: TextKey;
  readonly values?: TextValues;
}

export type TextValue = SaidValue | Phrase;
export type TextValues = Readonly<Record<string, TextValue>>;

/** What has come of the English texts; a screen whose texts are not with the page brings them along, by `later.ts`. */
let english: Readonly<Record<string, string>> = en;

/** The texts in use. A text that is asked for while a module loads, or kept beyond a change of language, is in the wrong one. */
let texts = english;

/** Puts the texts of a language to use, null for English as far as it has come; what is on screen has to be drawn again. */
export function setTexts(language: Language, ofLanguage: Texts | null): void {
  texts = ofLanguage ?? english;
  setLanguageInUse(language);
}

/** English texts that come with a screen. */
export function addEnglish(more: Readonly<Record<string, string>>): void {
  const isInUse = texts === english;
  english = { ...english, ...more };
  if (isInUse) texts = english;
}

/** A hole of a sentence: `{name}`, or `{name:one form|other form}` for the word that follows the number `name`. */
const HOLE = /\{(\w+)(?::([^{}|]*)\|([^{}]*))?\}/g;
/** Its spaces; one between two holes is the second one's. */
const HOLE_IN_SPACES = new RegExp(`( ?)${HOLE.source}( (?!\\{)|)`, 'g');

/** A value as it is written within a sentence. */
function filled(value: TextValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatCount(value);
  return 'key' in value ? translate(value.key, value.values) : joinedList(value);
}

/** A sentence with its holes filled. Numbers are written as counts; what needs another form is passed as text. */
export function translate(key: TextKey, values: TextValues = {}): string {
  const text = keepPercentSigns(texts[key]);
  let previous = '';
  return text.replace(
    HOLE_IN_SPACES,
    (
      _,
      before: string,
      name: string,
      one: string | undefined,
      other: string | undefined,
      after: string,
      at: number,
    ) => {
      const value = values[name] ?? '';
      const filling = one !== undefined ? pluralForm(Number(value), [one, other ?? one]) : filled(value);
      const isAfterHole = before !== '' && text[at - 1] === '}';
      const space = isAfterHole && spaceAfter(previous, before) !== '' ? before : spaceBefore(before, filling);
      previous = filling;
      return `${space}${filling}${spaceAfter(filling, after)}`;
    },
  );
}

/**
 * Chinese is written without spaces, but for one between a Chinese word and a Latin one or a number. Its texts have that space at
 * every hole; here it goes where what fills the hole is Chinese too.
 */
const HAN_FIRST = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef“‘]/u;
const HAN_LAST = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef”’]$/u;

/** The space of a text before a hole, as it is to be written before this filling. */
export const spaceBefore = (space: string, filling: string): string =>
  manner().hasSpaces || !HAN_FIRST.test(filling) ? space : '';

/** The space of a text after a hole, as it is to be written after this filling. */
export const spaceAfter = (filling: string, space: string): string =>
  manner().hasSpaces || !HAN_LAST.test(filling) ? space : '';

/** The pieces of a sentence in order, so that the view can put a control or bold type into a hole. */
export function sentenceParts(
  key: TextKey,
): ReadonlyArray<{ readonly text: string } | { readonly hole: string; readonly forms: readonly string[] }> {
  const parts: Array<{ text: string } | { hole: string; forms: readonly string[] }> = [];
  const text = keepPercentSigns(texts[key]);
  let from = 0;
  for (const match of text.matchAll(HOLE)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ hole: match[1], forms: match[2] === undefined ? [] : [match[2], match[3]] });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
