import { copyWithStyles, SVG } from './svgCopy.ts';

interface Origin {
  readonly left: number;
  readonly top: number;
}

const CLEAR = 'rgba(0, 0, 0, 0)';

function svgElement(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** Ground and border of an element's box; nothing where it has neither. */
function boxOf(element: Element, styles: CSSStyleDeclaration, { left, top }: Origin): readonly SVGElement[] {
  const box = element.getBoundingClientRect();
  const border = styles.borderTopStyle === 'none' ? 0 : Number.parseFloat(styles.borderTopWidth);
  const fill = styles.backgroundColor === CLEAR ? 'none' : styles.backgroundColor;
  if (box.width === 0 || box.height === 0 || (border === 0 && fill === 'none')) return [];
  return [
    svgElement('rect', {
      x: box.left - left + border / 2,
      y: box.top - top + border / 2,
      width: box.width - border,
      height: box.height - border,
      rx: Math.min(Number.parseFloat(styles.borderTopLeftRadius) || 0, box.height / 2),
      fill,
      stroke: border === 0 ? 'none' : styles.borderTopColor,
      'stroke-width': border,
    }),
  ];
}

/** The words of a text, one SVG text a line of the page. */
function linesOf(text: Text, styles: CSSStyleDeclaration, { left, top }: Origin): readonly SVGElement[] {
  const range = document.createRange();
  const lines: { words: string; box: DOMRect }[] = [];
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const box = range.getBoundingClientRect();
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.box.top - box.top) < 2) last.words += ` ${word}`;
    else if (box.width > 0) lines.push({ words: word, box });
  }
  return lines.map(({ words, box }) => {
    const line = svgElement('text', {
      x: box.left - left,
      y: box.top - top + box.height / 2,
      dy: '0.35em',
      fill: styles.color,
      'font-family': styles.fontFamily,
      'font-size': styles.fontSize,
      'font-weight': styles.fontWeight,
    });
    line.textContent = words;
    return line;
  });
}

/** A part of the page as a drawing: its boxes, texts and drawings where they stand; controls and hidden words are left out. */
export function copyAsSvg(root: Element): readonly Element[] {
  const origin = root.getBoundingClientRect();
  const drawn: Element[] = [];
  const visit = (element: Element) => {
    const styles = window.getComputedStyle(element);
    if (element.matches('.visuallyHidden, input, select') || styles.visibility !== 'visible') return;
    if (element instanceof SVGSVGElement) {
      const box = element.getBoundingClientRect();
      const copy = copyWithStyles(element);
      const place = { x: box.left - origin.left, y: box.top - origin.top, width: box.width, height: box.height };
      for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
      drawn.push(copy);
      return;
    }
    drawn.push(...boxOf(element, styles, origin));
    for (const child of element.childNodes) {
      if (child instanceof Element) visit(child);
      else if (child instanceof Text) drawn.push(...linesOf(child, styles, origin));
    }
  };
  visit(root);
  return drawn;
}
