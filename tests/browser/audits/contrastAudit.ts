/**
 * WCAG 1.4.3 and 1.4.11, measured: the colour of a text or mark is the computed one, the ground is what the screen shows in its place
 * once all texts, or all marks, are taken away. Whatever is drawn beneath counts, be it a parent, a neighbour or another drawing.
 */
import type { Page } from 'playwright-core';
import { asShown } from '../language/speaking.ts';
import { type Colour, contrast, over, parseColour } from './colour.ts';
import { type Picture, readPng } from './picture.ts';
import { showAll, withStyle } from './restyle.ts';
import { UPPER_LAYER } from './visit.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Painted {
  readonly name: string;
  readonly colour: string;
  /** Of the element and all that it stands in, multiplied. */
  readonly opacity: number;
  readonly needed: number;
  readonly boxes: readonly Box[];
  /** Under forced colours a computed colour is not the one that is drawn: only the picture tells. */
  readonly isForced: boolean;
}

/** All of these carry meaning. `paint` is the property that colours them. */
export const MARKS: readonly (readonly [selector: string, paint: string])[] = [
  ['.plotLine path', 'stroke'],
  ['.plotPoint', 'fill'],
  ['.plotVertex', 'fill'],
  ['.plotBest', 'stroke'],
  ['.plotThreshold', 'stroke'],
  ['.railPositive', 'stroke'],
  ['.railNegative', 'stroke'],
  ['.railLine', 'background-color'],
  ['.railTrackFlagged', 'background-color'],
  ['.railTickMark', 'background-color'],
  ['.swatch', 'border-top-color'],
  ['.cell', 'border-top-color'],
  ['.caseCount', 'border-top-color'],
  ['.outcome', 'border-top-color'],
  ['.caseBar', 'border-top-color'],
  ['.icon', 'stroke'],
  ['.scorePlacePositive', 'fill'],
  ['.scorePlaceNegative', 'fill'],
  ['.scorePlaceLine', 'stroke'],
  ['.scorePlaceThreshold', 'stroke'],
  ['.scorePlaceMark', 'stroke'],
  ['.railTrack::before', 'background-color'],
];

/** Shapes without which nothing is lost: each is named or outlined by something above. */
export const DECORATION = '.plotGrid, .plotArea path, .logo path, clipPath *, .plotControl, defs *';

const WITHOUT_TEXT = `
  *, *::placeholder { -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important }
  svg text { fill: transparent !important }`;

const WITHOUT_MARKS = `${MARKS.map(([selector]) => selector).join()}, .railSlider { visibility: hidden !important }`;

/** Texts of less contrast than they need, one line each. */
export async function textOfLowContrast(page: Page): Promise<string[]> {
  await showAll(page);
  return lowContrast(page, await asShown(page).evaluate(paintedTexts, UPPER_LAYER), WITHOUT_TEXT);
}

/** Marks of less than 3 : 1, one line each. */
export async function marksOfLowContrast(page: Page): Promise<string[]> {
  await showAll(page);
  return lowContrast(page, await page.evaluate(paintedMarks, MARKS), WITHOUT_MARKS);
}

/** Fields, lists, groups and framed buttons whose frame stands out from the page by less than 3 : 1, and a handle that does. */
export async function controlsOfLowContrast(page: Page): Promise<string[]> {
  await showAll(page);
  const framed = await page.evaluate(framedControls);
  const shown = readPng(await page.screenshot({ animations: 'disabled' }));
  const found = framed.flatMap(({ name, colour, boxes: [box] }) => {
    const frame = parseColour(colour);
    const middle = Math.round((box.top + box.bottom) / 2);
    const beside = [Math.floor(box.left) - 1, Math.ceil(box.right)].map((x) =>
      shown.at(Math.max(0, Math.min(shown.width - 1, x)), middle),
    );
    const ratio = Math.min(...beside.map((ground) => contrast(over(frame, ground), ground)));
    return ratio >= 3 ? [] : [`${name}: ${ratio.toFixed(2)} < 3, ${colour}`];
  });
  return [...new Set([...found, ...(await handleOfLowContrast(page, shown))])];
}

