import { createHash } from 'node:crypto';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from './harness.ts';
import { asTold } from './language/speaking.ts';
import {
  alerts,
  answered,
  button,
  CHARTS,
  type Counts,
  choose,
  countsAt,
  csvCells,
  downloadBy,
  eventually,
  expectMatrix,
  expectThreshold,
  exportAs,
  type LabelledScore,
  matrix,
  openFiles,
  openTuner,
  rested,
  sampleRows,
  typeThreshold,
  whatWasRead,
} from './tuner.ts';

/** A fair classifier's rows: every third case is positive, scores a little apart, all different. */
const ROWS: readonly LabelledScore[] = Array.from({ length: 300 }, (_, i) => {
  const isPositive = i % 3 === 0;
  return { isPositive, score: Number((((i * 97) % 300) / 500 + (isPositive ? 0.35 : 0.02)).toFixed(4)) };
});

const csv = (header: string, line: (row: LabelledScore, place: number) => string, rows = ROWS) =>
  `${header}\n${rows.map(line).join('\n')}\n`;

const ORDINARY = csv('y_true,y_prob', ({ isPositive, score }) => `${isPositive ? 1 : 0},${score}`);

const column = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Columns' }).getByRole('combobox', { name, exact: true });
const fileCheck = (page: Page) => page.getByRole('region', { name: 'File check' });
const report = (page: Page) => page.getByRole('region', { name: 'Reading report' });
const rowsPanel = (page: Page) => page.getByRole('region', { name: 'Rows', exact: true });

async function goToData(page: Page): Promise<void> {
  await button(page, 'Data').click();
  await report(page).waitFor();
}

/** All that is written on the screen, once nothing of it lags behind the threshold. */
async function restedText(page: Page, threshold: string): Promise<string> {
  await rested(page);
  // Every chart says where it stands.
  const saying = (value: string) =>
    page
      .locator('figcaption')
      .evaluateAll(
        (captions, text) => captions.filter(({ textContent }) => textContent.includes(text)).length,
        `≥ ${value}`,
      );
  await eventually(() => saying(threshold)).toBeGreaterThanOrEqual(CHARTS.length);
  await eventually(() => saying('0.50')).toBe(0);
  await answered(page);
  return page.locator('main').innerText();
}

/** Opens one file and waits until it is on screen. */
async function opensAs(page: Page, name: string, text: string | Uint8Array): Promise<void> {
  await openFiles(page, { name, text });
  await whatWasRead(page).getByText(name, { exact: true }).waitFor();
}

