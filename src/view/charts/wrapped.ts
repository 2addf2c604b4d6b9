import { ruledWidth } from './wideCharacters.ts';

/** A piece that a line does not break: a word, or one Chinese character with the signs that may not begin a line; or the space between. */
const PIECE = /\p{Script=Han}[，。、：；？！）”…]*|[^\s\p{Script=Han}]+|\s+/gu;

/** The text in lines of at most so many pixels: broken between words or Chinese characters, and within a word that is too long by itself. */
export function wrapped(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let space = '';
  for (const piece of text.trim().match(PIECE) ?? []) {
    if (piece.trim() === '') {
      space = ' ';
      continue;
    }
    const line = lines.at(-1);
    const longer = `${line}${space}${piece}`;
    space = '';
    if (line !== undefined && widthOf(longer) <= width) {
      lines[lines.length - 1] = longer;
      continue;
    }
    let rest = [...piece];
    while (rest.length > 1 && widthOf(rest.join('')) > width) {
      let count = rest.length - 1;
      while (count > 1 && widthOf(rest.slice(0, count).join('')) > width) count--;
      lines.push(rest.slice(0, count).join(''));
      rest = rest.slice(count);
    }
    lines.push(rest.join(''));
  }
  return lines;
}

const WIDE_LETTER = 0.62;

/** Pixels that a text takes in a CSS font; by a generous rule where the page cannot measure. */
export function textWidth(text: string, font: string, size: number): number {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return ruledWidth(text, size * WIDE_LETTER, size);
  pen.font = font;
  return pen.measureText(text).width;
}
