import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from './harness.ts';
import { DIST, type Site, serveFolder } from './serve.mjs';
import {
  alerts,
  button,
  countsAt,
  drawn,
  eventually,
  expectAddress,
  expectMatrix,
  expectThreshold,
  OWN_CSV,
  OWN_ROWS,
  openFiles,
  openTuner,
  sampleRows,
  sentence,
  typeThreshold,
  whatWasRead,
} from './tuner.ts';

const DEPLOY = {
  format: 'cutpoint.deploy/1',
  title: 'Default risk 2026',
  introduction: 'Where should we start to call? Ask the risk team <risk@example.org> for details.',
  files: [{ name: 'Validation set', path: 'data/own.csv' }],
  threshold: 0.305,
  prices: { miss: 40, falseAlarm: 3, unit: 'h' },
  allowOwnFiles: false,
};

describe('a page that a team publishes', () => {
  let folder: string;
  let site: Site;

  const deploy = (value: unknown) =>
    writeFile(join(folder, 'deploy.json'), typeof value === 'string' ? value : JSON.stringify(value));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cutpoint-'));
    await cp(DIST, folder, { recursive: true });
    await writeFile(join(folder, 'data', 'own.csv'), OWN_CSV);
    site = await serveFolder({ folder });
  });

  afterAll(async () => {
    await site.close();
    await rm(folder, { recursive: true });
  });

  it('opens its own file at its own threshold and prices, under any path, without headers', async () => {
    await deploy(DEPLOY);
    const opened = await openTuner({ site });
    const { page } = opened;
    expect(new URL(page.url()).pathname).toBe('/some/path/');
    await page.getByRole('heading', { level: 1, name: 'Default risk 2026' }).waitFor();
    await page.getByText(DEPLOY.introduction).waitFor();
    expect(await page.title()).toBe('own.csv · Default risk 2026');
    await whatWasRead(page).getByText('own.csv').waitFor();
    await expectThreshold(page, '0.305');
    await expectMatrix(page, countsAt(OWN_ROWS, 0.305));
    expect(await page.getByRole('textbox', { name: 'Cost of a miss' }).inputValue()).toBe('40');
    const { fn, fp } = countsAt(OWN_ROWS, 0.305);
    expect((await sentence(page).innerText()).replaceAll(/\s+/g, ' ')).toContain(
      `: ${(fn * 40 + fp * 3).toLocaleString('en')} h in all`,
    );
    await expectAddress(page, { data: 'data/own.csv', t: '0.305' });

    await button(page, 'Files').click();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Validation set']);
    await page.keyboard.press('Escape');
    await typeThreshold(page, '0.4');
    await expectAddress(page, { t: '0.4' });
    await page.reload();
    await drawn(page);
    await expectMatrix(page, countsAt(OWN_ROWS, 0.4));
    expect(await alerts(page).count()).toBe(0);
    await opened.expectClean();
  });

  it('does not take files of visitors where uploads are off, by whichever way they come', async () => {
    await deploy(DEPLOY);
    const opened = await openTuner({ site });
    const { page, context } = opened;
    expect(await button(page, 'Open your CSV').count()).toBe(0);
    expect(await page.getByLabel('Open predictions').count()).toBe(0);
    await page.keyboard.press('Control+o');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((text) => navigator.clipboard.writeText(text), OWN_CSV.replaceAll('p_default', 'pasted'));
    await page.locator('body').press('Control+v');
    expect(await alerts(page).count()).toBe(0);
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
      return transfer;
    }, OWN_CSV);
    await page.locator('main').dispatchEvent('drop', { dataTransfer: data });
    await eventually(() => alerts(page).allInnerTexts()).toEqual([
      'This page shows the files of its authors only; opening your own is switched off here.',
    ]);
    await expectMatrix(page, countsAt(OWN_ROWS, 0.305));
    await opened.expectClean();
  });

  it('takes them where they are on, and opens several files as splits', async () => {
    await writeFile(join(folder, 'data', 'train.csv'), OWN_CSV);
    await deploy({ files: [{ name: 'Both', path: ['data/train.csv', 'data/own.csv'] }] });
    const opened = await openTuner({ site });
    const { page } = opened;
    await whatWasRead(page).getByText('train.csv + own.csv').waitFor();
    await openFiles(page, { name: 'visitor.csv', text: OWN_CSV });
    await whatWasRead(page).getByText('visitor.csv').waitFor();
    await opened.expectClean();
  });

  it.each<[string, unknown, RegExp]>([
    ['a wrong kind of value', { ...DEPLOY, threshold: 'high' }, /^deploy\.json is wrong at “threshold”: .*number/],
    ['an unknown field', { ...DEPLOY, colour: 'red' }, /^deploy\.json is wrong at “colour”/],
    [
      'a foreign file',
      { ...DEPLOY, files: [{ path: 'https://evil.example/x.csv' }] },
      /^deploy\.json is wrong at “files\.0\.path/,
    ],
    [
      'a path out of the folder',
      { ...DEPLOY, files: [{ path: 'data/../../x.csv' }] },
      /^deploy\.json is wrong at “files\.0\.path/,
    ],
    ['broken JSON', '{ "title": ', /^deploy\.json is not valid JSON: /],
  ])('says where deploy.json is wrong, and goes on: %s', async (_, value, words) => {
    await deploy(value);
    const opened = await openTuner({ site });
    const { page } = opened;
    await eventually(() => alerts(page).allInnerTexts()).toEqual([expect.stringMatching(words)]);
    await expectMatrix(page, countsAt(sampleRows('test'), 0.5));
    await opened.expectClean();
  });

  it('says when a file that it names is not there', async () => {
    await deploy({ ...DEPLOY, files: [{ path: 'data/gone.csv' }] });
    const opened = await openPage({ site });
    await eventually(() => alerts(opened.page).allInnerTexts()).toEqual([expect.stringContaining('data/gone.csv')]);
    expect(opened.foreignRequests).toEqual([]);
    expect(opened.cspViolations).toEqual([]);
  });
});
