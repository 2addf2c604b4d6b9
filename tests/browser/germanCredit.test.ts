/** What somebody who has never heard of ROC reads off the screen for German credit, where a miss costs 5 and a false alarm 1. */
import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { address, answered, button, eventually, expectMatrix, openTuner, typeInto } from './tuner.ts';

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const said = (page: Page, name: string) => eventually(async () => plain(await region(page, name).innerText()));

interface Answers {
  readonly model: string;
  readonly at: string;
  readonly exact: string;
  readonly validation: number;
  readonly test: number;
  readonly mostly: string;
  readonly asGood: string;
  readonly doubled: string;
  readonly doubledElsewhere: string;
}

const LOGISTIC: Answers = {
  model: 'p_logreg',
  at: '0.241',
  exact: '0.24103',
  validation: 129,
  test: 155,
  mostly: 'On other cases like these it would mostly be between 117 € and 196 €.',
  asGood: 'As good on such cases: 0.0135 to 0.3111; the shortest such number is 0.2.',
  doubled: 'If misses cost twice as much, 0.0567 is the choice: 156 € on test, where staying with 0.241 costs 245 €.',
  doubledElsewhere:
    'On the 250 cases of test, where it was not chosen, it would cost 156 €, and staying with 0.241 245 €.',
};
const BOOSTING: Answers = {
  model: 'p_gboost',
  at: '0.1363',
  exact: '0.13628',
  validation: 121,
  test: 123,
  mostly: 'On other cases like these it would mostly be between 97 € and 152 €.',
  asGood: 'As good on such cases: 0.0493 to 0.4078; the shortest such number is 0.1.',
  doubled: 'If misses cost twice as much, 0.0838 is the choice: 156 € on test, where staying with 0.1363 costs 153 €.',
  doubledElsewhere:
    'On the 250 cases of test, where it was not chosen, it would cost 156 €, and staying with 0.1363 153 €.',
};

async function answers(page: Page, { at, exact, validation, test, ...expected }: Answers): Promise<void> {
  const where = said(page, 'Where to cut?');
  await where.toContain(`Cut at ${at}: lowest cost on validation (${validation} €).`);
  await where.toContain(`On the 250 cases of test the total cost is ${test} €.`);
  await where.toContain(expected.mostly);
  await where.toContain(expected.asGood);
  await where.toContain(expected.doubled);
  await said(page, 'In one sentence').toContain(
    `The threshold that is cheapest on validation, ${at}, costs ${validation} € there and ${test} € here`,
  );
  await answered(page);
  await said(page, 'Does it hold on other cases?').toContain(
    `The best threshold on validation is ${at}: there the total cost is ${validation} €, on test it is ${test} €.`,
  );
  await said(page, 'What price of a miss do you act on?').toContain(expected.doubledElsewhere);
  await said(page, 'Is our file like production?').toContain('The file cannot tell: 30.0 % of its cases are positive.');

  await button(page, `Go there ${at}`).click();
  await eventually(() => Number(address(page).t).toFixed(5)).toBe(exact);
  await said(page, 'In one sentence').toContain(`${test} € in all.`);
}

it.each([
  ['german-credit', 1400],
  ['german-credit', 390],
  ['german-credit-models', 1400],
] as const)('is answered for the logistic model of %s at %d pixels', async (data, width) => {
  const opened = await openTuner({ hash: `data=${data}`, width, height: 844 });
  const { page } = opened;
  if (data === 'german-credit-models')
    await page.getByRole('combobox', { name: 'Model', exact: true }).selectOption('p_logreg');
  await answers(page, LOGISTIC);
  await expectMatrix(page, { tp: 57, fn: 18, fp: 65, tn: 110 });
  await opened.expectClean();
});

it.each([1400, 390])('is answered for boosting at %d pixels', async (width) => {
  const opened = await openTuner({ hash: 'data=german-credit-models', width, height: 844 });
  const { page } = opened;
  await page.getByRole('combobox', { name: 'Model', exact: true }).selectOption('p_gboost');
  await answers(page, BOOSTING);
  await opened.expectClean();
});

it('is answered on a phone before anything is opened, whatever the prices', async () => {
  const opened = await openTuner({ hash: 'data=german-credit&miss=1', width: 390, height: 844 });
  const { page } = opened;
  await typeInto(page.getByRole('textbox', { name: 'Cost of a miss' }), '5');
  await page.keyboard.press('Enter');
  await said(page, 'Where to cut?').toContain(LOGISTIC.doubled);
  await opened.expectClean();
});
