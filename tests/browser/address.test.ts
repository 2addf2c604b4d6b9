import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from './harness.ts';
import { type Site, serveFolder } from './serve.mjs';
import {
  address,
  alerts,
  button,
  choose,
  chooserBy,
  countsAt,
  drawn,
  eventually,
  expectAddress,
  expectMatrix,
  expectThreshold,
  matrixTable,
  openFiles,
  openTuner,
  sampleRows,
  typeThreshold,
  whatWasRead,
} from './tuner.ts';

const testRows = sampleRows('test');
const trainRows = sampleRows('train');

describe('the address', () => {
  it('brings the same view back on reload', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await typeThreshold(page, '0.5771234567890123');
    await choose(page, 'Decision rule', 'score > threshold');
    await choose(page, 'Evaluate on', 'train');
    await page.getByRole('textbox', { name: 'Cost of a miss' }).fill('7');
    await page.keyboard.press('Tab');
    await expectAddress(page, { t: '0.5771234567890123', rule: 'gt', split: 'train', miss: '7' });
    const before = page.url();
    await page.reload();
    await drawn(page);
    await expectThreshold(page, '0.5771');
    await expectMatrix(page, countsAt(trainRows, 0.5771234567890123, '>'));
    expect(await page.getByRole('textbox', { name: 'Cost of a miss' }).inputValue()).toBe('7');
    expect(page.url()).toBe(before);

    await button(page, 'Data').click();
    await expectAddress(page, { view: 'data' });
    await page.reload();
    await page.getByRole('region', { name: 'Reading report' }).waitFor();
    expect(await button(page, 'Data').getAttribute('aria-current')).toBe('page');
    await opened.expectClean();
  });

  it('leads back and forward between tabs and splits, and a drag leaves no step in between', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const report = page.getByRole('region', { name: 'Reading report' });
    for (const typed of ['0.3', '0.4', '0.59']) {
      await typeThreshold(page, typed);
      await expectAddress(page, { t: typed });
    }
    await choose(page, 'Evaluate on', 'train');
    await expectAddress(page, { split: 'train' });
    await button(page, 'Data').click();
    await report.waitFor();

    await page.goBack();
    await report.waitFor({ state: 'detached' });
    await expectMatrix(page, countsAt(trainRows, 0.59));
    await page.goBack();
    await expectMatrix(page, countsAt(testRows, 0.59));
    await page.goForward();
    await expectMatrix(page, countsAt(trainRows, 0.59));
    await page.goForward();
    await report.waitFor();
    await opened.expectClean();
  });

  it('opens the same view elsewhere when it is copied', async () => {
    const opened = await openTuner({ hash: 'data=german-credit' });
    const { page, context } = opened;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await typeThreshold(page, '0.2718');
    await button(page, 'Copy link').click();
    await page.getByText('Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const counts = await page.getByRole('region', { name: 'In one sentence' }).innerText();

    const elsewhere = await openTuner({ hash: new URL(link).hash });
    await whatWasRead(elsewhere.page).getByText('german-credit.csv').waitFor();
    await expectThreshold(elsewhere.page, '0.2718');
    expect(await elsewhere.page.getByRole('region', { name: 'In one sentence' }).innerText()).toBe(counts);
    await elsewhere.expectClean();
    await opened.expectClean();
  });

  it('keeps what it does not know', async () => {
    const opened = await openTuner({ hash: 'data=streamlit-demo&t=0.4&later=1&utm_source=mail' });
    await typeThreshold(opened.page, '0.41');
    await expectAddress(opened.page, { t: '0.41', later: '1', utm_source: 'mail' });
    await opened.expectClean();
  });
});

describe('a link to somebody’s own file', () => {
  const CSV = `y_true,p\n${Array.from({ length: 40 }, (_, i) => `${i % 2},${((i * 17) % 40) / 40}`).join('\n')}\n`;
  const HASH = 'file=mine.csv&rows=40&t=0.33&rule=gt&view=tune&miss=9&alarm=2';

  it('asks for the file, and fits itself on once it is there', async () => {
    const opened = await openPage({ hash: HASH });
    const { page } = opened;
    await page.getByRole('heading', { name: 'This view is for mine.csv (40 rows). Open it here.' }).waitFor();
    const chooser = await chooserBy(page, () => button(page, 'Open it here').click());
    await chooser.setFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) });
    await matrixTable(page).waitFor();
    await expectThreshold(page, '0.33');
    expect(await page.getByRole('radio', { name: 'score > threshold' }).isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Cost of a miss' }).inputValue()).toBe('9');
    expect(await alerts(page).count()).toBe(0);
    await expectAddress(page, { file: 'mine.csv', rows: '40', t: '0.33' });
    expect(address(page).data).toBeUndefined();
    await opened.expectClean();
  });

  it('says so when another file is opened', async () => {
    const opened = await openPage({ hash: HASH });
    const { page } = opened;
    await page.getByRole('heading', { name: /^This view is for mine\.csv/ }).waitFor();
    await openFiles(page, { name: 'yours.csv', text: CSV.trimEnd().split('\n').slice(0, -4).join('\n') });
    await matrixTable(page).waitFor();
    await eventually(() => alerts(page).allInnerTexts()).toEqual([
      'The link was made for mine.csv (40 rows); yours.csv has 36. Its settings were applied as far as they fit.',
    ]);
    await expectThreshold(page, '0.33');
    await opened.expectClean();
  });
});

