import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPage, runAxe } from './harness.ts';
import { DIST, type Site, serveFolder } from './serve.mjs';
import {
  alerts,
  button,
  countsAt,
  drawn,
  eventually,
  expectMatrix,
  expectThreshold,
  OWN_CSV,
  OWN_ROWS,
  openFiles,
  openTuner,
  sampleRows,
  slider,
  typeThreshold,
  whatWasRead,
} from './tuner.ts';

/** A copy of the build, and a host that can be switched off or be given the next version. */
let folder: string;
let site: Site;
let isClosed: boolean;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutpoint-'));
  await cp(DIST, folder, { recursive: true });
  site = await serveFolder({ folder });
  isClosed = false;
});
afterEach(async () => {
  if (!isClosed) await site.close();
  await rm(folder, { recursive: true });
});

async function networkGone() {
  await site.close();
  isClosed = true;
}

/** Waits until the page is taken in for use without a network. */
const takenIn = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    return new Promise<void>((resolve) => {
      if (navigator.serviceWorker.controller !== null) resolve();
      else navigator.serviceWorker.addEventListener('controllerchange', () => resolve());
    });
  });

const visit = async (hash = '') => {
  const opened = await openTuner({ site, hash, serviceWorkers: 'allow' });
  await takenIn(opened.page);
  return opened;
};

const cached = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url.slice(new URL('.', document.baseURI).href.length));
  });

/** What a later build differs in: its page, and the version in its service worker. */
async function nextVersion() {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  await writeFile(join(folder, 'index.html'), page.replace('<div id="root">', '<div id="root" data-build="next">'));
  const worker = await readFile(join(folder, 'sw.js'), 'utf8');
  const next = worker.replace(/"version":"\w+"/, '"version":"next"');
  expect(next).not.toBe(worker);
  await writeFile(join(folder, 'sw.js'), next);
}
const isNext = async (page: Page) => (await page.locator('#root').getAttribute('data-build')) === 'next';
const notice = (page: Page) => page.getByRole('region', { name: 'New version' });

describe('once visited, without a network', () => {
  it('the page comes back and does everything: samples, own files, the slider, rows', async () => {
    const opened = await visit();
    const { page } = opened;
    await networkGone();
    await page.reload();
    await drawn(page);
    await expectMatrix(page, countsAt(sampleRows('test'), 0.5));
    await slider(page).press('ArrowRight');
    await expectMatrix(page, countsAt(sampleRows('test'), 0.51));
    await button(page, 'Samples').click();
    await page.getByRole('menuitem', { name: 'Breast cancer' }).click();
    await whatWasRead(page).getByText('breast-cancer.csv').waitFor();
    await openFiles(page, { name: 'own.csv', text: OWN_CSV });
    await expectMatrix(page, countsAt(OWN_ROWS, 0.5));
    const handle = (await slider(page).boundingBox())!;
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(handle.x + handle.width * 0.8, handle.y + handle.height / 2, { steps: 5 });
    await page.mouse.up();
    await expect(page.getByRole('textbox', { name: 'Threshold', exact: true }).inputValue()).resolves.not.toBe('0.50');
    await button(page, 'Data').click();
    await page.getByRole('region', { name: 'Reading report' }).waitFor();
    expect(await alerts(page).count()).toBe(0);
    expect([opened.cspViolations, opened.foreignRequests]).toEqual([[], []]);
  });

  it('a new tab opens, at whichever address of it', async () => {
    const { context, url } = await visit();
    await networkGone();
    const page = await context.newPage();
    await page.goto(`${url}index.html?from=mail#data=german-credit&t=0.3`);
    await drawn(page);
    await whatWasRead(page).getByText('german-credit.csv').waitFor();
    await expectThreshold(page, '0.30');
  });

  it("a team's file that was looked at is there, and one that was not is asked for later", async () => {
    await writeFile(join(folder, 'data', 'march.csv'), OWN_CSV);
    await writeFile(join(folder, 'data', 'april.csv'), OWN_CSV);
    const files = [{ path: 'data/march.csv' }, { path: 'data/april.csv' }];
    await writeFile(join(folder, 'deploy.json'), JSON.stringify({ title: 'Churn', files }));
    const { page } = await visit();
    await page.reload();
    await drawn(page);
    await eventually(() => cached(page)).toContain('data/march.csv');
    await networkGone();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Churn' }).waitFor();
    await expectMatrix(page, countsAt(OWN_ROWS, 0.5));
    await button(page, 'Files').click();
    await page.getByRole('menuitem', { name: 'data/april.csv' }).click();
    await eventually(() => alerts(page).allInnerTexts()).toEqual([
      '“data/april.csv” could not be fetched from this page. Check the network and try again.',
    ]);
    await expectMatrix(page, countsAt(OWN_ROWS, 0.5));
  });

  it('holds the whole build, and nothing that a person opened', async () => {
    const opened = await visit();
    await openFiles(opened.page, { name: 'own.csv', text: OWN_CSV });
    await whatWasRead(opened.page).getByText('own.csv').waitFor();
    const assets = (await readdir(join(folder, 'assets'))).map((name) => `assets/${name}`);
    const samples = (await readdir(join(folder, 'samples')))
      .filter((name) => name.endsWith('.csv'))
      .map((name) => `samples/${name}`);
    const whole = [...assets, '', 'deploy.json', 'favicon.svg', 'manifest.webmanifest', ...samples];
    expect(new Set(await cached(opened.page))).toEqual(new Set(whole));
    await opened.expectClean();
  });
});