describe('opening a file', () => {
  it('reads one with odd names, semicolons and decimal commas, as its columns are chosen', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const text = csv('Fall-Nr;Ausgang;Modell 7 (neu);"Bewertung; alt"', ({ isPositive, score }, i) =>
      [`A${i}`, isPositive ? 'schlecht' : 'gut', score.toFixed(4), (1 - score).toFixed(4)]
        .join(';')
        .replaceAll('.', ','),
    );
    await opensAs(page, 'Ergebnis März.csv', text);
    await button(page, 'change').click();
    await column(page, 'Label').selectOption('Ausgang');
    await column(page, 'Score').selectOption('Modell 7 (neu)');
    await column(page, 'Positive class').selectOption('schlecht');
    await column(page, 'High values mean').selectOption('schlecht');
    await expectMatrix(page, countsAt(ROWS, 0.5));
    await whatWasRead(page).getByText('Modell 7 (neu)').waitFor();

    await column(page, 'Score').selectOption('Bewertung; alt');
    const turned = ROWS.map(({ isPositive, score }) => ({ isPositive, score: Number((1 - score).toFixed(4)) }));
    await expectMatrix(page, countsAt(turned, 0.5));

    await column(page, 'Score').selectOption('Modell 7 (neu)');
    await column(page, 'Positive class').selectOption('gut');
    await page.getByText('used as 1 − score, because the column holds the score of the other class').waitFor();
    const others = ROWS.map(({ isPositive, score }) => ({ isPositive: !isPositive, score: 1 - score }));
    await expectMatrix(page, countsAt(others, 0.5));
    await opened.expectClean();
  });

  it('makes splits of two files that are opened together', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const [train, test] = [ROWS.slice(0, 200), ROWS.slice(200)];
    const line = ({ isPositive, score }: LabelledScore) => `${isPositive ? 1 : 0},${score}`;
    await openFiles(
      page,
      { name: 'train.csv', text: csv('y_true,y_prob', line, train) },
      { name: 'test.csv', text: csv('y_true,y_prob', line, test) },
    );
    await whatWasRead(page).getByText('train.csv + test.csv').waitFor();
    await expectMatrix(page, countsAt(test, 0.5));
    await choose(page, 'Evaluate on', 'train');
    await expectMatrix(page, countsAt(train, 0.5));

    const { text } = await downloadBy(page, () => exportAs(page, 'Operating point (JSON)'));
    const { files } = JSON.parse(text).dataset;
    expect(files.map(({ name, rows }: { name: string; rows: number }) => [name, rows])).toEqual([
      ['train.csv', 200],
      ['test.csv', 100],
    ]);
    await opened.expectClean();
  });

  it('takes a pasted table, but leaves a paste into a field to the field', async () => {
    const opened = await openTuner();
    const { page, context } = opened;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const table = csv(
      'case\tlabel\tscore',
      ({ isPositive, score }, i) => `${i}\t${isPositive ? 'yes' : 'no'}\t${score}`,
    );
    await page.evaluate((text) => navigator.clipboard.writeText(text), table);
    await page.locator('body').press('Control+v');
    await whatWasRead(page).getByText('pasted.csv').waitFor();
    await expectMatrix(page, countsAt(ROWS, 0.5));

    await page.evaluate(() => navigator.clipboard.writeText('0.61'));
    const field = page.getByRole('textbox', { name: 'Threshold', exact: true });
    await field.click();
    await field.press('Control+a');
    await field.press('Control+v');
    await field.press('Enter');
    await expectMatrix(page, countsAt(ROWS, 0.61));
    await whatWasRead(page).getByText('pasted.csv').waitFor();
    await opened.expectClean();
  });

  it('takes a file that is dropped anywhere, and says so while it is held over the page', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
      return transfer;
    }, ORDINARY);
    await page.locator('footer, main').first().dispatchEvent('dragover', { dataTransfer: data });
    await page.getByText('Drop your predictions anywhere').waitFor();
    await page.locator('main').dispatchEvent('drop', { dataTransfer: data });
    await whatWasRead(page).getByText('dropped.csv').waitFor();
    await expectMatrix(page, countsAt(ROWS, 0.5));
    expect(await page.getByText('Drop your predictions anywhere').count()).toBe(0);
    await opened.expectClean();
  });

  it('shows how far it has read, and keeps what was there when it is cancelled', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await typeThreshold(page, '0.59');
    const before = await restedText(page, '0.59');
    const started = page.waitForEvent('worker');
    await page.getByLabel('Open predictions').setInputFiles(bigFile);
    const worker = await started;
    const progress = page.getByRole('progressbar', { name: 'Reading file' });
    await progress.waitFor();
    expect(await matrix(page)).toEqual(countsAt(sampleRows('test'), 0.59));
    await eventually(() => progress.evaluate((bar: HTMLProgressElement) => bar.position)).toBeGreaterThan(0);
    await button(page, 'Cancel').click();
    await progress.waitFor({ state: 'detached' });
    expect(await page.locator('main').innerText()).toBe(before);
    await eventually(() => page.workers().includes(worker)).toBe(false);

    await opensAs(page, 'small.csv', ORDINARY);
    await expectMatrix(page, countsAt(ROWS, 0.5));
    await opened.expectClean();
  });

  it('unpacks gzip of several members', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const parts = [ORDINARY.slice(0, 100), ORDINARY.slice(100, 1001), '', ORDINARY.slice(1001)];
    const packed = Buffer.concat(parts.map((part) => gzipSync(part)));
    await openFiles(page, { name: 'members.csv.gz', text: packed });
    await whatWasRead(page).getByText('members.csv.gz').waitFor();
    await expectMatrix(page, countsAt(ROWS, 0.5));
    await opened.expectClean();
  });

  it('shows of a packed file as much as was unpacked of it, and how many rows that will be', async () => {
    const rowCount = 600_000;
    const rows = Array.from({ length: rowCount }, (_, i) => `${i % 7 === 0 ? 1 : 0},0.${(i * 7919) % 1_000_000}\n`);
    const opened = await openTuner();
    const { page } = opened;
    await page.evaluate(() => {
      const seen: { share: number; text: string }[] = [];
      Reflect.set(globalThis, 'seen', seen);
      new MutationObserver(() => {
        const bar = document.querySelector<HTMLProgressElement>('.readingBar progress');
        const parts = [...(bar?.parentElement?.children ?? [])];
        if (bar !== null)
          seen.push({ share: bar.position, text: parts.map(({ textContent }) => textContent).join('\n') });
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    const packed = gzipSync(`y_true,y_prob\n${rows.join('')}`, { level: 1 });
    await openFiles(page, { name: 'packed.csv.gz', text: packed });
    await whatWasRead(page).getByText('packed.csv.gz').waitFor();
    const shown = await page.evaluate(() => Reflect.get(globalThis, 'seen') as { share: number; text: string }[]);
    const countIn = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1].replaceAll(',', ''));
    const seen = shown
      .map(({ share, text }) => ({
        share,
        rows: countIn(text, /, ([\d,]+) rows?/),
        foretold: countIn(text, /about ([\d,]+) row/),
      }))
      .filter(({ rows }) => !Number.isNaN(rows));
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.filter(({ share, rows }) => Math.abs(share - rows / rowCount) > 0.2)).toEqual([]);
    const foretold = seen.map((each) => each.foretold).filter((count) => count > 0);
    expect(foretold.length).toBeGreaterThan(0);
    expect(foretold.filter((count) => Math.abs(count / rowCount - 1) > 0.2)).toEqual([]);
    await opened.expectClean();
  });

  let folder: string;
  let bigFile: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cutpoint-'));
    bigFile = join(folder, 'big.csv');
    const block = Array.from(
      { length: 40_000 },
      (_, i) => `${i % 7 === 0 ? 1 : 0},0.${100_000 + i},filler ${i}\n`,
    ).join('');
    const file = await open(bigFile, 'w');
    await file.write('y_true,y_prob,note\n');
    for (let written = 0; written < 60e6; written += block.length) await file.write(block);
    await file.close();
  });

  afterAll(() => rm(folder, { recursive: true }));
});

