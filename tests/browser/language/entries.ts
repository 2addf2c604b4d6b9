import { LANGUAGE_NAMES } from '../../../src/i18n/language.ts';
import type { TextKey } from '../../../src/i18n/translate.ts';
import { zh } from '../../../src/i18n/zh.ts';
import { allEnglish } from '../../i18n/allEnglish.ts';
import type { Entry } from './readBack.ts';

/** Every text of the program in both languages. A language is called by its own name in both. */
export const ENTRIES: readonly Entry[] = [
  ...Object.entries(allEnglish).map(([key, text]) => ({ en: text, zh: zh[key as TextKey] })),
  ...Object.values(LANGUAGE_NAMES).map((name) => ({ en: name, zh: name })),
];