describe('a new version of the page', () => {
  it('is told of, waits, and comes at a press with what was kept', async () => {
    const opened = await visit();
    const { page } = opened;
    await openFiles(page, { name: 'own.csv', text: OWN_CSV });
    await page.getByRole('checkbox', { name: 'Keep this file on this device' }).check();
    await page.getByText('Untick to delete the copy').waitFor();
    await nextVersion();
    await page.reload();
    await notice(page).getByText('A new version of this page is ready.').waitFor();
    await drawn(page);
    expect(await isNext(page)).toBe(false);
    expect(await runAxe(page)).toEqual([]);
    await typeThreshold(page, '0.35');
    await notice(page).getByRole('button', { name: 'Reload' }).click();
    await eventually(() => isNext(page).catch(() => false)).toBe(true);
    await drawn(page);
    await expectMatrix(page, countsAt(OWN_ROWS, 0.35));
    expect(await notice(page).count()).toBe(0);
    const versions = await page.evaluate(() => caches.keys());
    expect(versions.filter((name) => !name.endsWith(' visited'))).toEqual([expect.stringMatching(/ next$/)]);
    await opened.expectClean();
  });

  it('says what a reload costs, can be put off, and is there at the next visit', async () => {
    const opened = await visit();
    const { page, context, url } = opened;
    await nextVersion();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await notice(page).getByText('A new version of this page is ready.').waitFor();
    expect(await notice(page).innerText()).not.toContain('not kept');
    await openFiles(page, { name: 'own.csv', text: OWN_CSV });
    await notice(page).getByText('The open file is not kept on this device').waitFor();
    await notice(page).getByRole('button', { name: 'Later' }).click();
    await notice(page).waitFor({ state: 'detached' });
    await expectMatrix(page, countsAt(OWN_ROWS, 0.5));
    expect(await isNext(page)).toBe(false);

    // The version before goes when nobody looks at it any more, a moment after the last of its pages.
    const later = await context.newPage();
    await page.close();
    await eventually(async () => {
      await later.goto('about:blank');
      await later.goto(url);
      return isNext(later);
    }).toBe(true);
  });

  it('that one tab starts is told to the others, which go on as they are', async () => {
    const { page, context, url } = await visit();
    const other = await context.newPage();
    await other.goto(url);
    await drawn(other);
    await nextVersion();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await notice(page).getByRole('button', { name: 'Reload' }).click();
    await eventually(() => isNext(page).catch(() => false)).toBe(true);
    await notice(other).getByText('A new version of this page is ready.').waitFor();
    expect(await isNext(other)).toBe(false);
    await typeThreshold(other, '0.35');
    await expectMatrix(other, countsAt(sampleRows('test'), 0.35));
    await notice(other).getByRole('button', { name: 'Reload' }).click();
    await eventually(() => isNext(other).catch(() => false)).toBe(true);
  });

  it('that cannot be fetched whole is not taken, and the one before stays', async () => {
    const { page } = await visit();
    await nextVersion();
    const assets = await readdir(join(folder, 'assets'));
    await rm(join(folder, 'assets', assets.find((name) => name.startsWith('RocPanel'))!));
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => {}));
    await page.reload();
    await drawn(page);
    expect(await isNext(page)).toBe(false);
    expect(await notice(page).count()).toBe(0);
  });
});

describe('where no service worker is to be had', () => {
  it('the page works as before and says nothing', async () => {
    await rm(join(folder, 'sw.js'));
    const opened = await openPage({ site, serviceWorkers: 'allow' });
    await drawn(opened.page);
    expect(await alerts(opened.page).count()).toBe(0);
    expect(await opened.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });

  it('as `npm start` serves it, headers and all, it works without a violation', async () => {
    const opened = await openTuner({ serviceWorkers: 'allow' });
    await takenIn(opened.page);
    await opened.page.reload();
    await drawn(opened.page);
    await opened.expectClean();
  });
});
