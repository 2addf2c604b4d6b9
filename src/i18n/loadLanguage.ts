import type { Language } from './language.ts';
import { setTexts, type Texts } from './translate.ts';

/** English comes with the page and its screens; the others as a whole, when somebody reads them. */
const TEXTS: Readonly<Record<Language, () => Promise<Texts | null>>> = {
  en: async () => null,
  zh: async () => (await import('./zh.ts')).zh,
};

/** Fetches the texts of a language; what it resolves to puts them to use. Rejects where they cannot be had. */
export async function loadLanguage(language: Language): Promise<() => void> {
  const texts = await TEXTS[language]();
  return () => setTexts(language, texts);
}
