import { describe, expect, it } from 'vitest';
import { type OpenOptions, openPage, runAxe } from './harness.ts';
import { eventually } from './tuner.ts';

const open = async (options: OpenOptions = {}) => {
  const opened = await openPage({ hash: 'data=news-topics&view=classes', ...options });
  await opened.page.getByRole('table', { name: 'All labels in one number' }).waitFor();
  return opened;
};

describe('files in which several labels may hold', () => {
  it.each<[string, OpenOptions]>([
    ['light', { width: 1400 }],
    ['dark', { width: 1400, colorScheme: 'dark' }],
    ['a phone', { width: 390, height: 844 }],
    ['a phone in the dark', { width: 390, height: 844, colorScheme: 'dark' }],
  ])('can be used by everyone: %s', async (_, options) => {
    const opened = await open(options);
    const { page } = opened;
    expect(await runAxe(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    const cut = await page.evaluate(
      () =>
        [...document.querySelectorAll('section.panel')].filter(
          ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
        ).length,
    );
    expect(cut).toBe(0);
    await opened.expectClean();
  });

  it('are decided anew at every press of a key, tuned together, and one by one', async () => {
    const opened = await open();
    const { page } = opened;
    const exact = () => page.getByRole('row', { name: /subset accuracy/ }).textContent();
    const before = await exact();
    const slider = page.getByRole('slider', { name: 'Threshold of Health' });
    await slider.focus();
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
    await eventually(() => page.evaluate(() => location.hash)).toContain('at=0.55%3AHealth');
    await eventually(exact).not.toBe(before);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await eventually(exact).toBe(before);

    await page.getByRole('button', { name: 'One threshold for all' }).click();
    const fields = page.getByRole('textbox', { name: /^Threshold of / });
    const values = () => fields.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    await eventually(async () => new Set(await values()).has('0.50')).toBe(false);
    expect(new Set(await values()).size).toBe(1);
    await page.getByRole('button', { name: 'Tune each label' }).click();
    await eventually(async () => new Set(await values()).size).toBe(5);

    await page.getByRole('button', { name: 'Look at it alone: Sport' }).click();
    const field = page.getByRole('textbox', { name: 'Threshold', exact: true });
    await field.fill('0.4');
    await field.press('Enter');
    await page.getByRole('button', { name: 'Labels', exact: true }).click();
    await eventually(async () => (await values())[3]).toBe('0.40');
    await opened.expectClean();
  });
});
