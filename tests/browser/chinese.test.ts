/**
 * The page in Chinese. What does not depend on words is tested in English alone; here is what does: that every tab is whole in the
 * other language, fits its places and has its names, and that the work from the file to the export can be done in it. The names come
 * from the texts themselves, so that this file knows no word of Chinese but the language's own.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_NAMES, type Language } from '../../src/i18n/language.ts';
import { loadLanguage } from '../../src/i18n/loadLanguage.ts';
import { type TextKey, type TextValues, translate } from '../../src/i18n/translate.ts';
import { cutOffTexts, overlappingTexts, tooWideBy } from './audits/layoutAudit.ts';
import { openPage, runAxe } from './harness.ts';
import { address, csvCells, downloadBy, eventually, OWN_CSV } from './tuner.ts';

/** What the page calls something in a language. */
async function words(language: Language): Promise<(key: TextKey, values?: TextValues) => string> {
  const use = await loadLanguage(language);
  const english = await loadLanguage('en');
  return (key, values) => {
    use();
    const text = translate(key, values);
    english();
    return text;
  };
}

const slider = (page: Page, name: string) => page.getByRole('slider', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const PLACES = [
  ['tune', ''],
  ['slices', '&group=:y_prob'],
  ['cases', ''],
  ['learn', ''],
  ['data', ''],
  ['data', '&data=training'],
  ['predict', ''],
  ['classes', '&data=digits'],
  ['classes', '&data=news-topics'],
  ['compare', '&data=german-credit-models'],
] as const;

/** Words of English side by side, on the page or said by a screen reader; titles of what there is to read, texts sent to a model and its answers stay as they are. */
const englishOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isEnglish = (text: string) => /[A-Za-z’]{2,}( [A-Za-z’]{2,}){2}/.test(text);
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement!;
      if (
        isEnglish(node.textContent!) &&
        element.checkVisibility() &&
        element.closest('a[href^="http"], main [lang="en"], main textarea, main code, main pre') === null
      )
        found.push(node.textContent!.trim().slice(0, 80));
    }
    for (const element of document.querySelectorAll('[aria-label]'))
      if (isEnglish(element.getAttribute('aria-label')!)) found.push(element.getAttribute('aria-label')!.slice(0, 80));
    return [...new Set(found)];
  });

describe('the page in Chinese', () => {
  // The narrowest window that is promised, a phone, and a desk.
  it.each([320, 360, 1400])('is whole on every tab, and nothing is cut off or covered, at %i', async (width) => {
    const text = await words('zh');
    const found: string[] = [];
    for (const [view, more] of PLACES) {
      const opened = await openPage({ isUntranslated: true, width, height: 800, hash: `lang=zh&view=${view}${more}` });
      const { page } = opened;
      await page.getByRole('region', { name: text('context.section') }).waitFor();
      await page.waitForFunction(
        (waiting) =>
          document.querySelector('.isLate, .chartWaiting') === null &&
          waiting.every((each) => !document.body.textContent?.includes(each)),
        [text('certainty.waiting'), text('honest.waiting')],
      );
      if (view === 'predict') {
        await page.locator('main button[type="submit"]').click();
        await page.locator('.answerEmpty').waitFor({ state: 'detached' });
      }
      await page.evaluate(() => document.fonts.ready);
      for (const line of [...(await cutOffTexts(page)), ...(await overlappingTexts(page))])
        found.push(`${view}${more}: ${line}`);
      if ((await tooWideBy(page)) > 0) found.push(`${view}${more}: scrolls sideways`);
      if (width === 1400)
        for (const line of [...(await runAxe(page)), ...(await englishOn(page))]) found.push(`${view}${more}: ${line}`);
      await opened.expectClean();
      await opened.close();
    }
    expect(found).toEqual([]);
  });
});

describe.each<Language>(['en', 'zh'])('the work in %s', (language) => {
  it('goes from a sample over a file of one’s own to the export and the link', async () => {
    const text = await words(language);
    const opened = await openPage({ isUntranslated: true, locale: language === 'zh' ? 'zh-CN' : 'en-US' });
    const { page } = opened;
    const threshold = field(page, text('threshold.field'));
    await slider(page, text('rail.slider')).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toMatch(new RegExp(`^${language}`));

    await slider(page, text('rail.slider')).press('ArrowRight');
    await eventually(() => threshold.inputValue()).not.toBe('0.50');
    await threshold.fill('0.59');
    await threshold.press('Enter');
    await eventually(() => address(page).t).toBe('0.59');

    await page.getByLabel(text('bar.filePicker')).setInputFiles({
      name: 'bad.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(''),
    });
    await page
      .getByRole('alert')
      .filter({ hasText: text('problem.emptyFile', { file: 'bad.csv' }) })
      .waitFor();
    await page.getByLabel(text('bar.filePicker')).setInputFiles({
      name: 'own.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(OWN_CSV),
    });
    await page.getByText(text('context.rows', { read: 200, skipped: 0 })).waitFor();

    await button(page, text('bar.export')).click();
    const saved = await downloadBy(page, () =>
      page.getByRole('menuitem', { name: text('export.metrics'), exact: true }).click(),
    );
    // Columns are for programs, and the same in every language.
    expect(csvCells(saved.text)[0][0]).toBe('split');
    for (const view of ['slices', 'cases', 'learn', 'data', 'tune'] as const) {
      await button(page, text(`bar.${view}`)).click();
      await eventually(() => address(page).view).toBe(view);
    }
    await opened.expectClean();
  });
});

describe('the switch', () => {
  it('changes every word, keeps the work and the focus, and is remembered', async () => {
    const [english, chinese] = [await words('en'), await words('zh')];
    const opened = await openPage({ isUntranslated: true, hash: 't=0.3' });
    const { page } = opened;
    await slider(page, english('rail.slider')).waitFor();
    const other = page.getByRole('radio', { name: LANGUAGE_NAMES.zh });
    await other.click();
    await slider(page, chinese('rail.slider')).waitFor();
    expect(await other.isChecked()).toBe(true);
    expect(await other.evaluate((radio) => radio === document.activeElement)).toBe(true);
    await page.getByText(chinese('language.now')).waitFor({ state: 'attached' });
    expect(await field(page, chinese('threshold.field')).inputValue()).toBe('0.30');
    await eventually(() => address(page)).toMatchObject({ lang: 'zh', t: '0.3' });
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');

    await page.goto(`${opened.url}#t=0.4`);
    await page.reload();
    await slider(page, chinese('rail.slider')).waitFor();
    await page.getByRole('radio', { name: LANGUAGE_NAMES.en }).click();
    await slider(page, english('rail.slider')).waitFor();
    expect(await field(page, english('threshold.field')).inputValue()).toBe('0.40');
    await opened.expectClean();
  });
});