describe('what is odd about a file', () => {
  const odd = (name: string, text: string) => ({ name, text });
  const labelled = (text: (row: LabelledScore, place: number) => string) => csv('y_true,y_prob', text);

  it('is said in one sentence each', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const cases: readonly [{ name: string; text: string }, RegExp][] = [
      [
        odd(
          'margins.csv',
          labelled(({ isPositive, score }) => `${isPositive ? 1 : 0},${(score * 8 - 4).toFixed(4)}`),
        ),
        /scores in “y_prob” lie outside 0 to 1 \(from −\d.* to \d.*\), so they are no probabilities/,
      ],
      [
        odd(
          'hard.csv',
          labelled(({ isPositive }, i) => `${isPositive ? 1 : 0},${i % 5 === 0 ? 1 : 0}`),
        ),
        /“y_prob” holds two values only \(0, 1\): decisions already made, not scores/,
      ],
      [
        odd(
          'one-class.csv',
          labelled(({ score }) => `1,${score}`),
        ),
        /every row is “1”/i,
      ],
      [
        odd(
          'constant.csv',
          labelled(({ isPositive }) => `${isPositive ? 1 : 0},0.5`),
        ),
        /every score is 0\.5/i,
      ],
      [
        odd(
          'gaps.csv',
          labelled(({ isPositive, score }, i) => `${isPositive ? 1 : 0},${i % 4 === 0 ? '' : score}`),
        ),
        /75 rows have no label, score, split or weight and were left out/,
      ],
      [
        odd(
          'confidence.csv',
          labelled(({ isPositive, score }) => `${isPositive ? 1 : 0},${(0.5 + score / 2).toFixed(4)}`),
        ),
        /No score in “y_prob” is below 0\.5/,
      ],
    ];
    for (const [file, sentence] of cases) {
      await opensAs(page, file.name, file.text);
      await eventually(() => fileCheck(page).innerText()).toMatch(sentence);
      expect(await alerts(page).count()).toBe(0);
    }
    await opened.expectClean();
  });

  it('can be put right by one press: scores that speak of the other class', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const text = labelled(({ isPositive, score }) => `${isPositive ? 1 : 0},${(1 - score).toFixed(4)}`);
    await opensAs(page, 'inverted.csv', text);
    await fileCheck(page)
      .getByText(/the scores rank the classes the wrong way round \(AUC 0\.\d+\)/i)
      .waitFor();
    await fileCheck(page).getByRole('button').first().click();
    await eventually(() =>
      fileCheck(page)
        .count()
        .then(async (count) => (count === 0 ? '' : fileCheck(page).innerText())),
    ).not.toContain('wrong way round');
    const auc = page.getByRole('table', { name: 'Metrics' }).getByRole('row', { name: /^ROC AUC/ });
    expect(Number(await auc.getByRole('cell').first().innerText())).toBeGreaterThan(0.5);
    await opened.expectClean();
  });
});

