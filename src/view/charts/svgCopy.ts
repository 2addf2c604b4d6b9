/** What a picture needs of the style sheets, which do not travel with it. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'vector-effect',
  'opacity',
  'visibility',
  'display',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;

export const SVG = 'http://www.w3.org/2000/svg';

/** A drawing with all that the page's styles say of it, so that it looks the same anywhere. */
export function copyWithStyles(original: Element): Element {
  const copy = original.cloneNode(false) as Element;
  const styles = window.getComputedStyle(original);
  copy.removeAttribute('class');
  copy.removeAttribute('style');
  for (const name of STYLES) {
    const value = styles.getPropertyValue(name);
    if (value !== '') copy.setAttribute(name, value);
  }
  for (const child of original.childNodes) {
    copy.append(child instanceof Element ? copyWithStyles(child) : child.cloneNode());
  }
  return copy;
}
