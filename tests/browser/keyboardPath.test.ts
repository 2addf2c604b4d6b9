/** The whole work without a mouse: a real file from the disk to the threshold, the numbers and the export. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { focused, tabTo } from './tabbing.ts';
import {
  countsAt,
  csvCells,
  downloadBy,
  eventually,
  expectAddress,
  expectMatrix,
  expectThreshold,
  type LabelledScore,
  openTuner,
  rested,
  slider,
  whatWasRead,
} from './tuner.ts';

/** Every third case is positive, all scores differ; the file check says that there are few positives. */
const ROWS: readonly LabelledScore[] = Array.from({ length: 240 }, (_, i) => {
  const isPositive = i % 3 === 0;
  return { isPositive, score: Number((((i * 97) % 240) / 400 + (isPositive ? 0.35 : 0.05)).toFixed(4)) };
});
const CSV = `y_true,y_prob\n${ROWS.map(({ isPositive, score }) => `${Number(isPositive)},${score}`).join('\n')}\n`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyboard-'));
  await writeFile(join(folder, 'mine.csv'), CSV);
});
afterAll(() => rm(folder, { recursive: true }));

/** On to something of that name, without ever leaving the page. */
async function goOn(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  expect(await focused(page)).not.toBe('body');
  expect(await tabTo(page, name, key)).not.toContain('body');
}

describe('the whole work, with the keyboard alone', () => {
  it('opens a file, reads its check, takes a rule, moves the threshold, reads the tables, exports and shares', async () => {
    const opened = await openTuner();
    const { page, context } = opened;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => {
      for (const kind of ['pointerdown', 'mousedown', 'touchstart'])
        addEventListener(kind, () => document.documentElement.setAttribute('data-pointed', kind), { capture: true });
    });

    // Asked for well before the key: the browser takes a while to hand its file choosers over.
    const asked = page.waitForEvent('filechooser');
    await tabTo(page, /^Open your CSV$/);
    await page.keyboard.press('Enter');
    const chooser = await asked;
    await chooser.setFiles(join(folder, 'mine.csv'));
    await whatWasRead(page).getByText('mine.csv', { exact: true }).waitFor();
    expect(await focused(page)).toBe('Open your CSV');
    await expectMatrix(page, countsAt(ROWS, 0.5));

    await goOn(page, /^Evidence: Only 80 rows are “1”/);
    await page.keyboard.press('Enter');
    await goOn(page, /^First rows: /);
    const evidence = page.getByRole('table', { name: /^First rows: Only 80 rows are “1”/ });
    expect(await evidence.getByRole('row').count()).toBeGreaterThan(2);
    await goOn(page, /^Evidence: /, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await eventually(() => evidence.count()).toBe(0);

    await goOn(page, /^Decision threshold$/);
    await page.keyboard.press('PageUp');
    await expectThreshold(page, '0.60');
    await page.keyboard.press('ArrowLeft');
    await expectThreshold(page, '0.59');
    expect(await slider(page).getAttribute('aria-valuetext')).toContain('0.59');
    await expectMatrix(page, countsAt(ROWS, 0.59));

    await goOn(page, /^Threshold$/);
    await page.keyboard.type('0.61');
    await page.keyboard.press('Enter');
    await expectMatrix(page, countsAt(ROWS, 0.61));
    await goOn(page, /^Undo$/);
    await page.keyboard.press('Enter');
    await expectMatrix(page, countsAt(ROWS, 0.59));

    await goOn(page, /^Best F1: /);
    await page.keyboard.press('Enter');
    await rested(page);
    const best = Math.max(...ROWS.map(({ score }) => f1(countsAt(ROWS, score))));
    const chosen = Number(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('t'));
    expect(f1(countsAt(ROWS, chosen))).toBeCloseTo(best, 12);
    await expectMatrix(page, countsAt(ROWS, chosen));

    await goOn(page, /^CSV: Confusion matrix$/);
    const matrix = await downloadBy(page, () => page.keyboard.press('Enter'));
    const { tp, fn, fp, tn } = countsAt(ROWS, chosen);
    expect(csvCells(matrix.text).map((cells) => cells[5])).toEqual(['count', ...[tp, fn, fp, tn].map(String)]);

    await goOn(page, /^Marker on Precision and recall$/);
    await page.keyboard.press('Home');
    await rested(page);
    await page.keyboard.press('Control+z');
    await expectAddress(page, { t: String(chosen) });
    expect(await focused(page)).toBe('Marker on Precision and recall');
    await goOn(page, /^Table: Precision and recall$/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Data: Precision and recall' });
    expect(await dialog.getByRole('row').count()).toBeGreaterThan(10);
    await goOn(page, /CSV/);
    const curve = await downloadBy(page, () => page.keyboard.press('Enter'));
    expect(csvCells(curve.text).length).toBeGreaterThan(ROWS.length / 2);
    await page.keyboard.press('Escape');
    await eventually(() => focused(page)).toBe('Table: Precision and recall');

    await goOn(page, /^Copy link$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toContain(`t=${chosen}`);
    expect(await focused(page)).toMatch(/^Copy link/);
    await goOn(page, /^Export/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await eventually(() => focused(page)).toBe('Operating point (JSON)');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('Metrics (CSV)');
    const metrics = await downloadBy(page, () => page.keyboard.press('Enter'));
    expect(metrics.name).toMatch(/^mine-.*\.csv$/);
    await eventually(() => focused(page)).toMatch(/^Export/);

    expect(await page.evaluate(() => document.documentElement.dataset.pointed)).toBeUndefined();
    await opened.expectClean();
  });
});

function f1({ tp, fp, fn }: { readonly tp: number; readonly fp: number; readonly fn: number }): number {
  return (2 * tp) / (2 * tp + fp + fn);
}
