/** Chinese characters and the signs written with them: each is as wide as the font is high. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu;

/** How many of a text's characters are wide ones. */
export const wideCharacters = (text: string): number => text.match(WIDE)?.length ?? 0;

/** The width of a text by a rule: so many pixels for a character, so many for a wide one. */
export function ruledWidth(text: string, character: number, wideCharacter: number): number {
  const wide = wideCharacters(text);
  return (text.length - wide) * character + wide * wideCharacter;
}
