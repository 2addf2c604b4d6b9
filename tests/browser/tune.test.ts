import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  button,
  choose,
  countsAt,
  eventually,
  exactThreshold,
  expectAddress,
  expectMatrix,
  expectThreshold,
  matrix,
  openTuner,
  sampleRows,
  sentence,
  slider,
  thresholdField,
  typeInto,
  typeThreshold,
} from './tuner.ts';

const testRows = sampleRows('test');
const CHEAPEST = 0.5233633826490391;

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
const said = (page: Page) => eventually(async () => plain(await sentence(page).innerText()));

describe('choosing a threshold', () => {
  it('opens the sample at one half on the rows kept for testing, and says in a sentence what that means', async () => {
    const opened = await openTuner();
    const { page } = opened;
    expect(await matrix(page)).toEqual({ tp: 480, fp: 352, fn: 143, tn: 5025 });
    expect(await thresholdField(page).inputValue()).toBe('0.50');
    expect(await page.getByRole('radio', { name: 'test', exact: true }).isChecked()).toBe(true);
    expect(await page.getByRole('radio', { name: 'score ≥ threshold' }).isChecked()).toBe(true);
    await expectAddress(page, { data: 'streamlit-demo', t: '0.5', rule: 'gte', view: 'tune' });

    const text = plain(await sentence(page).innerText());
    expect(text).toContain('On test the model flags 832 of 6,000 cases: 480 rightly, 352 as false alarms.');
    expect(text).toContain('143 of the 623 positives are missed.');
    expect(text).toContain('1,067 € in all.');
    expect(text).toContain('The cheapest threshold, 0.5234, would cost 1,042 €: 25 € ');
    await opened.expectClean();
  });

  it('goes to the cheapest threshold and keeps all its digits', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await button(page, 'Go there 0.5234').click();
    await expectThreshold(page, '0.5234');
    await said(page).toContain('1,042 € in all. No threshold is cheaper on these rows.');
    expect(await matrix(page)).toEqual(countsAt(testRows, CHEAPEST));
    await expectAddress(page, { t: String(CHEAPEST) });
    await thresholdField(page).focus();
    await expectThreshold(page, String(CHEAPEST));
    await opened.expectClean();
  });

  it('sets the threshold by rule, and says which rule is in force', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const f1 = button(page, 'Best F1: 0.5771');
    await f1.click();
    await expectThreshold(page, '0.5771');
    expect(await f1.getAttribute('aria-pressed')).toBe('true');
    expect(await button(page, 'Lowest cost: 0.5234').getAttribute('aria-pressed')).toBe('false');

    await typeInto(page.getByRole('textbox', { name: 'Least recall in percent' }), '95');
    await page.keyboard.press('Enter');
    await button(page, /^Recall ≥ 95\s%: /).click();
    await eventually(async () => (await matrix(page)).tp).toBeGreaterThanOrEqual(Math.ceil(0.95 * 623));
    const exact = await exactThreshold(page);
    const nextHigher = Math.min(...testRows.map(({ score }) => score).filter((score) => score > exact));
    expect(countsAt(testRows, nextHigher).tp).toBeLessThan(0.95 * 623);

    await button(page, /^Flag top 5\s%: /).click();
    await eventually(async () => (await matrix(page)).tp + (await matrix(page)).fp).toBe(300);

    await page.getByRole('combobox', { name: 'Metric to make best' }).selectOption('Youden’s J');
    await button(page, /^Best Youden’s J: /).click();
    await eventually(() => button(page, /^Best Youden’s J: /).getAttribute('aria-pressed')).toBe('true');
    expect(await matrix(page)).toEqual(countsAt(testRows, await exactThreshold(page)));
    await opened.expectClean();
  });

  it('marks the rules on the rail, where a press goes there', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await button(page, 'cost sets the threshold to 0.5234').click();
    await expectAddress(page, { t: String(CHEAPEST) });
    await expectMatrix(page, countsAt(testRows, CHEAPEST));
    await opened.expectClean();
  });

  it('counts a score that sits on the threshold by the decision rule, and says so', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await typeThreshold(page, String(CHEAPEST));
    await expectMatrix(page, countsAt(testRows, CHEAPEST, '>='));
    await page.getByText('1 case has exactly this score and is flagged.').waitFor();

    await choose(page, 'Decision rule', 'score > threshold');
    await expectMatrix(page, countsAt(testRows, CHEAPEST, '>'));
    expect(countsAt(testRows, CHEAPEST, '>')).not.toEqual(countsAt(testRows, CHEAPEST, '>='));
    await page.getByText('1 case has exactly this score and is not flagged.').waitFor();
    await page.getByRole('table', { name: 'Metrics', exact: true }).getByText('at score > 0.5234').waitFor();
    await expectAddress(page, { rule: 'gt', t: String(CHEAPEST) });

    await typeThreshold(page, '0.523363382649');
    await page.getByText('1 more score lies within a billionth of the threshold: 1 above it, 0 below it.').waitFor();
    await opened.expectClean();
  });

  it('evaluates on the split that is chosen', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await choose(page, 'Evaluate on', 'train');
    await expectMatrix(page, countsAt(sampleRows('train'), 0.5));
    await said(page).toContain('On train the model flags 3,441 of 24,000 cases');
    await expectAddress(page, { split: 'train', t: '0.5' });
    await choose(page, 'Evaluate on', 'test');
    await expectMatrix(page, countsAt(testRows, 0.5));
    await opened.expectClean();
  });

  it('reckons with the prices that are written into the sentence', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const miss = page.getByRole('textbox', { name: 'Cost of a miss' });
    await typeInto(miss, '20');
    await page.keyboard.press('Enter');
    await said(page).toContain('3,212 €');
    await typeInto(page.getByRole('textbox', { name: 'Cost of a false alarm' }), '2,5');
    await page.keyboard.press('Tab');
    await said(page).toContain('3,740 €');
    await page.getByRole('textbox', { name: 'Unit of the costs' }).fill('h');
    await page.keyboard.press('Enter');
    await said(page).toContain('3,740 h');
    await expectAddress(page, { miss: '20', alarm: '2.5', unit: 'h' });

    await typeInto(miss, 'a lot');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toMatch(/^Type a number/);
    await said(page).toContain('3,740 h');
    await miss.press('Escape');
    await eventually(() => miss.inputValue()).toBe('20');
    await eventually(() => page.getByRole('alert').count()).toBe(0);
    await opened.expectClean();
  });

  it('takes steps back and forward, by buttons and by keys', async () => {
    const opened = await openTuner();
    const { page } = opened;
    expect(await button(page, 'Undo').isDisabled()).toBe(true);
    await typeThreshold(page, '0.3');
    await typeThreshold(page, '0.7');
    await choose(page, 'Decision rule', 'score > threshold');
    await expectMatrix(page, countsAt(testRows, 0.7, '>'));

    await button(page, 'Undo').click();
    await eventually(() => page.getByRole('radio', { name: 'score ≥ threshold' }).isChecked()).toBe(true);
    await button(page, 'Undo').click();
    await expectThreshold(page, '0.30');
    await button(page, 'Redo').click();
    await expectThreshold(page, '0.70');
    await page.getByText('before: 0.30').waitFor();

    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expectThreshold(page, '0.50');
    await expectMatrix(page, countsAt(testRows, 0.5));
    expect(await button(page, 'Undo').isDisabled()).toBe(true);
    await page.keyboard.press('Control+Shift+z');
    await expectThreshold(page, '0.30');
    await page.keyboard.press('Control+y');
    await expectThreshold(page, '0.70');
    await typeThreshold(page, '0.2');
    await eventually(() => button(page, 'Redo').isDisabled()).toBe(true);
    await opened.expectClean();
  });

  it('leaves the undo of a text that is being typed to the browser', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await typeThreshold(page, '0.3');
    await typeInto(thresholdField(page), '0.9');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Escape');
    await thresholdField(page).blur();
    await expectThreshold(page, '0.30');
    await opened.expectClean();
  });

  it('takes thresholds in every spelling that people type', async () => {
    const opened = await openTuner();
    const { page } = opened;
    for (const [typed, shown, exact] of [
      ['0,37', '0.37', 0.37],
      ['0.38', '0.38', 0.38],
      [' .39 ', '0.39', 0.39],
      ['4.1e-1', '0.41', 0.41],
      ['0.5771234567890123', '0.5771', 0.5771234567890123],
      ['−0,25', '−0.25', -0.25],
      ['∞', '∞', Number.POSITIVE_INFINITY],
    ] as const) {
      await typeThreshold(page, typed);
      await expectThreshold(page, shown);
      await expectMatrix(page, countsAt(testRows, exact));
      await expectAddress(page, { t: String(exact) });
    }
    await opened.expectClean();
  });

  it('refuses what is no number, says so and keeps what was typed', async () => {
    const opened = await openTuner();
    const { page } = opened;
    for (const typed of ['often', '0.5.1', '1,234,5', '', '0x', '--1']) {
      await typeInto(thresholdField(page), typed);
      await page.keyboard.press('Enter');
      expect(await page.getByRole('alert').innerText()).toBe('Type a number such as 0.59.');
      expect(await thresholdField(page).getAttribute('aria-invalid')).toBe('true');
      expect(await thresholdField(page).inputValue()).toBe(typed);
      expect(await matrix(page)).toEqual(countsAt(testRows, 0.5));

      await page.keyboard.press('Escape');
      await eventually(() => page.getByRole('alert').count()).toBe(0);
      await thresholdField(page).blur();
      await expectThreshold(page, '0.50');
    }
    await opened.expectClean();
  });

  it('forgets a draft on Escape and applies it on leaving the field', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await typeInto(thresholdField(page), '0.9');
    await page.keyboard.press('Escape');
    await thresholdField(page).blur();
    await expectThreshold(page, '0.50');
    await typeInto(thresholdField(page), '0.9');
    await slider(page).focus();
    await expectThreshold(page, '0.90');
    await expectMatrix(page, countsAt(testRows, 0.9));
    await opened.expectClean();
  });

  it('takes a value that a script or an assistive program puts in place of the old one at once', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await thresholdField(page).evaluate(async (field: HTMLInputElement) => {
      field.focus();
      field.select();
      // Once the page has answered to the focus, but before the next frame.
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
      document.execCommand('insertText', false, '0.31');
    });
    expect(await thresholdField(page).inputValue()).toBe('0.31');
    await thresholdField(page).press('Enter');
    await expectMatrix(page, countsAt(testRows, 0.31));
    await opened.expectClean();
  });

  it('measures changes against the start, or against what is pinned', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const key = page.getByRole('region', { name: 'Key figures' });
    const keyText = eventually(async () => plain(await key.innerText()));
    expect(plain(await key.innerText())).toMatch(/Precision 57\.7 % .*54\.3 to 61\.0 /);
    expect(plain(await key.innerText())).not.toMatch(/[▲▼]/);
    await typeThreshold(page, '0.59');
    await keyText.toMatch(/Precision 73\.7 % .*70\.0 to 77\.1 ▲ ?16\.0 (points )?since 0\.50/);
    expect(plain(await key.innerText())).toMatch(/▼ ?8\.2 (points )?since 0\.50/);

    await key.getByRole('button', { name: 'Compare from here on' }).click();
    await key.getByText('Compared with the threshold ≥ 0.59.').waitFor();
    expect(plain(await key.innerText())).not.toMatch(/[▲▼]/);
    await expectAddress(page, { base: '0.59' });
    await key.getByRole('button', { name: 'Compare with the start again' }).click();
    await keyText.toMatch(/▼ ?8\.2 (points )?since 0\.50/);
    await opened.expectClean();
  });

  it('shows the same counts as shares of what is asked', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const table = page.getByRole('table', { name: 'Confusion matrix' });
    const shares = page.getByRole('combobox', { name: 'Shares in the matrix' });
    await shares.selectOption('counts, % of predicted');
    await table.getByText('57.7 %').waitFor();
    await shares.selectOption('counts, % of all');
    await table.getByText('8.0 %').waitFor();
    expect(await matrix(page)).toEqual({ tp: 480, fp: 352, fn: 143, tn: 5025 });
    await opened.expectClean();
  });

  it('lists every metric by split, and a gap that is more than chance', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const table = page.getByRole('table', { name: 'Metrics' });
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['train', 'test', 'gap']);
    await page.getByText(/^On test, precision, recall, .* are worse than on train by more than chance/).waitFor();
    await button(page, 'Show all 29 metrics').click();
    await eventually(() => table.getByRole('rowheader').count()).toBe(29);
    await opened.expectClean();
  });

  it('gives no number where there is none', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await typeThreshold(page, 'inf');
    await expectMatrix(page, { tp: 0, fp: 0, fn: 623, tn: 5377 });
    await page.getByText('The threshold is above every score, so nothing is flagged.').waitFor();
    const precision = page.getByRole('table', { name: 'Metrics' }).getByRole('row', { name: /^Precision/ });
    expect(await precision.getByRole('cell').first().innerText()).toMatch(/^—/);
    await opened.expectClean();
  });
});
