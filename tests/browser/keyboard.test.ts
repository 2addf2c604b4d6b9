/** From opening a file to sharing the decision without a pointer: not one mouse or touch event reaches the page. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  address,
  CHARTS,
  countsAt,
  csvCells,
  eventually,
  expectMatrix,
  expectThreshold,
  figure,
  type LabelledScore,
  openTuner,
  thresholdField,
} from './tuner.ts';

/** Two models' scores of the same sixty cases. */
const ROWS = Array.from({ length: 60 }, (_, i) => ({
  label: i % 3 === 0 ? 1 : 0,
  first: ((i * 37) % 60) / 60,
  second: ((i * 23 + 7) % 60) / 60,
}));
const FILE = [
  'case,y_true,score_a,score_b',
  ...ROWS.map(({ label, first, second }, i) => `c${i},${label},${first},${second}`),
].join('\n');
const rowsOf = (model: 'first' | 'second'): readonly LabelledScore[] =>
  ROWS.map((row) => ({ isPositive: row.label === 1, score: row[model] }));

/** Counts every event that a pointer would cause. */
async function watchPointer(page: Page): Promise<() => Promise<number>> {
  const seen = await page.evaluateHandle(() => {
    const count = { pointer: 0 };
    const kinds = ['mousedown', 'mousemove', 'pointerdown', 'pointermove', 'touchstart', 'wheel', 'dragstart'];
    for (const kind of kinds) addEventListener(kind, () => count.pointer++, { capture: true });
    return count;
  });
  return async () => (await seen.jsonValue()).pointer;
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'body';
    return element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
  });