describe('a file that cannot be used', () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');

  const UNUSABLE: readonly [name: string, text: string | Uint8Array, sentence: RegExp][] = [
    ['empty.csv', '', /^“empty\.csv” is empty\./],
    ['header.csv', 'y_true,y_prob\n', /^“header\.csv” has column names but no rows/],
    ['picture.csv', PNG, /^“picture\.csv” is a PNG file, not text\./],
    ['places.csv', 'name,city\nAnn,Rome\nBob,Oslo\nCem,Bonn\n', /^No column of “places\.csv” can be a score/],
    ['words.csv', 'y_true,y_prob\n1,high\n0,low\n1,low\n0,low\n', /^No column of “words\.csv” can be a score/],
    ['one.csv', 'score\n0.1\n0.9\n', /^“one\.csv” has one column only\./],
  ];
  const OPEN_QUOTE = 'y_true,y_prob\n1,0.5\n0,"0.2\n1,0.7\n';

  async function expectRefused(page: Page, name: string, text: string | Uint8Array, sentence: RegExp): Promise<void> {
    await openFiles(page, { name, text });
    await eventually(() => alerts(page).allInnerTexts()).toEqual([expect.stringMatching(sentence)]);
    await button(page, 'Dismiss').click();
    await eventually(() => alerts(page).count()).toBe(0);
  }

  it('says what is wrong and leaves the screen as it was', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await typeThreshold(page, '0.59');
    const before = await restedText(page, '0.59');
    const address = page.url();
    for (const [name, text, sentence] of UNUSABLE) {
      await expectRefused(page, name, text, sentence);
      expect(await page.locator('main').innerText()).toBe(before);
      expect(page.url()).toBe(address);
    }
    await button(page, 'Undo').click();
    await expectThreshold(page, '0.50');
    await opened.expectClean();
  });

  it('says where a quotation mark is left open', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await expectRefused(page, 'quote.csv', OPEN_QUOTE, /^A quotation mark opens on line 3 of “quote\.csv”/);
    await expectMatrix(page, countsAt(sampleRows('test'), 0.5));
    await opened.expectClean();
  });
});

