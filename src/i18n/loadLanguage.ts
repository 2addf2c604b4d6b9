import { en } from './en.ts';
import type { Language } from './language.ts';
import { setTexts, type Texts } from './translate.ts';

/** English comes with the page; the others when somebody reads them. */
const TEXTS: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => en,
  zh: async () => (await import('./zh.ts')).zh,
};

/** Fetches the texts of a language; what it resolves to puts them to use. Rejects where they cannot be had. */
export async function loadLanguage(language: Language): Promise<() => void> {
  const texts = await TEXTS[language]();
  return () => setTexts(language, texts);
}
