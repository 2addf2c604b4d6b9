/** Colours as WCAG and colorimetry define them, with nothing of the program. */

/** Red, green and blue from 0 to 255, and how much of what lies beneath is covered, 0 to 1. */
export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly alpha: number;
}

/** What a browser answers when asked for a computed color: `rgb(…)`, `rgba(…)` or `color(srgb …)`. */
export function parseColour(css: string): Colour {
  const numbers = [...css.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(([number]) => Number(number));
  if (/^rgba?\(/.test(css)) return { r: numbers[0], g: numbers[1], b: numbers[2], alpha: numbers[3] ?? 1 };
  if (css.startsWith('color(srgb '))
    return { r: numbers[0] * 255, g: numbers[1] * 255, b: numbers[2] * 255, alpha: numbers[3] ?? 1 };
  throw new Error(`No color that is known here: ${css}`);
}

/** One colour painted over another. */
export function over(top: Colour, bottom: Colour): Colour {
  const alpha = top.alpha + bottom.alpha * (1 - top.alpha);
  const mix = (above: number, below: number) =>
    alpha === 0 ? 0 : (above * top.alpha + below * bottom.alpha * (1 - top.alpha)) / alpha;
  return { r: mix(top.r, bottom.r), g: mix(top.g, bottom.g), b: mix(top.b, bottom.b), alpha };
}

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** WCAG's relative luminance. */
const luminance = ({ r, g, b }: Colour): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** WCAG's contrast ratio, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** CIE L*a*b* under D65. */
function lab({ r, g, b }: Colour): readonly [number, number, number] {
  const [red, green, blue] = [linear(r), linear(g), linear(b)];
  const f = (t: number) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = f(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = f((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE 1976 colour difference; about 2.3 is just noticeable side by side. */
export function difference(one: Colour, other: Colour): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
