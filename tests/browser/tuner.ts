/** What the browser tests read off the page, and what they hold it against: counts made here, from the sample itself. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { FileChooser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type OpenedPage, type OpenOptions, openPage } from './harness.ts';

export interface Counts {
  readonly tp: number;
  readonly fn: number;
  readonly fp: number;
  readonly tn: number;
}

export interface LabelledScore {
  readonly isPositive: boolean;
  readonly score: number;
}

export const CHARTS = [
  'Precision and recall',
  'ROC',
  'Metrics by threshold',
  'Cumulative gains',
  'Lift',
  'Decision curve',
  'Reliability',
  'How far apart the classes are',
  'Scores by class',
] as const;

/** Opens the page and waits until all of it is drawn. */
export async function openTuner(options: OpenOptions = {}): Promise<OpenedPage> {
  const opened = await openPage(options);
  await drawn(opened.page);
  return opened;
}

/** Opens what is only a heading on a narrow screen. */
export async function unfold(page: Page): Promise<void> {
  await page.locator('.foldButton[aria-expanded=false]').evaluateAll((buttons) => {
    for (const each of buttons) (each as HTMLElement).click();
  });
}

/** Waits until Tune is there with every chart, and everything open on a narrow screen. */
export async function drawn(page: Page): Promise<void> {
  await matrixTable(page).waitFor();
  await unfold(page);
  for (const title of CHARTS) await marker(page, title).waitFor();
}

/** Stands where an answer of the worker will. */
export const WAITING = [
  'Drawing the cases anew …',
  'Choosing on draws of the cases and trying on the others …',
  'Which others are as good is being worked out …',
];

/** Waits until the worker has answered what the panels of questions asked. */
export async function answered(page: Page): Promise<void> {
  for (const name of ['How sure is that?', 'Does it hold on other cases?'])
    await page.getByRole('region', { name, exact: true }).waitFor();
  for (const text of WAITING) await page.getByText(text).waitFor({ state: 'hidden' });
}

export const slider = (page: Page): Locator => page.getByRole('slider', { name: 'Decision threshold', exact: true });
export const thresholdField = (page: Page): Locator => page.getByRole('textbox', { name: 'Threshold', exact: true });
export const matrixTable = (page: Page): Locator => page.getByRole('table', { name: 'Confusion matrix' });
export const sentence = (page: Page): Locator => page.getByRole('region', { name: 'In one sentence' });
export const figure = (page: Page, title: string): Locator => page.getByRole('figure', { name: title, exact: true });
export const marker = (page: Page, title: string): Locator => page.getByRole('slider', { name: `Marker on ${title}` });
export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });

/** The four counts as the confusion matrix shows them. */
export async function matrix(page: Page): Promise<Counts> {
  return matrixTable(page).evaluate((table: HTMLTableElement): Counts => {
    const [[tp, fn], [fp, tn]] = [...table.tBodies[0].rows].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => Number(cell.lastElementChild?.textContent?.replaceAll(',', ''))),
    );
    return { tp, fn, fp, tn };
  });
}

/**
 * The threshold in force, in full precision, as every chart's marker has it. (A range field cannot tell: browsers round its value to
 * 15 digits.)
 */
export async function exactThreshold(page: Page): Promise<number> {
  return Number(await marker(page, 'ROC').getAttribute('aria-valuenow'));
}

/** Asks again until the answer is the expected one. */
export const eventually = <T>(ask: () => T | Promise<T>) => expect.poll(ask, { timeout: 15_000, interval: 20 });

/** Waits until the page shows a threshold, as it is written beside the slider. */
export async function expectThreshold(page: Page, shown: string): Promise<void> {
  await eventually(() => thresholdField(page).inputValue()).toBe(shown);
}

export async function expectMatrix(page: Page, counts: Counts): Promise<void> {
  await eventually(() => matrix(page)).toEqual(counts);
}

