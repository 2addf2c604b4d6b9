import { type TextKey, translate } from '../../i18n/translate.ts';

/** Why a number is undefined, for brackets within a sentence: without the full stop of its own. */
export const undefinedReason = (reason: string): string =>
  translate(`undefined.${reason}` as TextKey).replace(/[.。]$/, '');
