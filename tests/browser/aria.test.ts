/**
 * What a screen reader finds, panel by panel: roles, names and order of the sample at 0.50 against the texts in `aria/`. A change that
 * is meant is written anew by `npx vitest run --project browser tests/browser/aria.test.ts -u`, then read as a listener would hear it.
 */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { goTo } from './audits/visit.ts';
import { openPage } from './harness.ts';
import { expectOutline } from './outline.ts';
import { answered, button, figure, openTuner } from './tuner.ts';

const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

type Panel = readonly [file: string, locate: (page: Page) => Locator];

const TUNE: readonly Panel[] = [
  ['bar', (page) => page.getByRole('banner')],
  ['what-was-read', (page) => region(page, 'What was read')],
  ['rail-head', (page) => page.locator('.railHead')],
  ['rail', (page) => region(page, 'Decision threshold')],
  ['threshold', (page) => region(page, 'Threshold')],
  ['sentence', (page) => region(page, 'In one sentence')],
  ['answer', (page) => region(page, 'Where to cut?')],
  ['rules', (page) => region(page, 'Goals that set the threshold')],
  ['confusion-matrix', (page) => region(page, 'Confusion matrix')],
  ['key-figures', (page) => region(page, 'Key figures')],
  ['implied-price', (page) => region(page, 'What price of a miss do you act on?')],
  ['requirements', (page) => region(page, 'Which thresholds meet your requirements?')],
  ['production', (page) => region(page, 'Is our file like production?')],
  ['certainty', (page) => region(page, 'How sure is that?')],
  ['honest', (page) => region(page, 'Does it hold on other cases?')],
  ['triage', (page) => region(page, 'Should somebody look at the doubtful cases?')],
  ['precision-recall', (page) => figure(page, 'Precision and recall')],
  ['roc', (page) => figure(page, 'ROC')],
  ['metrics-by-threshold', (page) => figure(page, 'Metrics by threshold')],
  ['goal-by-threshold', (page) => figure(page, 'Goal by threshold')],
  ['cumulative-gains', (page) => figure(page, 'Cumulative gains')],
  ['lift', (page) => figure(page, 'Lift')],
  ['decision-curve', (page) => figure(page, 'Decision curve')],
  ['reliability', (page) => figure(page, 'Reliability')],
  ['classes-apart', (page) => figure(page, 'How far apart the classes are')],
  ['errors-by-automation', (page) => figure(page, 'Errors by automation')],
  ['metrics', (page) => region(page, 'Metrics')],
  ['scores-by-class', (page) => figure(page, 'Scores by class')],
];

const SLICES: readonly Panel[] = [
  ['parts-of-slices', (page) => page.getByRole('navigation', { name: 'On this page' })],
  ['groups', (page) => region(page, 'Who is affected?')],
  ['groups-side-by-side', (page) => figure(page, 'Groups side by side')],
  ['disparity', (page) => region(page, 'Is every group treated alike?')],
  ['policies', (page) => region(page, 'A threshold for each group')],
  ['group-rails', (page) => region(page, 'The groups’ scores under one axis')],
  ['price-of-fairness', (page) => figure(page, 'The price of fairness')],
  ['groups-of-your-own', (page) => region(page, 'Groups of your own')],
];

const DATA: readonly Panel[] = [
  ['columns', (page) => page.getByRole('group', { name: 'Columns' })],
  ['file-check', (page) => region(page, 'File check')],
  ['stages', (page) => region(page, 'From the file to the curve')],
  ['column-summaries', (page) => region(page, 'What the columns hold')],
  ['reading-report', (page) => region(page, 'Reading report')],
  ['reduction', (page) => region(page, 'A table too large for a browser?')],
];

const LEARN: readonly Panel[] = [
  ['hundred-cases', (page) => region(page, 'A hundred cases')],
  ['quiz', (page) => region(page, 'Quiz')],
  ['tour-offer', (page) => region(page, 'A short tour')],
  ['reading', (page) => region(page, 'To read on')],
];

async function expectAsBefore(page: Page, panels: readonly Panel[]): Promise<void> {
  for (const [file, locate] of panels) await expectOutline(await locate(page).ariaSnapshot(), file);
}

const COMPARE: readonly Panel[] = [
  ['compare', (page) => region(page, 'Which model is better?')],
  ['agreement', (page) => region(page, 'Where do the two disagree?')],
  ['precision-recall-of-models', (page) => figure(page, 'Precision and recall')],
  ['roc-of-models', (page) => figure(page, 'ROC')],
  ['gains-of-models', (page) => figure(page, 'Cumulative gains')],
  ['calibration-of-models', (page) => figure(page, 'Calibration')],
];

