import { appendFile, mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, runAxe } from './harness.ts';
import {
  address,
  alerts,
  button,
  choose,
  countsAt,
  drawn,
  eventually,
  expectMatrix,
  expectThreshold,
  type LabelledScore,
  matrixTable,
  openFiles,
  openTuner,
  sampleRows,
  typeThreshold,
  whatWasRead,
} from './tuner.ts';

const rowsOf = (count: number, step: number): readonly LabelledScore[] =>
  Array.from({ length: count }, (_, i) => ({ isPositive: i % 3 === 0, score: ((i * step) % count) / count }));
const csvOf = (rows: readonly LabelledScore[]) =>
  `id,y_true,y_prob\n${rows.map(({ isPositive, score }, i) => `case ${i},${isPositive ? 1 : 0},${score}`).join('\n')}\n`;

const SMALL = rowsOf(300, 97);
const OTHER = rowsOf(200, 61);
const LARGE = rowsOf(1_000_000, 611_953);

let folder: string;
let largePath: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutpoint-'));
  largePath = join(folder, 'large.csv');
  await writeFile(largePath, csvOf(LARGE));
});
afterAll(() => rm(folder, { recursive: true }));

const keepBox = (page: Page) => page.getByRole('checkbox', { name: 'Keep this file on this device' });
const picker = (page: Page) => page.getByLabel('Open predictions');
const progress = (page: Page) => page.getByRole('progressbar', { name: 'Reading file' });
/** Asked for in every frame: between two looks from outside a million rows may be read. */
const readingBegins = (page: Page) => page.waitForFunction(() => document.querySelector('progress') !== null);
const openFile = (page: Page, name: string, rows: readonly LabelledScore[]) =>
  openFiles(page, { name, text: csvOf(rows) });

async function expectShown(page: Page, name: string, rows: readonly LabelledScore[], threshold: number) {
  await whatWasRead(page).getByText(name, { exact: true }).waitFor();
  await expectMatrix(page, countsAt(rows, threshold));
}

/** Opens a file in a page that shows something else, and keeps it. */
async function keepFile(page: Page, name: string, rows: readonly LabelledScore[]) {
  await openFile(page, name, rows);
  await whatWasRead(page).getByText(name, { exact: true }).waitFor();
  await keepBox(page).check();
  await page.getByText('Untick to delete the copy').waitFor();
}

/** What the page's store holds, by name and number of bytes. */
const stored = (page: Page): Promise<readonly (readonly [name: string, bytes: number])[]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(`cutpoint ${location.pathname}`);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('kept').objectStore('kept').get('files');
          asked.onsuccess = () => {
            opening.result.close();
            const files = (asked.result ?? []) as { name: string; blob: Blob }[];
            resolve(files.map(({ name, blob }) => [name, blob.size] as const));
          };
        };
      }),
  );

/** The threshold with which the kept file would come back. */
const storedThreshold = (page: Page): Promise<number | undefined> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(`cutpoint ${location.pathname}`);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('kept').objectStore('kept').getAll();
          asked.onsuccess = () => {
            opening.result.close();
            const sessions = asked.result as { decision?: { thresholds: [string, number][] } }[];
            resolve(sessions.find(({ decision }) => decision !== undefined)?.decision?.thresholds[0]?.[1]);
          };
        };
      }),
  );