/** The handle of a range field cannot be asked for its colour; what counts is what is drawn. */
async function handleOfLowContrast(page: Page, shown: Picture): Promise<string[]> {
  const handle = page.locator('.railSlider');
  const box = (await handle.count()) === 0 ? null : await handle.boundingBox();
  if (box === null) return [];
  const hidden = '.railSlider { visibility: hidden !important }';
  const ground = await withStyle(page, hidden, async () => readPng(await page.screenshot({ animations: 'disabled' })));
  const rows = Array.from({ length: Math.floor(box.height) }, (_, i) => Math.floor(box.y) + i);
  const strong = rows.filter((y) => {
    const ratios = Array.from({ length: Math.floor(box.width) }, (_, i) => {
      const x = Math.max(0, Math.min(shown.width - 1, Math.floor(box.x) + i));
      return contrast(shown.at(x, y), ground.at(x, y));
    });
    return Math.max(...ratios) >= 3;
  });
  return strong.length >= 20 ? [] : [`the handle stands out over ${strong.length} pixels of height only`];
}

/** Drawn shapes that nobody has yet called a mark or a decoration. */
export function unclassifiedShapes(page: Page): Promise<string[]> {
  return page.evaluate(
    ([marks, decoration]) => {
      const found = [...document.querySelectorAll<SVGElement>('svg :is(path, line, rect, circle, polygon, polyline)')]
        .filter((shape) => !shape.matches(`${marks}, ${decoration}`))
        .map((shape) => `${shape.localName} ${shape.getAttribute('class')} in ${shape.parentElement?.className}`);
      return [...new Set(found)];
    },
    [MARKS.map(([selector]) => selector).join(), DECORATION] as const,
  );
}

async function lowContrast(page: Page, painted: readonly Painted[], without: string) {
  const shown = readPng(await page.screenshot({ animations: 'disabled' }));
  const ground = await withStyle(page, without, async () => readPng(await page.screenshot({ animations: 'disabled' })));
  const found = painted.flatMap(({ name, colour, opacity, needed, boxes, isForced }) => {
    const parsed = parseColour(colour);
    const paint = { ...parsed, alpha: parsed.alpha * opacity };
    const worst = isForced ? drawnContrast(shown, boxes) : worstContrast(paint, shown, ground, boxes);
    if (worst === null) return [`${name} is not drawn at all`];
    return worst.ratio >= needed ? [] : [`${name}: ${worst.ratio.toFixed(2)} < ${needed}, ${colour} on ${worst.on}`];
  });
  return [...new Set(found)];
}

/** Where lines cross, a few pixels may be of any colour. */
const CROSSINGS = 0.05;

/** The lowest contrast within the boxes, wherever something was drawn, crossings aside; null where nothing was. */
function worstContrast(paint: Colour, shown: Picture, ground: Picture, boxes: readonly Box[]) {
  const grounds = new Map<string, { count: number; colour: Colour }>();
  let drawn = 0;
  for (const { left, top, right, bottom } of boxes) {
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(shown.height, Math.ceil(bottom)); y++) {
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(shown.width, Math.ceil(right)); x++) {
        const [pixel, beneath] = [shown.at(x, y), ground.at(x, y)];
        if (pixel.r === beneath.r && pixel.g === beneath.g && pixel.b === beneath.b) continue;
        drawn++;
        const key = `${beneath.r} ${beneath.g} ${beneath.b}`;
        const known = grounds.get(key);
        if (known === undefined) grounds.set(key, { count: 1, colour: beneath });
        else known.count++;
      }
    }
  }
  if (drawn === 0) return null;
  const ranked = [...grounds]
    .map(([on, { count, colour }]) => ({ on, count, ratio: contrast(over(paint, colour), colour) }))
    .sort((a, b) => a.ratio - b.ratio);
  let left = drawn * CROSSINGS;
  for (const one of ranked) {
    left -= one.count;
    if (left < 0) return one;
  }
  return ranked[ranked.length - 1];
}

/** The contrast of what stands out most within the boxes against what most of them is made of. */
function drawnContrast(shown: Picture, boxes: readonly Box[]) {
  const colours = new Map<string, { count: number; colour: Colour }>();
  for (const { left, top, right, bottom } of boxes) {
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(shown.height, Math.ceil(bottom)); y++) {
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(shown.width, Math.ceil(right)); x++) {
        const colour = shown.at(x, y);
        const key = `${colour.r} ${colour.g} ${colour.b}`;
        const known = colours.get(key);
        if (known === undefined) colours.set(key, { count: 1, colour });
        else known.count++;
      }
    }
  }
  const [[on, { colour: ground }] = ['nothing', { colour: parseColour('rgb(0, 0, 0)') }]] = [...colours].sort(
    ([, a], [, b]) => b.count - a.count,
  );
  return { ratio: Math.max(1, ...[...colours.values()].map(({ colour }) => contrast(colour, ground))), on };
}

