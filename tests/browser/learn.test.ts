import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type OpenOptions, openPage, runAxe } from './harness.ts';
import { address, button, eventually, openTuner, slider } from './tuner.ts';

const icons = (page: Page) => page.getByRole('region', { name: 'A hundred cases' });
const quiz = (page: Page) => page.getByRole('region', { name: 'Quiz' });

async function openLearn(options: OpenOptions = {}) {
  const opened = await openPage({ hash: 't=0.59&view=learn', ...options });
  await icons(opened.page).waitFor();
  return opened;
}

describe('Learn', () => {
  it('shows a hundred cases that follow the threshold, and a quiz, by keyboard alone, kept in the link', async () => {
    const opened = await openLearn();
    const { page } = opened;
    await eventually(() => icons(page).innerText()).toContain('429 of 582 flagged cases are right');
    await slider(page).focus();
    await page.keyboard.press('ArrowRight');
    await eventually(() => icons(page).innerText()).not.toContain('429 of 582');
    await page.keyboard.press('ArrowLeft');
    await icons(page).getByRole('radio', { name: 'of 100 flagged' }).focus();
    await page.keyboard.press('ArrowRight');
    await eventually(() => icons(page).innerText()).toContain('Of 100 positive cases, 69 are found and 31 are missed.');

    await button(page, 'Begin the quiz').focus();
    await page.keyboard.press('Enter');
    for (let place = 1; place <= 6; place++) {
      await eventually(() => quiz(page).innerText()).toContain(`Question ${place} of 6`);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await eventually(() => quiz(page).getByRole('status').innerText()).toMatch(/^(Right\.|Not quite\.)/);
      await quiz(page).getByRole('button').last().focus();
      await page.keyboard.press('Enter');
    }
    await eventually(() => quiz(page).innerText()).toMatch(/[0-6] of 6 right\./);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(() => address(page)).toMatchObject({ view: 'learn', hundred: 'positives', quiz: '2' });
    expect(await runAxe(page)).toEqual([]);
    await opened.expectClean();
  });

  it('explains a word in full by Enter, and gives the focus back on Escape', async () => {
    const opened = await openLearn();
    const { page } = opened;
    const list = page.getByRole('list', { name: 'Words', exact: true });
    await page.getByRole('searchbox', { name: 'Search the words' }).fill('matthews');
    await list.getByRole('button').focus();
    await page.keyboard.press('Enter');
    const card = page.getByRole('dialog', { name: 'Matthews correlation' });
    await eventually(() => card.innerText()).toContain('0.6804');
    expect(await runAxe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Matthews correlation');
    await opened.expectClean();
  });

  it.each([360, 1400])('shows the places of Tune one after another on a page of %s pixels', async (width) => {
    const opened = await openTuner({ width, height: 800 });
    const { page } = opened;
    await button(page, 'Learn').click();
    await button(page, 'Start the tour').focus();
    await page.keyboard.press('Enter');
    const names = ['The rail', 'The threshold', 'The one sentence', 'Goals', 'The matrix', 'Key figures', 'The curves'];
    for (const name of [...names, 'Take it away']) {
      await page.getByRole('dialog', { name, exact: true }).waitFor();
      const frame = await page.locator('.tourFrame').boundingBox();
      expect(frame?.y ?? Number.NaN, name).toBeLessThan(500);
      expect((frame?.y ?? Number.NaN) + (frame?.height ?? 0), name).toBeGreaterThan(20);
      const heading = page.getByRole('heading', { name, exact: true }).and(page.locator(':focus'));
      expect(await heading.count(), name).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      if (name === 'The rail') expect(await runAxe(page)).toEqual([]);
      if (name !== 'Take it away') await button(page, 'Next').click();
    }
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('.tour').count()).toBe(0);
    // The focus is where it began.
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Start the tour');
    await opened.expectClean();
  });

  it.each([320, 390, 1400])('fits on a page of %s pixels', async (width) => {
    const opened = await openLearn({ width, height: 844 });
    const { page } = opened;
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await opened.expectClean();
  });
});