describe('a file with faults in it', () => {
  it('is read as far as it can be, and the report counts every row that is not', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const lines = ORDINARY.trim().split('\n');

    await opensAs(page, 'ragged.csv', [...lines, '1', '1,0.5,extra', '0'].join('\n'));
    await goToData(page);
    await report(page).getByText('303 rows read = 300 kept + 3 skipped.').waitFor();
    expect(await report(page).innerText()).toMatch(/2 skipped: fewer fields than there are columns \(line 302.*, 304/);
    expect(await report(page).innerText()).toMatch(/1 skipped: more fields than there are columns \(line 303/);

    await button(page, 'Tune').click();
    await opensAs(page, 'text.csv', [...lines, '1,n/a!', '0,high', ',0.4', '1,inf'].join('\n'));
    await goToData(page);
    await report(page).getByText('304 rows read = 300 kept + 4 skipped.').waitFor();
    expect(await report(page).innerText()).toMatch(/1 skipped: the score is infinite \(line 305/);
    expect(await report(page).innerText()).toMatch(/2 skipped: the score is not a number \(line 302 \(“n\/a!”\), 303/);
    await opened.expectClean();
  });

  it('may have other columns than the file before, whichever tab is open', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await goToData(page);
    await page.getByRole('row', { name: /^2 / }).waitFor();
    for (const [name, text] of [
      ['two.csv', ORDINARY],
      [
        'four.csv',
        csv('id,y_true,y_prob,note', ({ isPositive, score }, i) => `A${i},${isPositive ? 1 : 0},${score},x`),
      ],
      ['two-again.csv', ORDINARY],
    ]) {
      await opensAs(page, name, text);
      await page.getByText('300 rows · decided by score ≥ 0.50').waitFor();
      expect(await rowsPanel(page).getByRole('columnheader').count()).toBe(3 + text.split('\n')[0].split(',').length);
      expect(await alerts(page).allInnerTexts()).toEqual([]);
    }
    await opened.expectClean();
  });

  it('may have any column names', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const keys = () => page.evaluate(() => Object.getOwnPropertyNames(Object.prototype).join());
    const before = await keys();
    const line = ({ isPositive, score }: LabelledScore) =>
      `x,${isPositive ? 1 : 0},${score},y,<img src=x onerror=alert(1)>`;
    await opensAs(page, 'names.csv', csv('__proto__,y_true,y_prob,constructor,<b>bold</b>', line));
    await expectMatrix(page, countsAt(ROWS, 0.5));
    await goToData(page);
    await page.getByRole('columnheader', { name: '__proto__' }).waitFor();
    await page.getByRole('columnheader', { name: '<b>bold</b>' }).waitFor();
    await page.getByRole('cell', { name: '<img src=x onerror=alert(1)>' }).first().waitFor();
    expect(await keys()).toBe(before);
    await button(page, 'Tune').click();
    await button(page, 'change').click();

    await opensAs(
      page,
      'twice.csv',
      csv('y_true,y_prob,y_prob', ({ isPositive, score }) => `${isPositive ? 1 : 0},${score},${1 - score}`),
    );
    const names = await column(page, 'Score').getByRole('option').allInnerTexts();
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.startsWith('y_prob'))).toHaveLength(2);
    await opened.expectClean();
  });

  it('may hold a single row', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await opensAs(page, 'single.csv', 'y_true,y_prob\n1,0.7\n');
    await expectMatrix(page, { tp: 1, fn: 0, fp: 0, tn: 0 });
    await fileCheck(page)
      .getByText(/every row is “1”/i)
      .waitFor();
    await page
      .getByRole('figure', { name: 'ROC' })
      .getByText(/There are no negatives on .*, so there is no such curve/)
      .waitFor();
    await opened.expectClean();
  });
});

