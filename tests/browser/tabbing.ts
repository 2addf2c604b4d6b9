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
  // Panels go on bringing stops while they get their answers: the way ends where it meets itself, not after a number.
  const met = await page.evaluateHandle(() => new WeakSet<Element>());
  const isMetAgain = (before: WeakSet<Element>): boolean => {
    const element = document.activeElement ?? document.body;
    const isAgain = before.has(element);
    before.add(element);
    return isAgain;
  };
  do {
    await page.keyboard.press(key);
    passed.push(await focused(page));
    expect(await met.evaluate(isMetAgain), `${name} is on no way round: ${passed.join(' > ')}`).toBe(false);
  } while (!name.test(passed.at(-1) ?? ''));
  await met.dispose();
  return passed;
}
