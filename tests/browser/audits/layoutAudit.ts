/** WCAG 1.4.4, 1.4.10 and 1.4.12: nothing is cut off and no text lies on another, however large or loose it is set. */
import type { Page } from 'playwright-core';
import { asShown } from '../language/speaking.ts';
import { UPPER_LAYER } from './visit.ts';

/** The spacing of WCAG 1.4.12, all of it at once. */
export const LOOSE_TEXT = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** Texts that a parent cuts off without a way to scroll to the rest, one line each. */
export function cutOffTexts(page: Page): Promise<string[]> {
  return asShown(page).evaluate((layer) => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.querySelector(layer) ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement!;
      if (node.textContent!.trim() === '' || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest('.visuallyHidden, option, select') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        let limit: Element | null = element;
        for (; limit !== null; limit = limit.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(limit);
          if (overflowX === 'auto' || overflowX === 'scroll' || overflowY === 'auto' || overflowY === 'scroll') break;
          const edge = limit.getBoundingClientRect();
          const isCut = overflowX !== 'visible' && (box.right > edge.right + 1 || box.left < edge.left - 1);
          const isCutBelow = overflowY !== 'visible' && (box.bottom > edge.bottom + 1 || box.top < edge.top - 1);
          // What is shortened with dots says the whole of it on hover and to a screen reader.
          if (
            (isCut || isCutBelow) &&
            !(getComputedStyle(limit).textOverflow === 'ellipsis' && limit.closest('[title], td'))
          )
            found.push(
              `“${node.textContent!.trim().slice(0, 40)}” is cut off by ${limit.className || limit.localName}`,
            );
        }
        if (box.left < -1 || (limit === null && box.right > document.documentElement.clientWidth + 1))
          found.push(`“${node.textContent!.trim().slice(0, 40)}” leaves the page`);
      }
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('input[type=text]')) {
      if (field.checkVisibility() && field.scrollWidth > field.clientWidth + 1)
        found.push(`the field “${field.getAttribute('aria-label')}” cuts off ${field.value}`);
    }
    return [...new Set(found)];
  }, UPPER_LAYER);
}

/** Pairs of texts of which one covers part of the other, one line each. */
export function overlappingTexts(page: Page): Promise<string[]> {
  return asShown(page).evaluate((layer) => {
    interface Line {
      readonly text: string;
      readonly element: Element;
      readonly box: DOMRect;
    }
    const lines: Line[] = [];
    const top = document.querySelector(layer) ?? document.body;
    /** What is beyond the edge of a list that scrolls lies under nothing. */
    const isScrolledBy = (element: Element) => {
      for (let frame = element.parentElement; frame !== null && frame !== top; frame = frame.parentElement) {
        const isScroller = /auto|scroll/.test(getComputedStyle(frame).overflowY);
        if (isScroller && frame.scrollHeight > frame.clientHeight) return true;
      }
      return false;
    };
    const texts = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement!;
      if (node.textContent!.trim() === '' || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest('.visuallyHidden, option, select') !== null || isScrolledBy(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      // The letters fill the middle of their line only.
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      for (const box of range.getClientRects()) {
        const spare = Math.max(0, (box.height - size) / 2);
        lines.push({
          text: node.textContent!.trim().slice(0, 30),
          element,
          box: new DOMRect(box.x + 0.5, box.y + spare, box.width - 1, box.height - 2 * spare),
        });
      }
    }
    lines.sort((a, b) => a.box.top - b.box.top);
    const found: string[] = [];
    lines.forEach((one, i) => {
      for (let j = i + 1; j < lines.length && lines[j].box.top < one.box.bottom - 1; j++) {
        const other = lines[j];
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // What sticks to the edge of the window lies on whatever is scrolled beneath it.
        if (one.element.closest('.railBody') !== other.element.closest('.railBody')) continue;
        if (across > 1 && down > 2 && one.element !== other.element) found.push(`“${one.text}” on “${other.text}”`);
      }
    });
    return [...new Set(found)];
  }, UPPER_LAYER);
}

/** By how many pixels the page is wider than the window. */
export function tooWideBy(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.scrollingElement!.scrollWidth - innerWidth));
}