/** Runs in the page: every text in sight, in the topmost layer that is open. */
function paintedTexts(layer: string): Painted[] {
  const top = document.querySelector(layer) ?? document.body;
  /** What scrolling and clipping parents leave of a box. */
  const clipped = (box: DOMRect, element: Element): Box => {
    let { left, top: upper, right, bottom } = box;
    for (let parent: Element | null = element; parent !== null; parent = parent.parentElement) {
      const { overflowX, clipPath } = getComputedStyle(parent);
      if ((overflowX === 'visible' && clipPath === 'none') || parent instanceof SVGElement) continue;
      const edge = parent.getBoundingClientRect();
      left = Math.max(left, edge.left);
      upper = Math.max(upper, edge.top);
      right = Math.min(right, edge.right);
      bottom = Math.min(bottom, edge.bottom);
    }
    return { left, top: upper, right, bottom };
  };
  const painted: Painted[] = [];
  const add = (element: Element, text: string, boxes: readonly DOMRect[]) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return;
    // What cannot be used now need not be read.
    if (element.closest(':disabled, [aria-disabled=true], label:has(:disabled), option')) return;
    const seen = boxes
      .map((box) => clipped(box, element))
      .filter((box) => box.right - box.left > 2 && box.bottom - box.top > 2);
    if (seen.length === 0) return;
    let opacity = 1;
    for (let parent: Element | null = element; parent !== null; parent = parent.parentElement)
      opacity *= Number(getComputedStyle(parent).opacity);
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    painted.push({
      name: `“${text.trim().slice(0, 40)}” (${element.closest('[class]')?.getAttribute('class') ?? element.localName})`,
      colour: element instanceof SVGElement ? style.fill : style.getPropertyValue('-webkit-text-fill-color'),
      opacity,
      needed: isLarge ? 3 : 4.5,
      boxes: seen,
      isForced: matchMedia('(forced-colors: active)').matches && style.forcedColorAdjust !== 'none',
    });
  };
  const texts = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (node.textContent!.trim() === '') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    add(node.parentElement!, node.textContent!, [...range.getClientRects()]);
  }
  for (const field of top.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    'input[type=text], select, textarea',
  )) {
    if (field.value !== '') add(field, field.value, [field.getBoundingClientRect()]);
  }
  return painted;
}

/** Runs in the page: every mark in sight. */
function paintedMarks(marks: readonly (readonly [string, string])[]): Painted[] {
  return marks.flatMap(([selector, paint]) => {
    const [whose, pseudo] = selector.split(/(?=::)/);
    return [...document.querySelectorAll(whose)].flatMap((element) => {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element, pseudo);
      const isSeen = element.checkVisibility({ visibilityProperty: true }) && Math.max(box.width, box.height) > 2;
      if (!isSeen || element.closest('clipPath') !== null) return [];
      const scroller = element.closest('.rowsScroll')?.getBoundingClientRect();
      if (scroller !== undefined && (box.top < scroller.top + 40 || box.bottom > scroller.bottom)) return [];
      return [
        {
          name: `${selector} (${element.getAttribute('class') ?? element.parentElement?.getAttribute('class')})`,
          colour: style.getPropertyValue(paint),
          opacity: 1,
          needed: 3,
          boxes: [{ left: box.left - 1, top: box.top - 1, right: box.right + 1, bottom: box.bottom + 1 }],
          isForced: matchMedia('(forced-colors: active)').matches && element instanceof HTMLElement,
        },
      ];
    });
  });
}

/** Runs in the page: every control that is drawn with a frame, and the group of radio buttons that is framed as one. */
function framedControls(): Painted[] {
  const controls = 'input[type=text], select, textarea, button, .radioGroup';
  return [...document.querySelectorAll(controls)].flatMap((control) => {
    const { borderTopColor, borderTopWidth } = getComputedStyle(control);
    const box = control.getBoundingClientRect();
    const isFramed = borderTopWidth !== '0px' && !/^rgba.*, 0\)$/.test(borderTopColor) && control.checkVisibility();
    if (!isFramed || control.matches(':disabled, [aria-disabled=true]')) return [];
    const name = `${control.localName}.${control.className} “${control.getAttribute('aria-label') ?? control.textContent}”`;
    return [{ name, colour: borderTopColor, opacity: 1, needed: 3, boxes: [box.toJSON()], isForced: false }];
  });
}
