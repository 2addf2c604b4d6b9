/** The shortest way through the program in Firefox: open, read, drag, decide, open a file, take it away. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Site, serveAsStarted } from '../browser/serve.mjs';
import { countsAt, sampleRows } from '../browser/tuner.ts';
import { findFirefox } from './findFirefox.mjs';

const testRows = sampleRows('test');

let browser: Browser;
let site: Site;
let folder: string;

beforeAll(async () => {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error('There is no Firefox. Install one, or give its path in FIREFOX_PATH.');
  folder = await mkdtemp(join(tmpdir(), 'firefox-'));
  site = await serveAsStarted();
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': folder,
      'browser.helperApps.neverAsk.saveToDisk': 'application/json,text/csv,image/png,image/svg+xml',
    },
  });
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** What a clean page must never do is noted down in `faults`. */
async function openPage(): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /content.security.policy/i.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.host !== new URL(site.url).host) faults.push(request.url());
  });
  await page.goto(site.url);
  await page.waitForSelector('table.matrix');
  await page.waitForSelector('[aria-label="Marker on ROC"]');
  return { page, faults };
}

/** The four counts as the confusion matrix shows them. */
const matrix = (page: Page) =>
  page.evaluate(() => {
    const table = document.querySelector<HTMLTableElement>('table.matrix');
    const [[tp, fn], [fp, tn]] = [...(table?.tBodies[0].rows ?? [])].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => Number(cell.lastElementChild?.textContent?.replaceAll(',', ''))),
    );
    return { tp, fn, fp, tn };
  });

const threshold = async (page: Page) =>
  Number(await page.$eval('[aria-label="Marker on ROC"]', (marker) => marker.getAttribute('aria-valuenow')));

const eventually = <T>(ask: () => T | Promise<T>) => expect.poll(ask, { timeout: 15_000, interval: 50 });

it('opens the sample, drags the slider and counts as in any other browser', async () => {
  const { page, faults } = await openPage();
  expect(await matrix(page)).toEqual(countsAt(testRows, 0.5));

  const slider = await page.waitForSelector('input[type=range][aria-label="Decision threshold"]');
  const box = await slider?.boundingBox();
  if (!box) throw new Error('The slider has no place on the screen.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.5, y);
  await page.mouse.down();
  for (let step = 0; step <= 20; step++) await page.mouse.move(box.x + box.width * (0.5 + step / 100), y);
  await page.mouse.up();
  const dragged = await threshold(page);
  expect(dragged).toBeGreaterThan(0.6);
  await eventually(() => matrix(page)).toEqual(countsAt(testRows, dragged));

  await slider?.focus();
  await page.keyboard.press('ArrowLeft');
  const stepped = await threshold(page);
  expect(stepped).toBeLessThan(dragged);
  expect(await matrix(page)).toEqual(countsAt(testRows, stepped));
  expect(faults).toEqual([]);
});

it('reads a file in the worker, keeps what was decided in the address, and saves it', async () => {
  const { page, faults } = await openPage();
  const file = join(folder, 'mine.csv');
  await writeFile(file, 'truth;p\nyes;0,9\nno;0,8\nyes;0,7\nno;0,2\n');
  const field = await page.waitForSelector('input[type=file][aria-label="Open predictions"]');
  await (field as Awaited<ReturnType<typeof page.$<'input'>>>)?.uploadFile(file);
  await eventually(() => matrix(page)).toEqual({ tp: 2, fn: 0, fp: 1, tn: 1 });

  await page.focus('input[type=range][aria-label="Decision threshold"]');
  await page.keyboard.type('0.85');
  await page.keyboard.press('Enter');
  await eventually(() => matrix(page)).toEqual({ tp: 1, fn: 1, fp: 0, tn: 2 });
  await eventually(() => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('t')).toBe('0.85');

  const press = (role: string, name: string) =>
    page.evaluate(
      (wanted, text) => {
        const elements = [...document.querySelectorAll<HTMLElement>(wanted)];
        elements.find((element) => element.textContent?.trim().startsWith(text))?.click();
      },
      role,
      name,
    );
  await press('button', 'Export');
  await page.waitForSelector('[role=menuitem]');
  await press('[role=menuitem]', 'Operating point');
  const saved = async () => (await readdir(folder)).find((name) => name.endsWith('operating-point.json'));
  await eventually(saved).toBeDefined();
  const text = () => saved().then((name) => readFile(join(folder, name ?? ''), 'utf8'));
  await eventually(text).toContain('"threshold": 0.85');
  expect(faults).toEqual([]);
});
