import type { StateCreator } from 'zustand/vanilla';
import { readLink } from '../io/link.ts';
import type { Env } from './env.ts';
import type { Language, LanguageSlice } from './languageState.ts';
import type { TunerState } from './tunerState.ts';

export const createLanguageSlice = ({ page, words }: Env): StateCreator<TunerState, [], [], LanguageSlice> => {
  /** The language asked for last is the one that comes to be, whichever words arrive first. */
  let asked: Language | null = null;

  return (set, get) => ({
    language: 'en',
    isLanguageChosen: false,
    speakFirst: async () => {
      const chosen = readLink(page.readHash()).link.language ?? words.languageOf(page.recall('language'));
      const language = chosen ?? words.firstOf(page.wishedLanguages());
      if (language !== null) await get().speak(language, chosen !== null);
    },
    speak: async (language, isLanguageChosen) => {
      asked = language;
      try {
        const use = await words.load(language);
        if (asked !== language) return;
        use();
        set({ language, isLanguageChosen });
      } catch {
        get().addNotice({ code: 'languageNotLoaded', values: { language: words.nameOf(language) } });
      }
    },
    setLanguage: async (language) => {
      await get().speak(language, true);
      if (get().language === language) page.remember('language', language);
    },
  });
};
