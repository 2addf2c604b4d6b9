import type { AndMore } from '../core/dataset/said.ts';
import { manner } from './language.ts';

const AND_MORE: AndMore = '…';

/** “a, b, c”: names side by side, which make no sentence; “a, b, …” where some are left out. */
export function joinedList(items: readonly string[]): string {
  const isAll = items.at(-1) !== AND_MORE;
  return isAll ? items.join(manner().comma) : `${items.slice(0, -1).join(manner().comma)}${manner().andMore}`;
}

/** “a miss costs 5 €, a hit earns 2 €”. */
export const joinedPhrases = (phrases: readonly string[]): string => phrases.join(manner().pause);

/** “a; b”: of things that may have commas themselves. */
export const joinedClauses = (items: readonly string[]): string => items.join(manner().semicolon);

/** Sentences one after another. */
export const joinedSentences = (sentences: readonly string[]): string => sentences.join(sentenceGap());

/** What stands between two sentences, or a sentence and a button. */
export const sentenceGap = (): string => (manner().hasSpaces ? ' ' : '');

/** “a, b”: two things said in one breath, where they are not written together. */
export const pause = (): string => manner().pause;

/** Before what a word announces. */
export const colon = (): string => manner().colon;

export const fullStop = (): string => manner().fullStop;

/** “(a)”, with the space before it that a line needs. */
export function bracketed(text: string): string {
  const [opening, closing] = manner().brackets;
  return `${sentenceGap()}${opening}${text}${closing}`;
}

/** The name of a metric within a sentence: “precision”, but “F1” and “MCC”. */
export const inSentence = (name: string): string =>
  manner().hasCase && /^[A-Z][a-z]/.test(name) ? name[0].toLowerCase() + name.slice(1) : name;

/** The beginning of a sentence. */
export const capitalized = (text: string): string =>
  manner().hasCase ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