/** Presses Tab until something of that name has the focus. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  do {
    expect(passed.length, passed.join(' > ')).toBeLessThan(90);
    await page.keyboard.press(key);
    passed.push(await focused(page));
  } while (!name.test(passed.at(-1) ?? ''));
}

describe('with the keyboard alone', () => {
  it('a file is opened, a threshold chosen, priced, read, saved, shared and undone', async () => {
    const opened = await openTuner();
    const { page, context } = opened;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const pointerEvents = await watchPointer(page);

    await tabTo(page, /^Open your CSV$/);
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ name: 'two-models.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await page.getByText(/60 rows read, 0 skipped/).waitFor();
    await expectMatrix(page, countsAt(rowsOf('first'), 0.5));
    expect(await focused(page)).toBe('Open your CSV');

    await tabTo(page, /^Decision threshold$/);
    for (const key of ['ArrowRight', 'ArrowRight', 'PageUp', 'ArrowLeft']) await page.keyboard.press(key);
    await expectThreshold(page, '0.61');
    await expectMatrix(page, countsAt(rowsOf('first'), 0.61));

    await tabTo(page, /^Threshold$/);
    await page.keyboard.type('0.35');
    await page.keyboard.press('Enter');
    await expectMatrix(page, countsAt(rowsOf('first'), 0.35));

    await tabTo(page, /^Cost of a miss$/);
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    const { fn, fp } = countsAt(rowsOf('first'), 0.35);
    await eventually(() => page.getByRole('region', { name: 'In one sentence' }).textContent()).toMatch(
      new RegExp(`: ${12 * fn + fp}\\D* in all`),
    );

    await tabTo(page, /^Flag top 5 %: /);
    const chosen = (await focused(page)).replace(/^.*: /, '');
    await page.keyboard.press('Enter');
    await expectThreshold(page, chosen);
    expect(await focused(page)).toMatch(/^Flag top 5 %: /);

    await tabTo(page, /^Marker on Precision and recall$/);
    await page.keyboard.press('ArrowLeft');
    await eventually(() => thresholdField(page).inputValue()).not.toBe(chosen);

    await tabTo(page, /^Table: ROC$/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Data: ROC' });
    await dialog.getByRole('table').waitFor();
    await tabTo(page, /^All of it as CSV$/);
    const csv = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect(csvCells(await readFile(await (await csv).path(), 'utf8')).length).toBeGreaterThan(10);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Table: ROC');

    await tabTo(page, /^Undo$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expectThreshold(page, chosen);
    expect(await focused(page)).toBe('Undo');

    await tabTo(page, /^change$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, /^Score$/);
    await page.keyboard.type('score_b');
    const inForce = Number(address(page).t);
    await expectMatrix(page, countsAt(rowsOf('second'), inForce));
    expect(await focused(page)).toBe('Score');

    await tabTo(page, /^Export/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await eventually(() => focused(page)).toBe('Operating point (JSON)');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const record = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    expect(record.evaluations[0].confusion).toEqual(countsAt(rowsOf('second'), record.threshold));
    await eventually(() => focused(page)).toMatch(/^Export/);

    await tabTo(page, /^Copy link$/);
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .filter({ hasText: /copied/i })
      .waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('#');

    expect(await pointerEvents()).toBe(0);
    await opened.expectClean();
  });

  it('no stop is a trap, forwards or backwards, and the focus is never lost on the way', async () => {
    const opened = await openTuner();
    const { page } = opened;
    /** Every stop once, up to the one that is given; the page follows upon itself, as nothing else can be reached. */
    const walk = async (key: 'Tab' | 'Shift+Tab', last: string | null) => {
      const stops: string[] = [];
      while (stops.length < 200) {
        await page.keyboard.press(key);
        const stop = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === null || element === document.body) return 'body';
          return `${[...document.querySelectorAll('*')].indexOf(element)} ${element.getAttribute('aria-label') ?? element.textContent}`;
        });
        if (stop === 'body' || (last === null && stop === stops[0])) return stops;
        expect(stop).not.toBe(stops.at(-1));
        stops.push(stop);
        if (stop === last) return stops;
      }
      throw new Error(`The walk does not end: ${stops.slice(-10).join(', ')}`);
    };
    const there = await walk('Tab', null);
    const back = await walk('Shift+Tab', there[0]);
    expect(there.length).toBeGreaterThan(40);
    expect(back).toEqual([...there].reverse());
    await opened.expectClean();
  });

  it('the focus stays where the work is after everything that takes a thing away', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const does = async (name: RegExp, key: string, then: RegExp) => {
      await tabTo(page, name);
      await page.keyboard.press(key);
      await eventually(() => focused(page)).toMatch(then);
    };
    await does(/^Go there/, 'Enter', /^On test the model flags/);
    await expectThreshold(page, '0.5234');
    await does(/^Compare from here on$/, 'Enter', /^Compared with the threshold ≥ 0\.5234/);
    await does(/^Compare with the start again$/, 'Enter', /^Compared with the threshold ≥ 0\.50/);
    await does(/^Choose metrics$/, 'Enter', /^Choose metrics$/);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Choose metrics');
    await does(/^Show all 29 metrics$/, 'Enter', /^Show fewer metrics$/);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await does(/^Data$/, 'Enter', /^Data$/);
    await does(/^Keyboard shortcuts$/, 'Enter', /./);
    await page.keyboard.press('Escape');
    await eventually(() => focused(page)).toBe('Keyboard shortcuts');
    await opened.expectClean();
  });
});

describe('what a screen reader walks through', () => {
  /** Kept as text beside this test; after a wanted change `npx vitest run --project browser -u` writes them anew, to be read. */
  const tree = (name: string) => `./audits/trees/${name}.txt`;

  it('is the same tree at every start of the sample: the panels', async () => {
    const opened = await openTuner();
    const { page } = opened;
    for (const [name, panel] of [
      ['bar', page.getByRole('banner')],
      ['threshold', page.getByRole('region', { name: 'Threshold', exact: true })],
      ['sentence', page.getByRole('region', { name: 'In one sentence' })],
      ['rules', page.getByRole('region', { name: 'Rules that set the threshold' })],
      ['matrix', page.getByRole('region', { name: 'Confusion matrix' })],
      ['key-figures', page.getByRole('region', { name: 'Key figures' })],
      ['metrics', page.getByRole('region', { name: 'Metrics', exact: true })],
      ['rail', page.locator('.rail')],
    ] as const)
      await expect(`${await panel.ariaSnapshot()}\n`).toMatchFileSnapshot(tree(name));
    await opened.expectClean();
  });

  it('is the same tree at every start of the sample: the charts', async () => {
    const opened = await openTuner();
    const { page } = opened;
    for (const title of CHARTS) {
      const name = title.toLowerCase().replaceAll(' ', '-');
      await expect(`${await figure(page, title).ariaSnapshot()}\n`).toMatchFileSnapshot(tree(name));
    }
    await opened.expectClean();
  });
});
