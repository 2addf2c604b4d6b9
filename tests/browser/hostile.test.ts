import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  alerts,
  button,
  countsAt,
  eventually,
  expectMatrix,
  openFiles,
  openTuner,
  sampleRows,
  whatWasRead,
} from './tuner.ts';

const ORDINARY = `y_true,y_prob\n${Array.from({ length: 60 }, (_, at) => `${at % 2},0.${10 + at}\n`).join('')}`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutpoint-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Waits for the sentence, and sees that the sample is still there. */
async function expectSentence(page: Page, sentence: RegExp): Promise<void> {
  await eventually(() => alerts(page).allInnerTexts()).toEqual([expect.stringMatching(sentence)]);
  await expectMatrix(page, countsAt(sampleRows('test'), 0.5));
}

const reading = (page: Page) => page.getByRole('progressbar', { name: 'Reading file' });

describe('what is no table', () => {
  it('is refused with one sentence, and the work stays', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const packed = gzipSync(ORDINARY);
    const cases: readonly [string, Uint8Array, RegExp][] = [
      ['picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), /“picture\.csv” is a PNG file, not text/],
      ['paper.csv', Buffer.from('%PDF-1.7\n%âã'), /is a PDF file/],
      ['table.csv', Buffer.from('PAR1\0\0'), /is a Parquet file/],
      ['sheet.csv', Buffer.from('PK\u0003\u0004....[Content_Types].xml'), /“sheet\.csv” is a zip that is damaged/],
      ['scores.csv', Buffer.from([0x80, 4, 0x95, 0]), /is a pickle file/],
      ['login.csv', Buffer.from('<!DOCTYPE html><title>Sign in</title>'), /holds HTML, not a table/],
      ['cut.csv.gz', packed.subarray(0, packed.length / 2), /“cut\.csv\.gz” cannot be unpacked to its end/],
      ['twice.csv.gz', gzipSync(packed), /is compressed twice/],
      ['bomb.csv.gz', gzipSync(Buffer.alloc(40e6, 'a,b\n')), /unpacks to more than 200 times its size/],
      ['zeros.csv.gz', gzipSync(Buffer.alloc(40e6)), /is a binary file, not text/],
      ['half.csv', Buffer.from('y,p,n\n1,0.5,中\n0,0.1,中').subarray(0, -1), /ends in the middle of a letter/],
      ['commas.csv', Buffer.from(','.repeat(1_000_000)), /has 1,000,001 columns; 100,000 are the limit/],
    ];
    for (const [name, text, sentence] of cases) {
      await openFiles(page, { name, text });
      await expectSentence(page, sentence);
    }
    await opened.expectClean();
  });

  it('may be a folder that is dropped', async () => {
    const opened = await openTuner();
    const { page, context } = opened;
    await mkdir(join(folder, 'predictions'), { recursive: true });
    // Only the browser itself can drop a folder; a page that makes its own drop has files alone.
    const session = await context.newCDPSession(page);
    const data = { items: [], files: [join(folder, 'predictions')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    }
    await expectSentence(page, /“predictions” is a folder\. Open the files in it instead\./);
    await opened.expectClean();
  });
});

describe('files', () => {
  it('that are deleted after they were chosen are named, and can be chosen again', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const path = join(folder, 'moved.csv');
    await writeFile(path, ORDINARY);
    await page.evaluate(() => {
      const field = document.querySelector('input[type=file]') as HTMLInputElement;
      field.addEventListener('change', (event) => event.stopImmediatePropagation(), { capture: true, once: true });
    });
    await page.getByLabel('Open predictions').setInputFiles(path);
    // Until somebody asks for its size, a file that is gone looks like an empty one.
    await page.evaluate(() => (document.querySelector('input[type=file]') as HTMLInputElement).files?.[0].size);
    await rm(path);
    await page.getByLabel('Open predictions').dispatchEvent('change');
    await expectSentence(page, /“moved\.csv” was moved, changed or locked while it was read/);
    await writeFile(path, ORDINARY);
    await page.getByLabel('Open predictions').setInputFiles(path);
    await whatWasRead(page).getByText('moved.csv').waitFor();
    await opened.expectClean();
  });

  it('fifty at once are joined, and the first odd one is named', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const files = Array.from({ length: 50 }, (_, at) => ({ name: `fold_${at}.csv`, text: ORDINARY }));
    const odd = { name: 'fold_30.csv', text: 'y_true,other\n1,2\n' };
    await openFiles(page, ...files.slice(0, 30), odd, ...files.slice(31));
    await expectSentence(page, /“fold_30\.csv” and “fold_0\.csv” do not have the same columns: y_prob/);
    await openFiles(page, ...files);
    await whatWasRead(page).getByText('3,000 rows read').waitFor();
    await opened.expectClean();
  });

  it('of one name are told apart', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await openFiles(page, { name: 'preds.csv', text: ORDINARY }, { name: 'preds.csv', text: ORDINARY });
    await whatWasRead(page).getByText('120 rows read').waitFor();
    await button(page, 'Data').click();
    expect(await page.getByRole('region', { name: 'Reading report' }).innerText()).toMatch(
      /preds\.csv.*\n.*preds\.csv/,
    );
    await opened.expectClean();
  });
});

describe('reading can be stopped', () => {
  it('in the midst of one long step: the worker is gone at once', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const workers = page.workers().length;
    // One record of 30 MB: nothing gives way while it is looked at.
    await openFiles(page, { name: 'long.csv', text: Buffer.alloc(30e6, 'a,') });
    await reading(page).waitFor();
    await eventually(() => page.workers().length).toBe(workers + 1);
    await button(page, 'Cancel').click();
    await eventually(() => page.workers().length).toBe(workers);
    expect([await reading(page).count(), await alerts(page).count()]).toEqual([0, 0]);
    await expectMatrix(page, countsAt(sampleRows('test'), 0.5));
    await opened.expectClean();
  });

  it('where a file of the page never arrives', async () => {
    let release = () => {};
    const opened = await openTuner({
      before: async (page) => {
        await page.route('**/samples/german-credit.csv', async (route) => {
          await new Promise<void>((resolve) => {
            release = resolve;
          });
          await route.abort().catch(() => {});
        });
      },
    });
    const { page } = opened;
    await page.evaluate(() => {
      location.hash = '#data=german-credit';
    });
    await reading(page).waitFor();
    await button(page, 'Cancel').click();
    await reading(page).waitFor({ state: 'detached' });
    await expectMatrix(page, countsAt(sampleRows('test'), 0.5));
    release();
  });
});

it('40,000 columns can be chosen from and looked at', async () => {
  const opened = await openTuner();
  const { page } = opened;
  const names = ['y_true', 'y_prob', ...Array<string>(39_998).fill('h')];
  const rows = Array.from({ length: 40 }, (_, at) => [at % 2, `0.${at + 10}`, ...Array(39_998).fill(at % 3)].join());
  await openFiles(page, { name: 'wide.csv', text: [names.join(), ...rows].join('\n') });
  await whatWasRead(page).getByText('wide.csv').waitFor();
  await button(page, 'Data').click();
  await page.getByText(/The first 100 of 40,000 columns and those in use are shown/).waitFor();
  const score = page.getByRole('group', { name: 'Columns' }).getByRole('combobox', { name: 'Score', exact: true });
  await score.fill('h (39998)');
  await score.press('Enter');
  await page.getByRole('columnheader', { name: 'h (39998)' }).waitFor();
  await opened.expectClean();
});
