import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenOptions, openPage, runAxe } from './harness.ts';
import { type PredictServer, startPredictServer } from './predictServer/start.ts';
import { type Site, serveFolder } from './serve.mjs';
import { button, drawn, eventually } from './tuner.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OPEN = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };
const TEXTS = ['I love this phone, it is great', 'Good, but slow', 'The box arrived on Monday'];

const answer = (page: Page) => page.getByRole('region', { name: /^Answer of / });
const address = (page: Page) => page.getByRole('textbox', { name: 'Address of endpoint 1' });
const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });

describe('Predict', () => {
  let folder: string;
  let site: Site;
  let api: PredictServer;
  let hostile: Server;
  let hostileOrigin: string;

  beforeAll(async () => {
    api = await startPredictServer();
    hostile = createServer((request, response) => {
      const page = "<h1>Down</h1><script>document.title = 'run'</script><img src=x onerror=\"document.title='run'\">";
      if (request.method === 'OPTIONS') response.writeHead(200, OPEN).end();
      else if (request.url === '/page') response.writeHead(500, { ...OPEN, 'Content-Type': 'text/html' }).end(page);
      else if (request.url === '/moved') response.writeHead(302, { ...OPEN, Location: `${api.origin}/predict` }).end();
      else if (request.url === '/range')
        response.writeHead(200, OPEN).end('{"probabilities": {"<b>a</b>": 1.2, "b": -0.2}}');
      else
        response
          .writeHead(200, OPEN)
          .end('{"probabilities": {"first": 0.4, "second": 0.6}, "other": {"probabilities": {"x": 0.1, "y": 0.9}}}');
    });
    await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve));
    hostileOrigin = `http://127.0.0.1:${(hostile.address() as AddressInfo).port}`;
    folder = await mkdtemp(join(tmpdir(), 'cutpoint-'));
    // As `npm start` builds it: the servers of the same machine may be asked.
    const arguments_ = [
      'node_modules/vite/bin/vite.js',
      'build',
      '--mode',
      'started',
      '--outDir',
      folder,
      '--logLevel',
      'error',
    ];
    await promisify(execFile)(process.execPath, arguments_, {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production' },
    });
    site = await serveFolder({ folder });
  });

  afterAll(async () => {
    await site?.close();
    hostile.closeAllConnections();
    hostile.close();
    await api?.close();
    await rm(folder, { recursive: true });
  });

  async function openPredict(options: OpenOptions = {}) {
    const opened = await openPage({ site, hash: 'view=predict', ...options });
    await opened.page.getByRole('heading', { name: 'Ask the model' }).waitFor();
    return opened;
  }

  async function ask(page: Page, url: string, typed: string) {
    if (!(await address(page).inputValue()).startsWith('http')) await button(page, 'Ask your own API').click();
    await address(page).fill(url);
    await text(page).fill(typed);
    await button(page, /^Ask (?:127|localhost)/).click();
  }

  it('shows recorded answers first, and asks nobody', async () => {
    const opened = await openPredict();
    const { page } = opened;
    await page.getByText('Nothing. The example answers from what was recorded.').first().waitFor();
    await button(page, 'Show the answer').click();
    await answer(page).getByText('positive: 98.9 %, almost sure.').waitFor();
    await text(page).fill('Something else');
    await button(page, 'Show the answer').click();
    await answer(page).getByText('The example has no answer to this text.').waitFor();
    expect(await runAxe(page)).toEqual([]);
    await opened.expectClean();
  });

  it('says what is sent and to whom, and what follows from the answer', async () => {
    const { page, foreignRequests, cspViolations, consoleErrors } = await openPredict();
    await button(page, 'Ask your own API').click();
    await address(page).fill(`${api.origin}/predict`);
    await text(page).fill('Good, but slow');
    const sent = page.getByRole('region', { name: 'What is sent, and to whom' });
    expect(await sent.locator('pre').innerText()).toBe('{"text":"Good, but slow"}');
    expect(await sent.innerText()).toContain(new URL(api.origin).host);
    expect(foreignRequests).toEqual([]);
    await button(page, /^Ask 127/).click();
    await answer(page).getByText('positive: 45.1 %, as likely as not.').waitFor();
    await answer(page)
      .getByText(/^Other: no class reaches its threshold\. Take it as none of them/)
      .waitFor();
    await answer(page).getByRole('textbox', { name: 'Threshold for all classes' }).fill('0.44');
    await page.keyboard.press('Enter');
    await answer(page)
      .getByText(/^Take it as positive\./)
      .waitFor();
    await answer(page).getByText('A close call: positive is 1.1 points above its threshold.').waitFor();
    expect(foreignRequests.every((url) => url.startsWith(api.origin))).toBe(true);
    expect([cspViolations, consoleErrors]).toEqual([[], []]);
    expect(await runAxe(page)).toEqual([]);
    // Neither the address nor a text is part of a link.
    expect(new URL(page.url()).hash).not.toContain('127.0.0.1');
  });

  it('decides by the thresholds of the open data and says how often that was right', async () => {
    const { page } = await openPredict({ hash: 'view=predict&data=news-topics' });
    await ask(page, `${api.origin}/predict_multilabel`, 'Minister presents the budget');
    await answer(page).getByText('Set the labels: Finance, Politics.').waitFor();
    await answer(page).getByText('By the decision chosen for news-topics.csv.').waitFor();
    await answer(page)
      .getByRole('img', { name: /^Scores of test: really Finance/ })
      .waitFor();
    await answer(page)
      .getByText(/^Of the \d+ rows with scores from 0\.60 to 0\.70, \d+ were really Finance/)
      .waitFor();
    expect(await runAxe(page)).toEqual([]);
  });

  it('keeps headers in memory only', async () => {
    const { page, url } = await openPredict();
    await ask(page, `${api.origin}/predict?key=hidden-in-query`, TEXTS[0]);
    await page.getByText('How it is asked').click();
    await button(page, 'Add a header').click();
    await page.getByRole('textbox', { name: 'Header 1, name' }).fill('X-Key');
    await page.getByRole('textbox', { name: 'Header 1, value' }).fill('secret-of-mine');
    await button(page, /^Ask 127/).click();
    await page
      .getByRole('row', { name: /98\.9 %/ })
      .nth(2)
      .waitFor();
    const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, location.href]));
    expect(stored).toContain(`${api.origin}/predict`);
    expect(stored).not.toMatch(/secret|hidden/);
    await page.goto(`${url}#view=predict`);
    await page.reload();
    await eventually(() => address(page).inputValue()).toBe(`${api.origin}/predict`);
  });

  it('shows errors as the server gave them, and never runs them', async () => {
    const { page } = await openPredict();
    await ask(page, `${api.origin}/predict_complex`, 'x');
    await page.getByText('How it is asked').click();
    await page.getByRole('radio', { name: 'JSON' }).check();
    const json = page.getByRole('textbox', { name: 'JSON to send' });
    await json.fill('{"text": 5}');
    await button(page, /^Ask 127/).click();
    await answer(page)
      .getByText(/says 500: Error during prediction: /)
      .waitFor();
    await answer(page).getByText('What the server says in full').click();
    await answer(page)
      .locator('pre')
      .filter({ hasText: /^Traceback/ })
      .waitFor();
    await json.fill('{"txt": "wrong key"}');
    await button(page, /^Ask 127/).click();
    await answer(page)
      .getByText(/says 400: Invalid input/)
      .waitFor();
    await page.getByRole('radio', { name: 'one text' }).check();
    for (const [url, said] of [
      [`${api.origin}/no_cors`, 'does not let this page read its answers (CORS)'],
      [`${hostileOrigin}/page`, 'says 500: Down'],
      [`${hostileOrigin}/moved`, 'sends the request on to another address'],
      [`${hostileOrigin}/range`, 'The answer gives 1.2 for <b>a</b>.'],
      ['http://127.0.0.1:9/predict', 'Nobody answers at 127.0.0.1:9.'],
    ]) {
      await ask(page, url, TEXTS[0]);
      await answer(page).getByText(said).first().waitFor();
    }
    await address(page).fill('https://api.example.org/predict');
    await page.getByText('This page may not ask api.example.org.').first().waitFor();
    expect(await page.title()).not.toBe('run');
  });

  it('has an answer of unknown shape read by two choices', async () => {
    const { page } = await openPredict();
    await ask(page, `${hostileOrigin}/several`, TEXTS[0]);
    await answer(page).getByText('The answer holds several groups of numbers.').waitFor();
    await answer(page)
      .getByRole('combobox', { name: 'Which numbers' })
      .selectOption({ label: 'probabilities: first 0.4, second 0.6' });
    await answer(page).getByText('second: 60.0 %, likely.').waitFor();
  });

  it('asks about a thousand texts of which one call in ten fails, and opens the answers', async () => {
    const { page } = await openPredict();
    await button(page, 'Ask your own API').click();
    await address(page).fill(`${api.origin}/flaky`);
    const lines = Array.from(
      { length: 1000 },
      (_, row) => `${TEXTS[row % 3]}\t${row % 3 === 0 ? 'positive' : 'neutral'}`,
    );
    await page.getByRole('radio', { name: 'a list' }).check();
    await page.getByRole('textbox', { name: /^One text a line/ }).fill(lines.join('\n'));
    await button(page, 'Ask about 1,000').click();
    // Stopped in the middle, it goes on where it was.
    await page.getByText(/^[1-9]\d+ of 1,000 answered/).waitFor();
    const cancel = page.getByRole('region', { name: 'Many at once' }).getByRole('button', { name: 'Cancel' });
    const goOn = button(page, /^Go on with the /);
    await cancel.click();
    await page.getByText('Stopped. What was answered is kept.').waitFor();
    // Of a thousand, now and then one meets the tenth call at all of its four attempts; it is left for another press.
    do {
      await goOn.click();
      await cancel.waitFor({ state: 'detached', timeout: 200_000 });
    } while ((await goOn.count()) > 0);
    await page.getByText(/^1,000 of 1,000 answered, 0 failed\./).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Save the answers (CSV)').click(),
    ]);
    const [header, ...rows] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(header).toBe('text,label,p_negative,p_neutral,p_positive');
    expect(rows.length).toBe(1000);
    const scores = ['0.000201,0.010985,0.988814', '0.302064,0.247309,0.450627', '0.106507,0.786986,0.106507'];
    for (const [row, line] of rows.entries()) {
      expect(
        line.endsWith(`,${row % 3 === 0 ? 'positive' : 'neutral'},${scores[row % 3]}`),
        `row ${row}: ${line}`,
      ).toBe(true);
    }
    const [calls] = await Promise.all([page.waitForEvent('download'), button(page, 'Save as JSONL').click()]);
    const made = (await readFile(await calls.path(), 'utf8')).trim().split('\n');
    expect(made.length).toBeGreaterThan(1000);
    await button(page, 'Open the answers as data').click();
    await drawn(page);
    expect(await page.getByRole('region', { name: 'What was read' }).innerText()).toContain('1,000 rows read');
  });

  it.each([320, 390, 1400])('fits on a page of %s pixels', async (width) => {
    const { page } = await openPredict({ width, height: 844 });
    await ask(page, `${api.origin}/predict`, TEXTS[1]);
    await answer(page).getByText('positive: 45.1 %, as likely as not.').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });

  it('asks nobody from a page that was built to be published', async () => {
    const opened = await openPage({ hash: 'view=predict' });
    const { page } = opened;
    await ask(page, `${api.origin}/predict`, TEXTS[1]);
    await answer(page).getByText('This page may ask no other server').waitFor();
    await opened.expectClean();
  });
});
