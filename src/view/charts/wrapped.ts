/** The text in lines of at most so many pixels: broken between words, and within a word that is too long by itself. */
export function wrapped(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(`${line} ${word}`) <= width) {
      lines[lines.length - 1] = `${line} ${word}`;
      continue;
    }
    let rest = [...word];
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

const WIDE_CHARACTER = 0.62;

/** Pixels that a text takes in a CSS font; by a generous rule where the page cannot measure. */
export function textWidth(text: string, font: string, size: number): number {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return text.length * size * WIDE_CHARACTER;
  pen.font = font;
  return pen.measureText(text).width;
}