/** Another tab of the same browser. */
async function openTab(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

describe('a file that is kept', () => {
  it('comes back on reload with threshold, prices, undo and view, though it was deleted on disk', async () => {
    const path = join(folder, 'march.csv');
    await writeFile(path, csvOf(SMALL));
    const opened = await openTuner();
    const { page } = opened;
    await picker(page).setInputFiles(path);
    await expectShown(page, 'march.csv', SMALL, 0.5);
    await keepBox(page).focus();
    await page.keyboard.press('Space');
    await page.getByText('Untick to delete the copy').waitFor();
    expect(await keepBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
    await unlink(path);

    await typeThreshold(page, '0.31');
    await typeThreshold(page, '0.625');
    await choose(page, 'Decision rule', 'score > threshold');
    await page.getByRole('textbox', { name: 'Cost of a miss' }).fill('7');
    await page.keyboard.press('Tab');
    await page.reload();
    await drawn(page);
    await expectThreshold(page, '0.625');
    await expectMatrix(page, countsAt(SMALL, 0.625, '>'));
    expect(await page.getByRole('textbox', { name: 'Cost of a miss' }).inputValue()).toBe('7');
    expect(await keepBox(page).isChecked()).toBe(true);
    for (const _ of ['price', 'rule']) await button(page, 'Undo').click();
    await expectMatrix(page, countsAt(SMALL, 0.625));
    await button(page, 'Undo').click();
    await expectThreshold(page, '0.31');
    await button(page, 'Redo').click();
    await expectThreshold(page, '0.625');
    expect(await alerts(page).count()).toBe(0);

    const elsewhere = await openTab(opened.context, opened.url);
    await expectShown(elsewhere, 'march.csv', SMALL, 0.625);
    await opened.expectClean();
  });

  it('is deleted with the consent, and nothing of it is left', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await keepFile(page, 'march.csv', SMALL);
    expect(await stored(page)).toEqual([['march.csv', csvOf(SMALL).length]]);
    await keepBox(page).uncheck();
    await eventually(() => stored(page)).toEqual([]);
    await expectShown(page, 'march.csv', SMALL, 0.5);
    await page.reload();
    await page.getByText('This view is for march.csv (300 rows). Open it here.').waitFor();
    expect(await alerts(page).count()).toBe(0);
    await opened.expectClean();
  });

  it('stays kept while a sample is open, and can be opened or deleted from there', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await keepFile(page, 'march.csv', SMALL);
    await typeThreshold(page, '0.4');
    await page.goto(`${opened.url}#data=breast-cancer`);
    await whatWasRead(page).getByText('breast-cancer.csv').waitFor();
    await page.reload();
    await page.getByText('march.csv (300 rows) is kept on this device.').waitFor();
    expect(await runAxe(page)).toEqual([]);
    await button(page, 'Open it').click();
    await expectShown(page, 'march.csv', SMALL, 0.4);
    await page.goto(`${opened.url}#data=breast-cancer`);
    await page.getByText('march.csv (300 rows) is kept on this device.').waitFor();
    await button(page, 'Delete the copy').press('Enter');
    const said = page.getByText('The copy on this device was deleted.');
    await said.waitFor();
    expect(await said.evaluate((line) => line === document.activeElement)).toBe(true);
    await eventually(() => stored(page)).toEqual([]);
    await opened.expectClean();
  });

  it.each([
    ['light', 390],
    ['dark', 1400],
  ] as const)('says so accessibly: %s, %d wide', async (colorScheme, width) => {
    const opened = await openTuner({ colorScheme, width });
    const { page } = opened;
    await openFile(page, 'march.csv', SMALL);
    await keepBox(page).waitFor();
    expect(await runAxe(page, '.keep')).toEqual([]);
    await keepBox(page).check();
    await page.getByText('Untick to delete the copy').waitFor();
    expect(await runAxe(page, '.keep')).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    const { height } = (await page.locator('.keepSwitch').boundingBox())!;
    expect(height).toBeGreaterThanOrEqual(24);
  });
});

describe('two tabs', () => {
  it('with the same file: each keeps its screen, and is told that the settings changed last come back', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await keepFile(page, 'march.csv', SMALL);
    const other = await openTab(opened.context, opened.url);
    await expectShown(other, 'march.csv', SMALL, 0.5);
    await typeThreshold(other, '0.2');
    await eventually(() => alerts(page).allInnerTexts()).toEqual([
      'Another tab of this page has march.csv open with other settings. Nothing changes here; after reloading, the settings changed last come back.',
    ]);
    await expectThreshold(page, '0.50');
    await button(page, 'Dismiss').click();
    await typeThreshold(other, '0.25');
    await eventually(() => address(other).t).toBe('0.25');
    await other.reload();
    await expectShown(other, 'march.csv', SMALL, 0.25);
    expect(await alerts(page).count()).toBe(0);
    expect(await alerts(other).count()).toBe(0);
    await opened.expectClean();
  });

  it('with different files: the one kept last stays, the other tab says so', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await keepFile(page, 'march.csv', SMALL);
    const other = await openTab(opened.context, opened.url);
    await expectShown(other, 'march.csv', SMALL, 0.5);
    await openFile(other, 'april.csv', OTHER);
    await other.getByText('It took the place of march.csv').waitFor();
    await eventually(() => alerts(page).allInnerTexts()).toEqual([
      'Another tab of this page now keeps april.csv on this device instead of march.csv. march.csv stays open here, but would not come back after reloading.',
    ]);
    await expectShown(page, 'march.csv', SMALL, 0.5);
    expect(await keepBox(page).isChecked()).toBe(false);
    await page.getByText('april.csv (200 rows) is kept on this device.').waitFor();
    expect(await stored(page)).toEqual([['april.csv', csvOf(OTHER).length]]);
    await opened.expectClean();
  });
});

