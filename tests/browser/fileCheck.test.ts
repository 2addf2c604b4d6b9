import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage } from './harness.ts';
import {
  address,
  button,
  countsAt,
  eventually,
  expectAddress,
  expectMatrix,
  type LabelledScore,
  openFiles,
  openTuner,
  sampleRows,
  typeThreshold,
  whatWasRead,
} from './tuner.ts';

const ROWS: readonly LabelledScore[] = Array.from({ length: 240 }, (_, i) => ({
  isPositive: i % 3 === 0,
  score: ((i * 77) % 240) / 240,
}));
const classOf = ({ isPositive }: LabelledScore) => (isPositive ? 1 : 0);

describe('the file check', () => {
  const PERCENT = {
    name: 'percent.csv',
    text: `y_true,y_prob\n${ROWS.map((row) => `${classOf(row)},${(row.score * 100).toFixed(2)}`).join('\n')}\n`,
  };
  const OFFER = 'Divide by 100';
  const DONE = '“y_prob” is divided by 100: 53 is read as 0.53.';
  const fileCheck = (page: Page) => page.getByRole('region', { name: 'File check' });

  it('shows what a finding rests on, repairs it by a press, keeps the repair in the link, and takes it off again', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await openFiles(page, PERCENT);
    const check = fileCheck(page);
    const evidence = check.getByRole('button', { name: /^Evidence: “y_prob” runs from 0 to 99\.58/ });
    await evidence.click();
    const rows = check.getByRole('table').getByRole('row');
    expect(await rows.first().getByRole('columnheader').allInnerTexts()).toEqual(['line', 'y_true', 'y_prob']);
    const second = ROWS.findIndex(({ score }) => score * 100 > 1);
    expect(await rows.nth(1).getByRole('cell').allInnerTexts()).toEqual([
      String(second + 2),
      String(classOf(ROWS[second])),
      (ROWS[second].score * 100).toFixed(2),
    ]);
    await evidence.click();
    expect(await check.getByRole('table').count()).toBe(0);

    await check.getByRole('button', { name: OFFER, exact: true }).click();
    const undo = check.getByRole('button', { name: `Undo: ${DONE}`, exact: true });
    await undo.waitFor();
    await typeThreshold(page, '0.4');
    await expectMatrix(page, countsAt(ROWS, 0.4));
    await expectAddress(page, { t: '0.4' });
    const repaired = new URL(page.url()).hash;

    await undo.click();
    await check.getByRole('button', { name: OFFER, exact: true }).waitFor();
    // The threshold went back to the scale of the scores, and flags the same rows.
    await expectAddress(page, { t: '40' });
    await expectMatrix(page, countsAt(ROWS, 0.4));
    expect(address(page)).not.toHaveProperty('fix');
    await opened.expectClean();

    const again = await openPage({ hash: repaired });
    await openFiles(again.page, PERCENT);
    await expectMatrix(again.page, countsAt(ROWS, 0.4));
    await fileCheck(again.page).getByText(DONE).waitFor();
    await expectAddress(again.page, { t: '0.4' });
    await again.expectClean();
  });
});

describe('a file whose columns do not say which is which', () => {
  const income = ({ score }: LabelledScore) => 1000 + Math.round(score * 10_000);
  const UNCLEAR = {
    name: 'unclear.csv',
    text: `name,age,income,y_true\n${ROWS.map(
      (row, i) => `x${i},${20 + ((i * 13) % 50)},${income(row)},${classOf(row)}`,
    ).join('\n')}\n`,
  };
  const counts = (threshold: number) =>
    countsAt(
      ROWS.map((row) => ({ isPositive: row.isPositive, score: income(row) })),
      threshold,
    );
  const question = (page: Page) => page.getByRole('region', { name: 'Which columns hold the truth and the score?' });

  it('is asked about, put aside, asked about again, answered, and opened by its link without a question', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await openFiles(page, UNCLEAR);
    await question(page).waitFor();
    const preview = question(page).getByRole('table').getByRole('row');
    expect(await preview.first().getByRole('columnheader').allInnerTexts()).toEqual([
      'name',
      'age',
      'income',
      'y_true',
    ]);
    expect(await preview.nth(1).getByRole('cell').allInnerTexts()).toEqual(['x0', '20', '1000', '1']);
    await question(page).getByRole('button', { name: 'Cancel' }).click();
    await expectMatrix(page, countsAt(sampleRows('test'), 0.5));

    await openFiles(page, UNCLEAR);
    const score = question(page).getByLabel('Score');
    const go = question(page).getByRole('button', { name: 'Open it' });
    expect(await question(page).getByLabel('Label').inputValue()).toBe('y_true');
    await score.selectOption('y_true');
    await question(page).getByRole('alert').getByText('Label and score have to be two different columns.').waitFor();
    expect(await go.isDisabled()).toBe(true);
    await score.selectOption('income');
    await go.click();
    await whatWasRead(page).getByText('unclear.csv').waitFor();
    await typeThreshold(page, '6000');
    await expectMatrix(page, counts(6000));
    await expectAddress(page, { label: 'y_true', model: 'income', t: '6000' });
    await opened.expectClean();

    const again = await openPage({ hash: new URL(page.url()).hash });
    await openFiles(again.page, UNCLEAR);
    await expectMatrix(again.page, counts(6000));
    expect(await question(again.page).count()).toBe(0);
    expect(await button(again.page, 'Open it').count()).toBe(0);
    await eventually(() => address(again.page).model).toBe('income');
    await again.expectClean();
  });
});
