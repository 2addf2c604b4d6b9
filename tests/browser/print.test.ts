import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage } from './harness.ts';
import { button, drawn, openFiles, openTuner, rested } from './tuner.ts';

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

/** What stands on the sheet, with plain spaces between a number and its unit. */
async function printedText(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
}

/** Texts and drawings that reach beyond the sheet. */
function cutOff(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() => {
    const sheet = document.documentElement.clientWidth;
    return [...document.querySelectorAll('main :is(p, th, td, h2, text, svg, strong)')]
      .filter((element) => element.checkVisibility() && !element.closest('.visuallyHidden'))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > sheet + 1;
      })
      .map((element) => element.textContent);
  });
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
    for (const paper of PAPERS) {
      expect({ paper, pages: await pagesOf(page, paper) }).toEqual({ paper, pages: 1 });
      // The screen is given back its charts.
      await drawn(page);
      await rested(page);
    }
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
    expect(await cutOff(page)).toEqual([]);

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

/** Every screen beside Tune with what it shows first, and what a reader of its paper must find there. */
const SHEETS: readonly (readonly [name: string, hash: string, figure: string | null, words: readonly string[]])[] = [
  [
    'Slices',
    'data=german-credit&group=:foreign_worker&t=0.24&view=slices',
    'The price of fairness',
    ['Who is affected?', 'Share flagged goes from 23.1 % in “no” to 50.6 % in “yes”', 'Is every group treated alike?'],
  ],
  [
    'Compare',
    'data=german-credit-models&t=0.24&view=compare',
    'Calibration',
    ['Which model is better?', 'Where do the two disagree?', 'Precision and recall', 'Calibration'],
  ],
  ['Cases', 'data=german-credit&t=0.24&view=cases', null, ['from threshold', 'UnskilledResident']],
  ['Learn', 't=0.24&view=learn', null, ['A hundred cases', 'Of 100 flagged cases', 'Words explained', 'Recall']],
];

describe('on paper, beside Tune', () => {
  it.each(SHEETS)('%s says what it is and of when, with nothing to press and nothing cut off', async (...sheet) => {
    const [name, hash, drawing, words] = sheet;
    const opened = await openPage({ colorScheme: 'dark', width: 390, height: 844, hash });
    const { page } = opened;
    await page.locator('.sheet table, .sheet svg').first().waitFor();
    if (drawing !== null) await page.getByRole('figure', { name: drawing }).locator('svg').first().waitFor();
    if (name === 'Cases')
      await page
        .getByRole('row', { name: / (TP|FN|FP|TN) / })
        .first()
        .waitFor();
    await layOutForPaper(page);
    const seen = await printedText(page);
    const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date());
    for (const text of [`${name} · printed on ${day}`, '.csv', 'Flagged at score ≥ 0.24', ...words])
      expect(seen, name).toContain(text);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).color)).toBe('rgb(20, 24, 31)');
    const pressed = 'main :is(button:not(.term, :is(th, td, .glossaryList) *), input[type=range], [type=checkbox])';
    expect(await page.locator(`header, ${pressed}`).filter({ visible: true }).count()).toBe(0);
    expect(await cutOff(page)).toEqual([]);
    await opened.expectClean();
  });

  it('Predict says what was asked, what was answered and what follows', async () => {
    const opened = await openPage({ width: 390, height: 844, hash: 't=0.59&view=predict' });
    const { page } = opened;
    await button(page, 'Show the answer').click();
    const bars = page.getByRole('table', { name: 'Every class with its probability' });
    await bars.waitFor();
    await layOutForPaper(page);
    const seen = await printedText(page);
    for (const text of ['Predict · printed on', 'I love this phone, it is great', '98.9 %', 'Calls made'])
      expect(`${seen} ${await page.getByRole('textbox').first().inputValue()}`).toContain(text);
    // A bar keeps within its row.
    const heights = await bars.locator('.classFill').evaluateAll((all) => all.map((bar) => bar.clientHeight));
    for (const height of heights) expect(height).toBeLessThan(30);
    expect(await cutOff(page)).toEqual([]);
    await opened.expectClean();
  });
});