describe('where there is no room, or no store', () => {
  it('says what is needed where the browser refuses, goes on, and keeps it once there is room', async () => {
    const opened = await openTuner();
    const { page, context } = opened;
    await openFile(page, 'march.csv', SMALL);
    await expectShown(page, 'march.csv', SMALL, 0.5);
    const devtools = await context.newCDPSession(page);
    const { origin } = new URL(opened.url);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
    await keepBox(page).click();
    await eventually(() => alerts(page).allInnerTexts()).toEqual([
      'march.csv could not be kept: it needs 7.6\u00a0KB, more than this browser has left for this page. Free some space and try again. What is on screen is not affected.',
    ]);
    expect(await keepBox(page).isChecked()).toBe(false);
    await typeThreshold(page, '0.4');
    await expectMatrix(page, countsAt(SMALL, 0.4));

    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
    await keepBox(page).check();
    await page.getByText('Untick to delete the copy').waitFor();
    await opened.expectClean();
  });

  it('says that the browser lets the page keep nothing, and works', async () => {
    const opened = await openTuner({
      before: async (page) => {
        await page.addInitScript(() => {
          Object.defineProperty(globalThis, 'indexedDB', {
            get: () => {
              throw new DOMException('The operation is insecure.', 'SecurityError');
            },
          });
        });
      },
    });
    const { page } = opened;
    expect(await alerts(page).count()).toBe(0);
    await openFile(page, 'march.csv', SMALL);
    await keepBox(page).click();
    await eventually(() => alerts(page).allInnerTexts()).toEqual([
      'This browser lets the page keep nothing on this device right now (The operation is insecure.). Private windows and blocked site data do this. What is on screen is not affected.',
    ]);
    await expectShown(page, 'march.csv', SMALL, 0.5);
    await opened.expectClean();
  });

  it('is not kept when it changed on disk since it was opened', async () => {
    const path = join(folder, 'changing.csv');
    await writeFile(path, csvOf(SMALL));
    const opened = await openTuner();
    const { page } = opened;
    await picker(page).setInputFiles(path);
    await expectShown(page, 'changing.csv', SMALL, 0.5);
    await appendFile(path, 'one more,1,1\n');
    await keepBox(page).click();
    await eventually(() => alerts(page).allInnerTexts()).toEqual([
      expect.stringContaining('changing.csv could not be kept: it was moved, changed or deleted since it was opened.'),
    ]);
    await expectShown(page, 'changing.csv', SMALL, 0.5);
  });
});

