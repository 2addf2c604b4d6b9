import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The name of what has the focus; "body" where nothing has it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'body';
    const label = document.getElementById(element.getAttribute('aria-labelledby') ?? '');
    return element.getAttribute('aria-label') ?? (label ?? element).textContent?.trim() ?? '';
  });

/** Presses Tab until something of that name has the focus; the names of all stops on the way, that one included. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<readonly string[]> {
  const passed: string[] = [];
  do {
    expect(passed.length, passed.join(' > ')).toBeLessThan(90);
    await page.keyboard.press(key);
    passed.push(await focused(page));
  } while (!name.test(passed.at(-1) ?? ''));
  return passed;
}
