import { describe, expect, it } from 'vitest';
import { type OpenOptions, openPage, runAxe } from './harness.ts';
import { eventually } from './tuner.ts';

const open = async (options: OpenOptions = {}) => {
  const opened = await openPage({ hash: 'data=digits&view=classes', ...options });
  await opened.page.getByRole('table', { name: 'Which class is taken for which' }).waitFor();
  return opened;
};

const numbersOf = (text: string | null) => Number(text?.replaceAll(',', ''));

describe('files with several classes', () => {
  it.each<[string, OpenOptions]>([
    ['light', { width: 1400 }],
    ['dark', { width: 1400, colorScheme: 'dark' }],
    ['a phone', { width: 390, height: 844 }],
    ['a phone in the dark', { width: 390, height: 844, colorScheme: 'dark' }],
    ['forced colours', { width: 1400, forcedColors: 'active' }],
  ])('can be used by everyone, whatever decides: %s', async (_, options) => {
    const opened = await open(options);
    const { page } = opened;
    for (const kind of ['highest score', 'thresholds', 'least cost']) {
      await page
        .getByRole('radiogroup', { name: 'Decide by' })
        .getByRole('radio', { name: kind })
        .check({ force: true });
      if (kind === 'least cost') await page.getByRole('table', { name: 'What each mistake costs' }).waitFor();
      expect(await runAxe(page), kind).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, kind).toBeLessThanOrEqual(0);
    }
    await opened.expectClean();
  });

  it('are decided anew at every press of a key, and every case is counted once', async () => {
    const opened = await open();
    const { page } = opened;
    const table = page.getByRole('table', { name: 'Which class is taken for which' });
    const rows = () =>
      table.evaluate((element: HTMLTableElement) =>
        [...element.tBodies[0].rows].map((row) =>
          [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent?.replaceAll(',', ''))),
        ),
      );
    const before = await rows();
    const slider = page.getByRole('slider', { name: 'Threshold of nine' });
    await slider.focus();
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
    await eventually(() => page.evaluate(() => location.hash)).toContain('at=0.53%3Anine');
    await table.getByRole('columnheader', { name: 'other' }).waitFor();
    const after = await rows();
    expect(after).not.toEqual(before);
    for (const row of after) {
      const total = row[row.length - 1];
      expect(row.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(total);
    }
    const totals = await table.evaluate((element: HTMLTableElement) =>
      [...(element.tFoot?.rows[0].querySelectorAll('td') ?? [])].map((cell) => cell.textContent),
    );
    expect(numbersOf(totals[totals.length - 1])).toBe(899);
    await page.keyboard.press('Control+z');
    await eventually(rows).not.toEqual(after);
    await opened.expectClean();
  });

  it('are tuned one by one, and come back with the same threshold', async () => {
    const opened = await open();
    const { page } = opened;
    await page.getByRole('button', { name: 'Tune this class: eight against the rest' }).click();
    const field = page.getByRole('textbox', { name: 'Threshold', exact: true });
    await field.waitFor();
    await page.getByText('negative: every other class').waitFor();
    await field.fill('0.4');
    await field.press('Enter');
    await page.getByRole('button', { name: 'Classes', exact: true }).click();
    await eventually(() => page.getByRole('textbox', { name: 'Threshold of eight, Threshold' }).inputValue()).toBe(
      '0.40',
    );
    await opened.expectClean();
  });
});
