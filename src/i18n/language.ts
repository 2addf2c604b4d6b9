/** The languages of the page, each by its own name. */
export const LANGUAGE_NAMES = { en: 'English', zh: '中文' } as const;

export type Language = keyof typeof LANGUAGE_NAMES;

export const LANGUAGES = Object.keys(LANGUAGE_NAMES) as readonly Language[];

/** What a language does differently from the others, beside its words. */
interface Manner {
  /** For `Intl`, and for the `lang` of the page, by which a screen reader chooses its voice. */
  readonly locale: string;
  /** Between the names of a list that is no sentence. */
  readonly comma: string;
  /** After the first names of a list of which the rest is left out. */
  readonly andMore: string;
  /** Between parts of a sentence that have a verb or a value of their own. */
  readonly pause: string;
  readonly semicolon: string;
  readonly colon: string;
  readonly fullStop: string;
  readonly brackets: readonly [opening: string, closing: string];
  /** Words and sentences are parted by spaces. */
  readonly hasSpaces: boolean;
  /** A name within a sentence is written small, and a sentence begins with a capital. */
  readonly hasCase: boolean;
}

const MANNERS: Readonly<Record<Language, Manner>> = {
  en: {
    locale: 'en',
    hasSpaces: true,
    hasCase: true,
    comma: ', ',
    andMore: ', …',
    pause: ', ',
    semicolon: '; ',
    colon: ': ',
    fullStop: '.',
    brackets: ['(', ')'],
  },
  zh: {
    locale: 'zh-Hans',
    hasSpaces: false,
    hasCase: false,
    comma: '、',
    andMore: ' 等',
    pause: '，',
    semicolon: '；',
    colon: '：',
    fullStop: '。',
    brackets: ['（', '）'],
  },
};

let inUse: Language = 'en';

/** The language that texts and numbers are written in; only `translate.ts` changes it, with the texts. */
export const languageInUse = (): Language => inUse;
export const manner = (): Manner => MANNERS[inUse];
export const setLanguageInUse = (language: Language): void => {
  inUse = language;
};

export const isLanguage = (text: unknown): text is Language => LANGUAGES.some((language) => language === text);

/** The `lang` of text in a language. */
export const localeOf = (language: Language): string => MANNERS[language].locale;

/** The first of the wishes, tags such as "zh-CN" or "en", that the page can fulfil; null where it can none. */
export function firstSpoken(wishes: readonly string[]): Language | null {
  for (const wish of wishes) {
    const spoken = wish.toLowerCase().split(/[-_]/)[0];
    if (isLanguage(spoken)) return spoken;
  }
  return null;
}