describe('the rows', () => {
  const outcome = (page: Page) => page.getByRole('combobox', { name: 'Outcome', exact: true });
  const count = (page: Page) => page.getByText(/rows? · decided by score/).innerText();

  it('are counted by outcome as in the matrix, and sorted by score', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await typeThreshold(page, '0.59');
    const counts = await matrix(page);
    await goToData(page);
    await eventually(() => count(page)).toBe('30,000 rows · decided by score ≥ 0.59');
    await page.getByRole('combobox', { name: 'Rows of' }).selectOption('test');
    for (const name of ['tp', 'fp', 'fn', 'tn'] as const satisfies readonly (keyof Counts)[]) {
      await outcome(page).selectOption(name);
      await eventually(() => count(page)).toMatch(new RegExp(`^${counts[name].toLocaleString('en')} rows`));
      await eventually(async () => new Set(await page.getByText(/^(TP|FP|FN|TN)$/).allInnerTexts())).toEqual(
        new Set([name.toUpperCase()]),
      );
    }

    await outcome(page).selectOption('all');
    const order = page.getByRole('combobox', { name: 'Order' });
    const scores = sampleRows('test').map(({ score }) => score);
    const first = () => rowsPanel(page).getByRole('row').nth(1).getByRole('cell').last().innerText();
    await order.selectOption('highest score first');
    await eventually(first).toBe(String(Math.max(...scores)));
    await order.selectOption('lowest score first');
    await eventually(first).toBe(String(Math.min(...scores)));
    await opened.expectClean();
  });

  it('can be scrolled to the very last one', async () => {
    const opened = await openPage({ hash: 'view=data' });
    const { page } = opened;
    await page.getByRole('row', { name: /^2 / }).waitFor();
    await page
      .getByRole('table')
      .last()
      .evaluate((table) => table.parentElement!.scrollTo({ top: 1e9 }));
    const last = sampleRows('test').at(-1)!;
    const row = page.getByRole('row', { name: /^30001 / });
    await row.waitFor();
    expect(await row.innerText()).toContain(String(last.score));
    expect(await row.getAttribute('aria-rowindex')).toBe('30001');
    await opened.expectClean();
  });
});

