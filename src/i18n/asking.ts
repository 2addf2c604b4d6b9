import { askingText } from './en/asking.ts';
import { filled, type TextValues, textInUse } from './translate.ts';

export type AskingKey = keyof typeof askingText;

/** `translate` for the words that come with Predict, and not with the page. */
export function asking(key: AskingKey, values: TextValues = {}): string {
  return filled(textInUse(key) ?? askingText[key], values);
}
