import { firstSpoken, isLanguage, LANGUAGE_NAMES, type Language } from '../i18n/language.ts';
import { loadLanguage } from '../i18n/loadLanguage.ts';

/** The languages that the page can be read in, and their words. */
export interface Words {
  /** The language of this code, such as "zh"; null where the page has none. */
  languageOf(code: string | null): Language | null;
  /** The first language of a visitor's wishes, tags such as "zh-CN", that the page speaks. */
  firstOf(wishes: readonly string[]): Language | null;
  /** What a language calls itself. */
  nameOf(language: Language): string;
  /** Fetches the words; what it resolves to puts them to use. Rejects where they cannot be had. */
  load(language: Language): Promise<() => void>;
}

export const pageWords: Words = {
  languageOf: (code) => (isLanguage(code) ? code : null),
  firstOf: firstSpoken,
  nameOf: (language) => LANGUAGE_NAMES[language],
  load: loadLanguage,
};
