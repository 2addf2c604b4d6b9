import { en } from '../../src/i18n/en.ts';
import { enLater } from '../../src/i18n/enLater.ts';

/** Every text of the page in English, those that come with a screen too. */
export const allEnglish = { ...en, ...enLater };
