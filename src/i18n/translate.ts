import { en } from './en.ts';
import { formatCount, pluralForm } from './format.ts';

export type TextKey = keyof typeof en;
export type TextValues = Readonly<Record<string, string | number>>;

/** A hole of a sentence: `{name}`, or `{name:one form|other form}` for the word that follows the number `name`. */
const HOLE = /\{(\w+)(?::([^{}|]*)\|([^{}]*))?\}/g;

/** A sentence with its holes filled. Numbers are written as counts; what needs another form is passed as text. */
export function translate(key: TextKey, values: TextValues = {}): string {
  return en[key].replace(HOLE, (_, name: string, one?: string, other?: string) => {
    const value = values[name] ?? '';
    if (one !== undefined) return pluralForm(Number(value), [one, other ?? one]);
    return typeof value === 'number' ? formatCount(value) : value;
  });
}

/** The pieces of a sentence in order, so that the view can put a control or bold type into a hole. */
export function sentenceParts(
  key: TextKey,
): ReadonlyArray<{ readonly text: string } | { readonly hole: string; readonly forms: readonly string[] }> {
  const parts: Array<{ text: string } | { hole: string; forms: readonly string[] }> = [];
  let from = 0;
  for (const match of en[key].matchAll(HOLE)) {
    if (match.index > from) parts.push({ text: en[key].slice(from, match.index) });
    parts.push({ hole: match[1], forms: match[2] === undefined ? [] : [match[2], match[3]] });
    from = match.index + match[0].length;
  }
  if (from < en[key].length) parts.push({ text: en[key].slice(from) });
  return parts;
}
