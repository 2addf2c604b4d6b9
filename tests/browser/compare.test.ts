import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type OpenOptions, openPage, runAxe } from './harness.ts';
import { address, button, eventually } from './tuner.ts';

const panel = (page: Page) => page.getByRole('region', { name: 'Which model is better?' });
const verdict = (page: Page) => panel(page).locator('.compareVerdict').innerText();

async function openModels(options: OpenOptions = {}) {
  const opened = await openPage({ hash: 'data=german-credit-models', ...options });
  await button(opened.page, 'Compare').click();
  await compared(opened.page);
  return opened;
}

async function compared(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Where do the two disagree?' }).waitFor();
}

describe('models side by side', () => {
  it('are compared by keyboard alone, kept in the link, and opened on Tune', async () => {
    const opened = await openModels();
    const { page } = opened;
    expect(await verdict(page)).toContain('p_logreg misses');
    await panel(page).getByRole('radio', { name: 'each at its best' }).focus();
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('ArrowRight');
    await eventually(() => verdict(page)).toMatch(
      /^With as many flags, p_logreg misses .* That could well be chance\.$/s,
    );
    await eventually(() => address(page)).toMatchObject({ view: 'compare', compareat: 'flags' });
    expect(await runAxe(page)).toEqual([]);
    await page.reload();
    await compared(page);
    await eventually(() => verdict(page)).toMatch(/^With as many flags, p_logreg misses /);
    const threshold = await panel(page)
      .getByRole('row', { name: /^Threshold/ })
      .getByRole('cell')
      .last()
      .innerText();
    await button(page, 'Tune on this: p_logreg').focus();
    await page.keyboard.press('Enter');
    await eventually(() => page.getByRole('combobox', { name: 'Model', exact: true }).inputValue()).toBe('p_logreg');
    await eventually(() => page.getByRole('textbox', { name: 'Threshold', exact: true }).inputValue()).toBe(threshold);
    await opened.expectClean();
  });

  it.each([320, 390, 1400])('fit on a page of %s pixels', async (width) => {
    const opened = await openModels({ width, height: 844 });
    const { page } = opened;
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await opened.expectClean();
  });
});
