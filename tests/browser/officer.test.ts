/** A loan officer's questions, answered by keys alone and by touch alone; what is saved is held against the sample's own file. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { focused, tabTo } from './tabbing.ts';
import { csvCells, downloadBy, eventually, openTuner } from './tuner.ts';

const SAMPLE = readFileSync(new URL('../../public/samples/german-credit.csv', import.meta.url), 'utf8');
const [NAMES, ...ROWS] = SAMPLE.trim()
  .split('\n')
  .map((line) => line.trim().split(','));
const cell = (row: readonly string[], name: string) => row[NAMES.indexOf(name)];
const ON_TEST = ROWS.filter((row) => cell(row, 'split') === 'test');
const isRefused = (row: readonly string[]) => Number(cell(row, 'p_logreg')) >= 0.24;

/** Refused good customers, nearest to the line first. */
const REFUSED_GOOD = ON_TEST.filter((row) => cell(row, 'class') === 'good' && isRefused(row)).sort(
  (a, b) => Number(cell(a, 'p_logreg')) - Number(cell(b, 'p_logreg')),
);

const shareRefused = (band: string) => {
  const own = ON_TEST.filter((row) => cell(row, 'age_band') === band);
  return `${((own.filter(isRefused).length / own.length) * 100).toFixed(1)} %`;
};

/** Who is refused, young and old, and what equal opportunity would cost: all of it in words or numbers on the screen. */
async function expectAnswers(page: Page): Promise<void> {
  const groups = page.getByRole('table', { name: 'Who is affected?' });
  for (const band of ['under 25', '50 and over'])
    await groups
      .getByRole('row', { name: new RegExp(`^${band} `) })
      .getByText(shareRefused(band), { exact: true })
      .waitFor();
  const way = page.getByRole('row', { name: /^Find equally often/ });
  await way.getByText(/against one for all/).waitFor();
  await page.getByRole('row', { name: /^Found equally often.*61\.1 %.*38\.9 points/ }).waitFor();
}

function expectTenNearest({ name, text }: { readonly name: string; readonly text: string }): void {
  expect(name).toBe('german-credit-cases.csv');
  const [header, ...saved] = csvCells(text);
  const expected = REFUSED_GOOD.slice(0, 10);
  for (const column of NAMES) {
    expect(saved.map((row) => row[header.indexOf(column)])).toEqual(expected.map((row) => cell(row, column)));
  }
  expect(saved.every((row) => row[header.indexOf('cutpoint_outcome')] === 'FP')).toBe(true);
}

it('answers them by keys alone, with the focus in sight at every press', async () => {
  const opened = await openTuner({ width: 1400, hash: 'data=german-credit&t=0.24' });
  const { page } = opened;
  const expectSeen = async () => {
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return false;
      const { top, bottom, width } = element.getBoundingClientRect();
      return width > 0 && bottom > 0 && top < innerHeight;
    });
    expect(seen, `${await focused(page)} is in sight`).toBe(true);
  };
  let presses = 0;
  const press = async (key: string) => {
    await page.keyboard.press(key);
    presses++;
    await expectSeen();
  };
  const goOn = async (name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    presses += (await tabTo(page, name, key)).length;
    await expectSeen();
  };
  const goToPart = async (name: string, key: 'F6' | 'Shift+F6') => {
    for (let i = 0; i < 10 && (await focused(page)) !== name; i++) await press(key);
    expect(await focused(page)).toBe(name);
  };
  const isAt = (choice: string) =>
    page.getByRole('combobox', { name: choice, exact: true }).evaluate((e) => e === document.activeElement);
  const chooseByKeys = async (choice: string, value: string) => {
    const field = page.getByRole('combobox', { name: choice, exact: true });
    const values = await field.locator('option').evaluateAll((all) => all.map((e) => (e as HTMLOptionElement).value));
    for (const each of values.slice(1, values.indexOf(value) + 1)) {
      await press('ArrowDown');
      await eventually(() => field.inputValue()).toBe(each);
    }
    expect(await isAt(choice)).toBe(true);
  };

  await goOn(/^Slices$/);
  await press('Enter');
  await page.getByRole('combobox', { name: 'Group' }).waitFor();
  await goOn(/^Skip to the content$/);
  await press('Enter');
  expect(await focused(page)).toBe('Who is affected?');
  await press('Tab');
  expect(await isAt('Group')).toBe(true);
  await chooseByKeys('Group', 'age_band');
  await expectAnswers(page);
  // From the groups to a way to be fair, and back: part by part, not stop by stop.
  const beforeApplying = presses;
  await goToPart('A threshold for each group', 'F6');
  await goOn(/^Apply: Find equally often$/);
  expect(presses - beforeApplying).toBeLessThan(20);
  await press('Enter');
  expect(await focused(page)).toBe('in force: Find equally often');
  await press('Control+z');
  expect(await focused(page)).toBe('Apply: Find equally often');
  await goToPart('Who is affected?', 'Shift+F6');
  await page.getByRole('figure', { name: 'The price of fairness' }).waitFor();
  await goOn(/^The price of fairness$/, 'Shift+Tab');
  await press('Enter');
  expect(await focused(page)).toBe('The price of fairness');
  await goToPart('Who is affected?', 'Shift+F6');
  await goOn(/^Cases$/, 'Shift+Tab');
  await press('Enter');
  await page.getByRole('grid', { name: 'List of cases' }).waitFor();
  await goOn(/^Skip to the content$/);
  await press('Enter');
  expect(await focused(page)).toBe('Cases');
  do await press('Tab');
  while (!(await isAt('Outcome')));
  await chooseByKeys('Outcome', 'fp');
  await press('Tab');
  await chooseByKeys('Rows of', 'test');
  await page.getByText('66 false alarms: class = good, score ≥ 0.24, of test.').waitFor();
  await goOn(/^Save list/, 'Shift+Tab');
  await press('Enter');
  await eventually(() => focused(page)).toBe('The first 10 as CSV');
  expectTenNearest(await downloadBy(page, () => press('Enter')));
  expect(await focused(page)).toMatch(/^Save list/);
  // From the address to the saved file.
  expect(presses, 'presses').toBeLessThan(110);
  await opened.expectClean();
});