/** Types in place of what stands in a field, as people do: click, see all of it selected, type. */
export async function typeInto(field: Locator, text: string): Promise<void> {
  await field.click();
  await eventually(() =>
    field.evaluate((input: HTMLInputElement) => input.selectionEnd! - input.selectionStart! === input.value.length),
  ).toBe(true);
  await field.press('Delete');
  await field.pressSequentially(text);
}

/** Types a threshold, applies it and leaves the field, so that it shows what is in force. */
export async function typeThreshold(page: Page, text: string): Promise<void> {
  await typeInto(thresholdField(page), text);
  await thresholdField(page).press('Enter');
  await thresholdField(page).blur();
}

/** One of a group of radio buttons. */
export async function choose(page: Page, group: string, name: string): Promise<void> {
  await page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true }).check();
}

/** The settings that the address holds. */
export function address(page: Page): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1)));
}

/** Waits until the address holds at least these settings. */
export async function expectAddress(page: Page, settings: Record<string, string>): Promise<void> {
  await eventually(() => address(page)).toMatchObject(settings);
}

/** Waits until the page has done what it was asked: two frames, and the address agrees with what is shown. */
export async function rested(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await eventually(async () => address(page).t === String(await exactThreshold(page))).toBe(true);
}

export interface FileGiven {
  readonly name: string;
  readonly text: string | Uint8Array;
}

/** Gives files to the field "Open predictions". */
export async function openFiles(page: Page, ...files: readonly FileGiven[]): Promise<void> {
  await page.getByLabel('Open predictions').setInputFiles(
    files.map(({ name, text }) => ({
      name,
      mimeType: 'text/csv',
      buffer: typeof text === 'string' ? Buffer.from(text) : Buffer.from(text),
    })),
  );
}

/** The line that says what was read and how it was understood. */
export const whatWasRead = (page: Page): Locator => page.getByText(/rows? read, [\d,]+ skipped/);

export const alerts = (page: Page): Locator => page.getByRole('alert');

/** Takes an item of the menu "Export". */
export async function exportAs(page: Page, item: string): Promise<void> {
  await button(page, 'Export').click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

const SAMPLE = readFileSync(new URL('../../public/samples/streamlit-demo.csv', import.meta.url), 'utf8');

/** The rows of one split of the sample that a fresh page shows, read with nothing of the program. */
export function sampleRows(split: 'train' | 'test'): readonly LabelledScore[] {
  return SAMPLE.trim()
    .split('\n')
    .map((line) => line.trim().split(','))
    .filter(([name]) => name === split)
    .map(([, label, score]) => ({ isPositive: label === '1', score: Number(score) }));
}

/** Rows of a file of one's own, and the file. */
export const OWN_ROWS: readonly LabelledScore[] = Array.from({ length: 200 }, (_, i) => ({
  isPositive: i % 4 === 0,
  score: ((i * 61) % 200) / 200,
}));
export const OWN_CSV = `outcome,p_default\n${OWN_ROWS.map(({ isPositive, score }) => `${isPositive ? 1 : 0},${score}`).join('\n')}\n`;

/** The four counts, by going through every row. */
export function countsAt(rows: readonly LabelledScore[], threshold: number, rule: '>=' | '>' = '>='): Counts {
  const counts = { tp: 0, fn: 0, fp: 0, tn: 0 };
  for (const { isPositive, score } of rows) {
    const isFlagged = rule === '>=' ? score >= threshold : score > threshold;
    counts[isPositive ? (isFlagged ? 'tp' : 'fn') : isFlagged ? 'fp' : 'tn']++;
  }
  return counts;
}

/** What the page saves when `act` is done: the file's name and text. */
export async function downloadBy(page: Page, act: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** The file chooser that opens when `act` is done. */
export async function chooserBy(page: Page, act: () => Promise<void>): Promise<FileChooser> {
  const chooser = page.waitForEvent('filechooser');
  // The browser hands its choosers over only once it has heard of the wait, which an answer from the page shows.
  await page.evaluate(() => {});
  await act();
  return chooser;
}

/** The cells of a CSV without quotes, line by line. */
export const csvCells = (text: string): readonly string[][] =>
  text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
