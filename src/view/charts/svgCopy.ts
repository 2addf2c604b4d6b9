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

/** What says nothing in a picture: names of styles, and what makes a control of an element. */
const IDLE = /^(class|style|role|tabindex|aria-.*|data-.*)$/;

/** A drawing with all that the page's styles say of it, so that it looks the same anywhere; controls, which have no looks, are left out. */
export function copyWithStyles(original: Element): Element {
  const copy = original.cloneNode(false) as Element;
  const styles = window.getComputedStyle(original);
  for (const name of copy.getAttributeNames()) if (IDLE.test(name)) copy.removeAttribute(name);
  for (const name of STYLES) {
    const value = styles.getPropertyValue(name);
    if (value !== '') copy.setAttribute(name, value);
  }
  for (const child of original.childNodes) {
    if (!(child instanceof Element)) copy.append(child.cloneNode());
    else if (child.getAttribute('role') !== 'slider') copy.append(copyWithStyles(child));
  }
  return copy;
}
