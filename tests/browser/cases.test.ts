/** From a cell of the matrix to exactly its rows, through them with the keys, and away with them as a file. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runAxe } from './harness.ts';
import { address, button, csvCells, downloadBy, eventually, matrixTable, openFiles, openTuner } from './tuner.ts';

const SAMPLE = readFileSync(new URL('../../public/samples/german-credit.csv', import.meta.url), 'utf8');
const [NAMES, ...ROWS] = SAMPLE.trim()
  .split('\n')
  .map((line) => line.trim().split(','));
const cell = (row: readonly string[], name: string) => row[NAMES.indexOf(name)];

/** Good customers who are refused at 0.24 on test, nearest to the line first; read with nothing of the program. */
const REFUSED_GOOD = ROWS.filter(
  (row) => cell(row, 'split') === 'test' && cell(row, 'class') === 'good' && Number(cell(row, 'p_logreg')) >= 0.24,
).sort((a, b) => Number(cell(a, 'p_logreg')) - Number(cell(b, 'p_logreg')));

it('shows the rows of a cell of the matrix, goes through them by keys, and saves the ten nearest', async () => {
  const opened = await openTuner({ hash: 'data=german-credit&t=0.24' });
  const { page } = opened;
  await matrixTable(page)
    .getByRole('button', { name: /^Show cases: 66 false alarms$/ })
    .press('Enter');
  await page.getByText('66 false alarms: class = good, score ≥ 0.24, of test.').waitFor();
  expect(address(page).view).toBe('cases');

  const grid = page.getByRole('grid', { name: 'List of cases' });
  const idsInSight = () =>
    grid
      .locator('tbody tr[id]')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLTableRowElement).cells[5].innerText));
  expect(await idsInSight()).toEqual(REFUSED_GOOD.map((row) => cell(row, 'id')));

  await grid.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('row', { name: `id ${cell(REFUSED_GOOD[1], 'id')}` }).waitFor();
  expect(await dialog.innerText()).toContain('so it is flagged. In truth it was good: a false alarm.');
  expect(await runAxe(page)).toEqual([]);
  await button(page, 'Next').press('Enter');
  await dialog.getByRole('row', { name: `id ${cell(REFUSED_GOOD[2], 'id')}` }).waitFor();
  await page.keyboard.press('Escape');
  await eventually(() => dialog.count()).toBe(0);
  await eventually(() => grid.evaluate((node) => node === document.activeElement)).toBe(true);
  await page.keyboard.press('End');
  await eventually(() => grid.evaluate((node) => node.getAttribute('aria-activedescendant'))).toBe(
    await grid.locator('tbody tr[id]').last().getAttribute('id'),
  );
  expect(await runAxe(page)).toEqual([]);

  const { name, text } = await downloadBy(page, async () => {
    await button(page, /^Save list/).click();
    await page.getByRole('menuitem', { name: 'The first 10 as CSV' }).click();
  });
  expect(name).toBe('german-credit-cases.csv');
  const [header, ...saved] = csvCells(text);
  expect(saved.map((row) => row[header.indexOf('id')])).toEqual(
    REFUSED_GOOD.slice(0, 10).map((row) => cell(row, 'id')),
  );
  expect(saved.every((row) => row[header.indexOf('cutpoint_outcome')] === 'FP')).toBe(true);

  await page.reload();
  await page.getByText('66 false alarms: class = good, score ≥ 0.24, of test.').waitFor();
  await opened.expectClean();
});

it.each(['Cases', 'Data'])('%s keeps its columns still while its list is scrolled', async (screen) => {
  const opened = await openTuner();
  const { page } = opened;
  // Now and then a long text, and one with fewer letters than the others that is wider than they are.
  const isOdd = (at: number) => at % 40 === 20;
  const rows = Array.from({ length: 2000 }, (_, at) => {
    const texts = isOdd(at) ? ['a remark of some length', 'WWWWW'] : ['ok', 'iiiiiiii'];
    return [at % 2, ((at % 97) / 97).toFixed(4), ...texts].join();
  });
  await openFiles(page, { name: 'remarks.csv', text: `label,score,remark,name\n${rows.join('\n')}\n` });
  await button(page, screen).click();
  const table = page.locator('.rowsTable', { has: page.getByRole('columnheader', { name: 'remark' }) });
  const scroller = page.locator('.rowsScroll', { has: table });
  const seen = async () => ({
    widths: await table
      .locator('thead th')
      .evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().width)),
    last: await table.locator('tbody tr').nth(-2).innerText(),
  });
  await eventually(() => table.locator('tbody tr').count()).toBeGreaterThan(20);
  const goTo = async (top: number) => {
    const { last } = await seen();
    await scroller.evaluate((node, to) => node.scrollTo(0, to), top);
    await eventually(async () => (await seen()).last).not.toBe(last);
  };
  // Lines of four digits, and remarks of both lengths, are known from here on.
  await goTo(60_000);
  const { widths } = await seen();
  for (const top of [30_000, 9_000, 3_000, 0, 50_000]) {
    await goTo(top);
    expect((await seen()).widths).toEqual(widths);
  }
  await opened.expectClean();
});

it('leads from a bin of the reliability diagram to its rows, and from there to a word in them', async () => {
  const opened = await openTuner({ hash: 'data=german-credit&t=0.24' });
  const { page } = opened;
  await page
    .getByRole('figure', { name: 'Reliability', exact: true })
    .getByRole('button', { name: 'Show cases with scores from 0.20 to 0.30' })
    .click();
  const inBin = ROWS.filter((row) => {
    const score = Number(cell(row, 'p_logreg'));
    return cell(row, 'split') === 'test' && score > 0.2 && score <= 0.30000000000000004;
  });
  await page.getByText(`${inBin.length} cases: 0.20 < score ≤ 0.30, of test.`).waitFor();
  await page.getByRole('searchbox', { name: 'Search all columns' }).fill('usedcar');
  const found = inBin.filter((row) => row.some((text) => text.toLowerCase().includes('usedcar'))).length;
  await page.getByText(new RegExp(`^${found} cases?: `)).waitFor();
  await opened.expectClean();
});
