import { learnText } from './en/learn.ts';
import { topicText } from './en/topics.ts';
import { type Language, languageInUse } from './language.ts';
import { filled, type TextValues } from './translate.ts';
import { learnText as learnTextZh } from './zh/learn.ts';
import { topicText as topicTextZh } from './zh/topics.ts';

/** What teaches, by key. */
const english = { ...learnText, ...topicText } as const;

export type LessonKey = keyof typeof english;

const LESSONS: Readonly<Record<Language, Readonly<Record<LessonKey, string>>>> = {
  en: english,
  zh: { ...learnTextZh, ...topicTextZh },
};

/** `translate` for the many words that come with the screen that teaches and with the cards, and not with the page. */
export function lesson(key: LessonKey, values: TextValues = {}): string {
  return filled(LESSONS[languageInUse()][key], values);
}
