import type { Link } from '../io/link.ts';

export type Language = NonNullable<Link['language']>;

export interface LanguageSlice {
  /** The language of the page. */
  readonly language: Language;
  /** Somebody chose it, here or in a link; otherwise the browser's wish was followed. */
  readonly isLanguageChosen: boolean;
  /** Puts the page into the language of its link, else the one chosen here before, else the one that the browser asks for. */
  speakFirst(): Promise<void>;
  /** Changes the language once its words are there; it stays as it is where they cannot be had. */
  speak(language: Language, isChosen: boolean): Promise<void>;
  /** Changes the language, and remembers it for the next visit. */
  setLanguage(language: Language): Promise<void>;
}