describe('a hostile address', () => {
  /** What stands after the `#`, and what the page must say about it. */
  const HOSTILE: readonly [hash: string, sentence?: RegExp][] = [
    ['data=<script>alert(1)</script>', /There is no “<script>alert\(1\)<\/script>” on this page/],
    [
      'data=https://evil.example/x.csv',
      /The link asks for a file on evil\.example \(https:\/\/evil\.example\/x\.csv\)\. This page asks no other site/,
    ],
    ['data=//evil.example/x.csv', /There is no “\/\/evil\.example\/x\.csv” on this page/],
    ['data=javascript:alert(1)', /There is no “javascript:alert\(1\)” on this page/],
    ['data=data/..%2F..%2F..%2Fetc%2Fpasswd', /There is no “data\/\.\./],
    ['data=data/%5C%5Cevil.example%5Cx.csv', /There is no “data\/\\\\evil/],
    ['t=NaN', /The address says t=NaN, which is not a usable value here/],
    ['t=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E', /The address says t=<img src=x onerror=alert\(1\)>/],
    ['rule=always&view=admin&miss=-1&p=2', /The address says rule=always/],
    ['split=%00&pos=%00&curves=%00,__proto__', /The address asks for the split “\0”/],
    ['__proto__=1&constructor=2&toString=3&metric=constructor', /The address says metric=constructor/],
    [`x=${'a'.repeat(100_000)}`],
    ['%E0%A4%A&=&&&t&==&%', /The address says t=,/],
    ['t=1e999'],
    ['t=-Infinity'],
    ['model=nothing&label=%F0%9F%92%A9&weight=__proto__', /The address asks for the column “nothing”/],
    ['unit=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E', /The address says unit=/],
    ['file=%3Cb%3Ex%3C%2Fb%3E&rows=-5'],
  ];

  let site: Site;
  beforeAll(async () => {
    site = await serveFolder();
  });
  afterAll(() => site.close());

  it('does no harm, and its bad values are named', async () => {
    // No headers here, so that nothing but the page itself keeps it from calling others.
    const opened = await openPage({ site });
    const { page } = opened;
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const keys = () => page.evaluate(() => Object.getOwnPropertyNames(Object.prototype).join());
    const before = await keys();
    for (const [hash, sentence] of HOSTILE) {
      await page.goto('about:blank');
      await page.goto(`${opened.url}#${hash}`);
      const shown = hash.slice(0, 60);
      if (sentence !== undefined) {
        await eventually(async () => `${shown}: ${(await alerts(page).allInnerTexts()).join(' | ')}`).toMatch(sentence);
      }
      const choice = page.getByRole('button', { name: 'Rare events, train and test' });
      await matrixTable(page).or(choice).first().waitFor();
      if ((await matrixTable(page).count()) === 0) await choice.click();
      await matrixTable(page).waitFor();
      await typeThreshold(page, '0.59');
      await expectMatrix(page, countsAt(testRows, 0.59));
      expect(await page.locator('main script, main img').count()).toBe(0);
      expect(await keys()).toBe(before);
    }
    expect(dialogs).toEqual([]);
    await opened.expectClean();
  });

  it('does no harm when it is put in place of a good one', async () => {
    const opened = await openTuner({ site });
    const { page } = opened;
    await typeThreshold(page, '0.59');
    await expectAddress(page, { t: '0.59' });
    await page.evaluate(() => {
      location.hash = '#data=https://evil.example/x.csv&t=NaN';
    });
    await eventually(() => alerts(page).allInnerTexts()).toContainEqual(
      expect.stringContaining('https://evil.example/x.csv'),
    );
    await expectMatrix(page, countsAt(testRows, 0.59));
    await opened.expectClean();
  });

  it('cannot reach above the page’s own folder', async () => {
    const asked: string[] = [];
    const opened = await openPage({
      site,
      hash: 'data=data/%252e%252e/%252e%252e/%252e%252e/secret.csv',
      before: async (page) => {
        page.on('request', (request) => asked.push(request.url()));
      },
    });
    await eventually(() => alerts(opened.page).count()).toBe(1);
    expect(asked.filter((url) => !url.startsWith(site.url))).toEqual([]);
    expect(opened.foreignRequests).toEqual([]);
  });
});
