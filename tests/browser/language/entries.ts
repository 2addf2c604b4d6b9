import { askingText } from '../../../src/i18n/en/asking.ts';
import { learnText } from '../../../src/i18n/en/learn.ts';
import { topicText } from '../../../src/i18n/en/topics.ts';
import { en } from '../../../src/i18n/en.ts';
import { LANGUAGE_NAMES } from '../../../src/i18n/language.ts';
import { learnText as learnTextZh } from '../../../src/i18n/zh/learn.ts';
import { topicText as topicTextZh } from '../../../src/i18n/zh/topics.ts';
import { zh } from '../../../src/i18n/zh.ts';
import type { Entry } from './readBack.ts';

const english: Readonly<Record<string, string>> = { ...en, ...askingText, ...learnText, ...topicText };
const chinese: Readonly<Record<string, string>> = { ...zh, ...learnTextZh, ...topicTextZh };

/** Every text of the program in both languages. A language is called by its own name in both. */
export const ENTRIES: readonly Entry[] = [
  ...Object.entries(english).map(([key, text]) => ({ en: text, zh: chinese[key] })),
  ...Object.values(LANGUAGE_NAMES).map((name) => ({ en: name, zh: name })),
];
