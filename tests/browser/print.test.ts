import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { button, drawn, openFiles, openTuner } from './tuner.ts';

const PAPERS = ['A4', 'Letter'] as const;

/** How many pages the browser prints. */
async function pagesOf(page: Page, format: string): Promise<number> {
  const paper = (await page.pdf({ format, printBackground: true })).toString('latin1');
  return paper.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** The page as it is laid out for paper, on a sheet as wide as A4 within its margins. */
async function layOutForPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 733, height: 1000 });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
}

/** Ten rows a split, half of them positive. */
function fileWithSplits(splits: readonly string[]): string {
  const rows = splits.flatMap((split) =>
    Array.from({ length: 10 }, (_, i) => `${split},${i % 3 === 0 ? 1 : 0},${(10 - i) / 11}`),
  );
  return `split,label,score\n${rows.join('\n')}\n`;
}

describe('on paper', () => {
  it.each([
    [1400, 'light'],
    [390, 'dark'],
  ] as const)('Tune is one page, from a screen %i px wide, %s', async (width, colorScheme) => {
    const opened = await openTuner({ width, colorScheme, hash: 't=0.5233633826490391&data=streamlit-demo' });
    const { page } = opened;
    await button(page, /Show all \d+ metrics/).click();
    for (const paper of PAPERS) expect({ paper, pages: await pagesOf(page, paper) }).toEqual({ paper, pages: 1 });
    // The screen is given back its charts.
    await drawn(page);
    await opened.expectClean();
  });

  it('a file with a long name and five splits is still one page', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const name = `predictions-of-${'the-quarterly-model-'.repeat(5)}final.csv`;
    await openFiles(page, { name, text: fileWithSplits(['train', 'valid', 'test', 'north', 'south']) });
    await page.getByText(name).first().waitFor();
    await drawn(page);
    for (const paper of PAPERS) expect({ paper, pages: await pagesOf(page, paper) }).toEqual({ paper, pages: 1 });
    await layOutForPaper(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(733);
    await opened.expectClean();
  });

  it('Tune is light, says what was decided on which rows, and has nothing to press and nothing cut off', async () => {
    const opened = await openTuner({ colorScheme: 'dark', width: 390, hash: 't=0.5233633826490391' });
    const { page } = opened;
    await layOutForPaper(page);
    const seen = await page.locator('main').innerText();
    expect(seen).toContain('streamlit-demo.csv');
    expect(seen).toContain('Flagged at score ≥ 0.5234 (exactly 0.5233633826490391) · judged on test');
    for (const title of [
      'Decision threshold',
      'Confusion matrix',
      'Key figures',
      'Precision and recall',
      'ROC',
      'Metrics',
    ])
      expect(seen).toContain(title);

    expect(await page.evaluate(() => getComputedStyle(document.documentElement).color)).toBe('rgb(20, 24, 31)');
    const shown = (selector: string) => page.locator(selector).filter({ visible: true }).count();
    // The words that explain themselves on the screen are words on paper, the counts that lead to their rows are numbers.
    expect(await shown('button:not(.term, .cellCount), select, input[type=range], input[type=radio], header')).toBe(0);
    for (const field of await page.locator('main input').filter({ visible: true }).all()) {
      const looks = await field.evaluate((input) => {
        const { borderTopWidth, backgroundColor } = getComputedStyle(input);
        return { borderTopWidth, backgroundColor, isCut: input.scrollWidth > input.clientWidth };
      });
      expect(looks).toEqual({ borderTopWidth: '0px', backgroundColor: 'rgba(0, 0, 0, 0)', isCut: false });
    }
    const cut = await page.evaluate(() => {
      const sheet = document.documentElement.clientWidth;
      return [...document.querySelectorAll('main :is(p, th, td, h2, text, svg, strong)')]
        .filter((element) => element.checkVisibility() && !element.closest('.visuallyHidden'))
        .filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          return left < -1 || right > sheet + 1;
        })
        .map((element) => element.textContent);
    });
    expect(cut).toEqual([]);

    // As wide as their column, whatever the screen had room for.
    const charts = await page
      .locator('.tuneCharts figure')
      .filter({ visible: true })
      .evaluateAll((figures) =>
        figures.map((figure) => figure.querySelector('.plot svg')!.getBoundingClientRect().width / figure.clientWidth),
      );
    expect(charts).toHaveLength(3);
    for (const share of charts) expect(share).toBeCloseTo(1, 1);
    await opened.expectClean();
  });
});