describe('what a screen reader finds in every panel', () => {
  it('Tune', async () => {
    const opened = await openTuner();
    await answered(opened.page);
    await expectAsBefore(opened.page, TUNE);
    await opened.expectClean();
  });

  it('Cases', async () => {
    const opened = await openTuner({ hash: 'data=german-credit&t=0.24' });
    const { page } = opened;
    await page.getByRole('button', { name: /^Show cases: 66 false alarms$/ }).click();
    await page.getByText(/^66 false alarms: /).waitFor();
    // Of many rows the first few tell the order and the roles.
    const cases = (await region(page, 'Cases').ariaSnapshot()).split('\n');
    const third = cases.findIndex((line) => line.includes('- row "480 '));
    await expectOutline(cases.slice(0, third).join('\n'), 'cases');
    await page.getByRole('table', { name: 'Cases that change sides' }).waitFor();
    await expectOutline(await region(page, 'Which cases change sides?').ariaSnapshot(), 'flips');
    await expectOutline(await region(page, 'What do corrected labels change?').ariaSnapshot(), 'corrections');
    await page.getByRole('grid', { name: 'List of cases' }).press('Enter');
    await page.getByRole('table', { name: 'All columns' }).waitFor();
    await expectOutline(await page.getByRole('dialog').ariaSnapshot(), 'case');
    await opened.expectClean();
  });

  it('Data', async () => {
    const opened = await openTuner();
    const { page } = opened;
    await goTo(page, 'Data');
    await expect.poll(() => page.getByText('Counting …').count()).toBe(0);
    await expectAsBefore(page, DATA);
    // Of thousands of rows the first few tell the order and the roles.
    const rows = (await region(page, 'Rows').ariaSnapshot()).split('\n');
    const third = rows.findIndex((line) => line.includes('- row "4 '));
    await expectOutline(rows.slice(0, third).join('\n'), 'rows');
    await opened.expectClean();
  });

  it('Slices', async () => {
    const opened = await openTuner({ hash: 'data=german-credit&group=:foreign_worker' });
    await button(opened.page, 'Slices').click();
    await figure(opened.page, 'Groups side by side').waitFor();
    await button(opened.page, 'Apply: The best for each').waitFor();
    await figure(opened.page, 'The price of fairness').locator('svg').first().waitFor();
    await expectAsBefore(opened.page, SLICES);
    await opened.expectClean();
  });

  it('Learn', async () => {
    const opened = await openPage({ hash: 't=0.59&view=learn' });
    const { page } = opened;
    await button(page, 'Begin the quiz').click();
    await page.getByRole('list', { name: 'Answers' }).getByRole('button').first().click();
    await expectAsBefore(page, LEARN);
    await region(page, 'Words explained').getByRole('button', { name: 'Precision', exact: true }).click();
    const card = page.getByRole('dialog', { name: 'Precision' });
    await expectOutline(await card.ariaSnapshot(), 'explanation-card');
    await opened.expectClean();
  });

  it('Predict, before and after the example is asked', async () => {
    const opened = await openPage({ hash: 't=0.59&view=predict' });
    const { page } = opened;
    await button(page, 'Show the answer').waitFor();
    const main = () => page.locator('.predictOne');
    await expectOutline(await main().ariaSnapshot(), 'predict-before');
    await button(page, 'Show the answer').click();
    await page.getByRole('table', { name: 'Every class with its probability' }).waitFor();
    await expectOutline(await main().ariaSnapshot(), 'predict-answered');
    await opened.expectClean();
  });

  it('Compare', async () => {
    const opened = await openPage({ hash: 'data=german-credit-models&view=compare' });
    const { page } = opened;
    await figure(page, 'Calibration').locator('svg').first().waitFor();
    await expectAsBefore(page, COMPARE);
    expect(await page.getByRole('main').locator('section.panel:visible, figure:visible').count()).toBe(COMPARE.length);
    await opened.expectClean();
  });

  it('and no part of the page is left out of these texts', async () => {
    const opened = await openTuner();
    const { page } = opened;
    const parts = () =>
      page
        .getByRole('main')
        .locator('section:not(section section):visible, figure:not(section figure):visible, fieldset:visible')
        .count();
    // The bar stands before it, and the head of the rail is no part by itself.
    expect(await parts()).toBe(TUNE.length - 2);
    await goTo(page, 'Data');
    // What was read, as on Tune, and the rows.
    expect(await parts()).toBe(DATA.length + 2);
    await opened.expectClean();
  });
});
