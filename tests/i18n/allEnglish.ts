import { askingText } from '../../src/i18n/en/asking.ts';
import { learnText } from '../../src/i18n/en/learn.ts';
import { topicText } from '../../src/i18n/en/topics.ts';
import { en } from '../../src/i18n/en.ts';
import { enLater } from '../../src/i18n/enLater.ts';

/** What `translate` knows once every screen has come. */
export const translatable = { ...en, ...enLater };

/** Every text of the page in English, whichever way it comes. */
export const allEnglish = { ...translatable, ...learnText, ...topicText, ...askingText };