describe('the plug is pulled while a million rows are loading', () => {
  /** A page with a kept file at 0.4, in which a million rows are being read. */
  async function loading() {
    const opened = await openTuner();
    const { page } = opened;
    await keepFile(page, 'march.csv', SMALL);
    await typeThreshold(page, '0.4');
    await eventually(() => storedThreshold(page)).toBe(0.4);
    const starts = page.waitForEvent('worker');
    await picker(page).setInputFiles(largePath);
    await readingBegins(page);
    return { ...opened, reader: await starts };
  }

  it('tab closed: what was kept before is back in the next one', async () => {
    const { page, context, url } = await loading();
    await page.close({ runBeforeUnload: false });
    const next = await openTab(context, url);
    await expectShown(next, 'march.csv', SMALL, 0.4);
    expect(await alerts(next).count()).toBe(0);
  });

  it('tab killed for memory: what was kept before is back in the next one', async () => {
    const { page, context, url } = await loading();
    const devtools = await context.newCDPSession(page);
    void devtools.send('Page.crash').catch(() => {});
    await page.waitForEvent('crash');
    const next = await openTab(context, url);
    await expectShown(next, 'march.csv', SMALL, 0.4);
  });

  it('reloaded: what was kept before is back', async () => {
    const { page } = await loading();
    await page.reload();
    await expectShown(page, 'march.csv', SMALL, 0.4);
  });

  it('reloaded while the copy is being made: one of the two is back, whole', async () => {
    const { page } = await loading();
    await whatWasRead(page).getByText('large.csv', { exact: true }).waitFor({ timeout: 60_000 });
    await page.reload();
    await matrixTable(page)
      .or(page.getByText(/^This view is for large.csv/))
      .first()
      .waitFor({ timeout: 60_000 });
    const [[name, bytes]] = await stored(page);
    const whole = { 'march.csv': csvOf(SMALL).length, 'large.csv': csvOf(LARGE).length };
    expect(bytes).toBe(whole[name as keyof typeof whole]);
  });

  it('file deleted: says so, and what was open stays, kept as before', async () => {
    const path = join(folder, 'vanishing.csv');
    await writeFile(path, csvOf(LARGE));
    const opened = await openTuner();
    const { page } = opened;
    await keepFile(page, 'march.csv', SMALL);
    await picker(page).setInputFiles(path);
    await readingBegins(page);
    await unlink(path);
    await eventually(() => alerts(page).allInnerTexts()).toEqual([
      '“vanishing.csv” was moved, changed or locked while it was read, or cannot be read at all. Choose it again.',
    ]);
    await expectShown(page, 'march.csv', SMALL, 0.5);
    expect(await keepBox(page).isChecked()).toBe(true);
    await opened.expectClean();
  });

  it('file changed: says so, and what was open stays', async () => {
    const path = join(folder, 'growing.csv');
    await writeFile(path, csvOf(LARGE));
    const opened = await openTuner();
    const { page } = opened;
    await picker(page).setInputFiles(path);
    await readingBegins(page);
    await appendFile(path, 'one more,1,1\n');
    await eventually(() => alerts(page).allInnerTexts()).toEqual([
      '“growing.csv” was moved, changed or locked while it was read, or cannot be read at all. Choose it again.',
    ]);
    await expectMatrix(page, countsAt(sampleRows('test'), 0.5));
    await opened.expectClean();
  });

  /** The worker dies of an error nobody catches, as far as the page can tell. */
  const kill = (worker: Worker) =>
    worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('killed');
      });
    });

  it('worker killed once: another one reads the file to its end', async () => {
    const { page, reader } = await loading();
    await kill(reader);
    await eventually(() => alerts(page).allInnerTexts()).toEqual([
      'The background process that held large.csv stopped, and was started again. Nothing is lost.',
    ]);
    await whatWasRead(page).getByText('large.csv', { exact: true }).waitFor({ timeout: 60_000 });
    await expectMatrix(page, countsAt(LARGE, 0.5));
  });

  it('worker killed twice: says so, and what was open stays', async () => {
    const { page, reader } = await loading();
    const nextStarts = page.waitForEvent('worker');
    await kill(reader);
    await alerts(page).getByText('was started again').waitFor();
    await kill(await nextStarts);
    await alerts(page).getByText('The background process stopped twice while it worked on “large.csv”').waitFor();
    await expectShown(page, 'march.csv', SMALL, 0.4);
  });

  it('disk full: the million rows are shown, and what was kept before stays', async () => {
    const opened = await openTuner();
    const { page, context } = opened;
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(opened.url).origin, quotaSize: 5_000_000 });
    await keepFile(page, 'march.csv', SMALL);
    await picker(page).setInputFiles(largePath);
    await whatWasRead(page).getByText('large.csv', { exact: true }).waitFor({ timeout: 60_000 });
    await alerts(page).getByText('large.csv could not be kept: it needs 2').waitFor();
    await page.getByText('march.csv (300 rows) is kept on this device.').waitFor();
    expect(await keepBox(page).isChecked()).toBe(false);
    expect(await stored(page)).toEqual([['march.csv', csvOf(SMALL).length]]);
    await page.goto(`${opened.url}?again`);
    await expectShown(page, 'march.csv', SMALL, 0.5);
    await opened.expectClean();
  });

  it('cancelled: what was open stays', async () => {
    const { page } = await loading();
    await button(page, 'Cancel').click();
    await progress(page).waitFor({ state: 'detached' });
    await expectShown(page, 'march.csv', SMALL, 0.4);
    expect(await keepBox(page).isChecked()).toBe(true);
  });

  it('kept as a whole, they come back', async () => {
    const opened = await openPage();
    const { page } = opened;
    await picker(page).setInputFiles(largePath);
    await keepBox(page).check({ timeout: 60_000 });
    await page.getByText('Untick to delete the copy').waitFor({ timeout: 60_000 });
    await page.reload();
    await readingBegins(page);
    await whatWasRead(page).getByText('large.csv', { exact: true }).waitFor({ timeout: 60_000 });
    await expectMatrix(page, countsAt(LARGE, 0.5));
    await opened.expectClean();
  });

  it('network gone while a sample is fetched: says so, and what was open stays', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await openFile(page, 'march.csv', SMALL);
    await expectShown(page, 'march.csv', SMALL, 0.5);
    await page.route('**/samples/**', (route) => route.abort('internetdisconnected'));
    await button(page, 'Samples').click();
    await page.getByRole('menuitem').first().click();
    await eventually(() => alerts(page).allInnerTexts()).toEqual([
      '“samples/streamlit-demo.csv” could not be fetched from this page. Check the network and try again.',
    ]);
    await expectShown(page, 'march.csv', SMALL, 0.5);
  });
});