it('leaves the focus at the list where the cell that was pressed goes away with its screen', async () => {
  const opened = await openTuner({ hash: 'data=german-credit&t=0.24' });
  const { page } = opened;
  await page.getByRole('button', { name: 'Show cases: 66 false alarms' }).press('Enter');
  await eventually(() => focused(page)).toBe('Cases');
  const passed = await tabTo(page, /^Save list/);
  expect(passed).toHaveLength(2);
  await page.keyboard.press('Enter');
  await eventually(() => focused(page)).toBe('The first 10 as CSV');
  expectTenNearest(await downloadBy(page, () => page.keyboard.press('Enter')));
  await opened.expectClean();
});

it('answers them by touch alone on a phone, and nothing but tables scrolls sideways', async () => {
  const opened = await openTuner({ width: 390, height: 844, isPhone: true, hash: 'data=german-credit&t=0.24' });
  const { page, context } = opened;
  const touch = await context.newCDPSession(page);
  const swipe = async (distance: number) => {
    const at = (y: number) => [{ x: 8, y }];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(700) });
    for (let step = 1; step <= 6; step++) {
      const touchPoints = at(700 - (distance * step) / 6);
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const expectNarrow = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectNarrow();
  await page.getByRole('button', { name: 'Slices', exact: true }).tap();
  const group = page.getByRole('combobox', { name: 'Group' });
  await group.waitFor();
  // From the margin, where no chart takes the finger.
  await swipe(500);
  await eventually(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  await group.tap();
  // The phone's own list of choices lies outside the page.
  await group.selectOption('age_band');
  await expectAnswers(page);
  await expectNarrow();
  await page.getByRole('button', { name: 'Apply: Find equally often' }).tap();
  await page.getByRole('button', { name: 'in force: Find equally often' }).waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).tap();
  await page.getByRole('button', { name: 'Apply: Find equally often' }).waitFor();

  await page.getByRole('button', { name: 'Tune', exact: true }).tap();
  await page.getByRole('button', { name: 'Show cases: 66 false alarms' }).tap();
  await page.getByText('66 false alarms: class = good, score ≥ 0.24, of test.').waitFor();
  await expectNarrow();
  await page.getByRole('grid', { name: 'List of cases' }).locator('tbody tr[id]').nth(1).tap();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('row', { name: `id ${cell(REFUSED_GOOD[1], 'id')}` }).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).tap();
  await eventually(() => dialog.count()).toBe(0);
  await page.getByRole('button', { name: /^Save list/ }).tap();
  expectTenNearest(await downloadBy(page, () => page.getByRole('menuitem', { name: 'The first 10 as CSV' }).tap()));
  await opened.expectClean();
});