describe('what is taken along', () => {
  const CHEAPEST = 0.5233633826490391;

  it('the operating point is whole, exact JSON', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await typeThreshold(page, String(CHEAPEST));
    const { name, text } = await downloadBy(page, () => exportAs(page, 'Operating point (JSON)'));
    expect(name).toBe('streamlit-demo-operating-point.json');
    const record = JSON.parse(text);
    const sample = await readFile(new URL('../../public/samples/streamlit-demo.csv', import.meta.url));
    expect(record).toMatchObject({
      format: 'cutpoint.operating-point/1',
      dataset: {
        name: 'streamlit-demo.csv',
        rows: 30000,
        skipped: 0,
        sha256: createHash('sha256').update(sample).digest('hex'),
      },
      model: 'y_prob',
      positiveLabel: '1',
      threshold: CHEAPEST,
      rule: '>=',
    });
    expect(record.evaluations.map(({ split }: { split: string }) => split)).toEqual(['train', 'test']);
    const [, test] = record.evaluations;
    const { tp, fn, fp, tn } = countsAt(sampleRows('test'), CHEAPEST);
    expect(test).toMatchObject({ rows: 6000, positives: 623, confusion: { tp, fp, fn, tn } });
    expect(test.metrics).toMatchObject({
      precision: tp / (tp + fp),
      recall: tp / (tp + fn),
      f1: (2 * tp) / (2 * tp + fp + fn),
      accuracy: (tp + tn) / 6000,
    });
    expect(Object.keys(test.metrics)).toHaveLength(29);
    expect(test.metrics.rocAuc).toBeCloseTo(0.926, 3);
    const { low, high, method, level } = test.intervals.precision;
    expect([method, level]).toEqual(['wilson', 0.95]);
    expect(low).toBeLessThan(test.metrics.precision);
    expect(high).toBeGreaterThan(test.metrics.precision);
    await opened.expectClean();
  });

  it('an undefined metric is null with its reason, an infinite threshold a word', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await typeThreshold(page, 'inf');
    const { text } = await downloadBy(page, () => exportAs(page, 'Operating point (JSON)'));
    const record = JSON.parse(text);
    expect(record.threshold).toBe('Infinity');
    const [, test] = record.evaluations;
    expect(test.metrics.precision).toBeNull();
    expect(asTold(test.undefined.precision)).toMatch(/^nothing/i);
    expect(test.metrics.recall).toBe(0);
    expect(Object.keys(test.undefined)).toEqual(Object.keys(test.metrics).filter((id) => test.metrics[id] === null));
    await opened.expectClean();
  });

  it('the metrics are CSV with every digit', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const { name, text } = await downloadBy(page, () => exportAs(page, 'Metrics (CSV)'));
    expect(name).toBe('streamlit-demo-metrics.csv');
    const [header, ...rows] = csvCells(text);
    expect(header).toEqual(['split', 'threshold', 'rule', 'metric', 'value', 'low95', 'high95']);
    const value = (split: string, metric: string) => rows.find((row) => row[0] === split && row[3] === metric)?.[4];
    expect([value('test', 'tp'), value('test', 'fp'), value('test', 'fn'), value('test', 'tn')].map(Number)).toEqual([
      480, 352, 143, 5025,
    ]);
    expect(value('test', 'precision')).toBe(String(480 / 832));
    expect(value('train', 'recall')).toBe(String(2210 / 2491));
    await opened.expectClean();
  });

  it('the rows are CSV that no spreadsheet will run', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const names = ['=1+1', '+SUM(A1)', '-2+3', '@cmd', '-0.5', '"a ""b"""', 'plain'];
    const line = ({ isPositive, score }: LabelledScore, i: number) =>
      `${names[i % names.length]},${isPositive ? 1 : 0},${score}`;
    await opensAs(page, 'formulas.csv', csv('=HYPERLINK,y_true,y_prob', line));
    const { name, text } = await downloadBy(page, () => exportAs(page, 'Rows with prediction (CSV)'));
    expect(name).toBe('formulas-predictions.csv');
    const [header, ...lines] = text.trimEnd().split('\r\n');
    expect(header).toBe(
      "'=HYPERLINK,y_true,y_prob,cutpoint_score,cutpoint_threshold,cutpoint_rule,cutpoint_prediction,cutpoint_outcome",
    );
    expect(lines).toHaveLength(ROWS.length);
    const guarded = ["'=1+1", "'+SUM(A1)", "'-2+3", "'@cmd", '-0.5', '"a ""b"""', 'plain'];
    lines.forEach((line, i) => {
      const { isPositive, score } = ROWS[i];
      const flagged = score >= 0.5;
      const outcome = `${flagged === isPositive ? 'T' : 'F'}${flagged ? 'P' : 'N'}`;
      const decision = [score, 0.5, '>=', flagged ? 1 : 0, outcome];
      const cells = [guarded[i % guarded.length], isPositive ? 1 : 0, score, ...decision];
      expect(line).toBe(cells.join());
    });
    await opened.expectClean();
  });

  it('the decision is Python, by the menu and beside the threshold', async () => {
    const opened = await openTuner();
    const { page, context } = opened;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await typeThreshold(page, String(CHEAPEST));
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await exportAs(page, 'Copy as Python');
    await eventually(copied).toContain(`threshold = ${CHEAPEST}`);
    expect(await copied()).toContain('y_score >= threshold');

    await choose(page, 'Decision rule', 'score > threshold');
    await button(page, 'Copy as Python').click();
    await eventually(copied).toContain('y_score > threshold');
    expect(await copied()).toContain('np.nextafter(threshold, np.inf)');
    await opened.expectClean();
  });
});
