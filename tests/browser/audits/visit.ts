import type { Page } from 'playwright-core';
import { alerts, button, CHARTS, marker, openFiles, WAITING } from '../tuner.ts';

/** What lies above everything else, where anything does; what is beneath it is not looked at. */
export const UPPER_LAYER = 'dialog[open], .menu, .termCard, :popover-open';

/** Margins instead of probabilities, and a line without a score: two findings with their evidence, and rows left out. */
const ODD = ['y_true,y_prob', ...Array.from({ length: 60 }, (_, i) => `${Number(i % 3 === 0)},${oddScore(i)}`)].join(
  '\n',
);

function oddScore(i: number): string {
  return i % 20 === 7 ? '' : (((i * 17) % 41) / 5 - 4 + (i % 3 === 0 ? 2 : 0)).toFixed(2);
}

/** A training that overfits from its third epoch on. */
const HISTORY =
  'epoch,loss,accuracy,val_loss,val_accuracy\n0,0.7,0.5,0.7,0.5\n1,0.5,0.7,0.6,0.6\n2,0.4,0.8,0.5,0.7\n' +
  '3,0.3,0.9,0.55,0.7\n4,0.2,0.95,0.6,0.7\n5,0.1,0.97,0.7,0.7\n';

/** A label, and two columns either of which could be a score. */
const UNCLEAR = 'name,age,income,y_true\nx1,34,50,0\nx2,45,61,1\nx3,29,30,0\nx4,51,80,1\n';

/** Each thing that the page can show, in turn, handed to `look` under its name; the sample's Tune first and Data after it. */
export async function visitEverything(page: Page, lookAt: (name: string) => Promise<void>): Promise<void> {
  const look = async (name: string) => {
    await atRest(page);
    await lookAt(name);
  };
  await look('Tune');
  await button(page, 'Export').click();
  await page.getByRole('menu', { name: 'Export' }).waitFor();
  await look('menu');
  await page.keyboard.press('Escape');
  await button(page, 'change').click();
  await page.getByRole('group', { name: 'Columns' }).waitFor();
  await look('columns');
  await button(page, 'done').click();
  await button(page, 'Choose metrics').click();
  await page.getByRole('group', { name: 'At most 5 metrics' }).waitFor();
  await look('choice of metrics');
  await page.keyboard.press('Escape');
  await button(page, 'Keyboard shortcuts').click();
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await look('keys');
  await page.keyboard.press('Escape');
  await button(page, 'Table: ROC').click();
  await page.getByRole('dialog', { name: 'Data: ROC' }).waitFor();
  await look('table');
  await page.keyboard.press('Escape');
  await page.getByRole('table', { name: 'Metrics', exact: true }).getByRole('button', { name: 'Brier score' }).focus();
  await page.getByRole('tooltip').waitFor();
  await look('explained word');
  await page.keyboard.press('Escape');
  await button(page, 'Add a requirement').click();
  await button(page, 'Add a requirement').click();
  await page.getByText(/both requirements on/).waitFor();
  await look('requirements');
  for (let left = 2; left > 0; left--)
    await button(page, /^Remove: /)
      .first()
      .click();
  await page.getByRole('textbox', { name: 'Positives in production, in percent' }).fill('1');
  await page.keyboard.press('Enter');
  // Selected text is drawn in the colours of the selection.
  await page.getByRole('textbox', { name: 'Positives in production, in percent' }).blur();
  await button(page, 'as in the file: use its share of positives').waitFor();
  await look('rarer positives in production');
  await button(page, 'as in the file: use its share of positives').click();
  await button(page, 'Use this band').click();
  await page.getByRole('slider', { name: 'Lower end of the review band' }).waitFor();
  await look('review band');
  await button(page, 'One threshold again').click();
  await button(page, 'Slices').click();
  await page.getByRole('combobox', { name: 'Group' }).selectOption('y_prob');
  await page.getByRole('figure', { name: 'Groups side by side' }).waitFor();
  await look('Slices');
  await button(page, 'Learn').click();
  await button(page, 'Begin the quiz').click();
  await page.getByRole('list', { name: 'Answers' }).getByRole('button').first().click();
  await button(page, 'Next question').waitFor();
  await look('Learn');
  await button(page, 'Tune').click();
  await button(page, /^Show cases: .* misses$/).click();
  await page.getByRole('row', { name: / FN / }).first().waitFor();
  await look('Cases');
  await page.getByRole('grid', { name: 'List of cases' }).press('Enter');
  await page.getByRole('checkbox', { name: 'The label is wrong' }).check();
  await page.getByRole('table', { name: 'All columns' }).waitFor();
  await look('one case');
  await page.getByRole('checkbox', { name: 'The label is wrong' }).uncheck();
  await page.keyboard.press('Escape');
  await button(page, 'Predict').click();
  await button(page, 'Show the answer').click();
  await page.getByRole('table', { name: 'Every class with its probability' }).waitFor();
  await look('Predict');
  await goTo(page, 'Data');
  await page.getByText('A table too large for a browser?').click();
  await page.getByRole('table', { name: 'What rounding costs' }).waitFor();
  await look('Data');
  await openFiles(page, { name: 'history.csv', text: HISTORY });
  await page.getByRole('figure', { name: 'Accuracy by epoch' }).locator('svg').first().waitFor();
  await look('training history');

  await openFiles(page, { name: 'odd.csv', text: ODD });
  await page.getByRole('checkbox', { name: /^Keep this file/ }).waitFor();
  for (const evidence of await button(page, /^Evidence: /).all()) await evidence.click();
  await look('file check with evidence, and the line that keeps');
  await openFiles(page, { name: 'empty.csv', text: '' });
  await alerts(page).filter({ hasText: '“empty.csv” is empty' }).waitFor();
  await look('notice');
  await button(page, 'Dismiss').click();
  await openFiles(page, { name: 'unclear.csv', text: UNCLEAR });
  await page.getByRole('region', { name: 'Which columns hold' }).waitFor();
  await look('question');
  await button(page, 'Cancel').click();
  await openFiles(page, { name: 'models.csv', text: MODELS });
  await button(page, 'Compare').click();
  await page.getByRole('figure', { name: 'Calibration' }).locator('svg').first().waitFor();
  await page.getByRole('figure', { name: 'Versions over time' }).locator('svg').first().waitFor();
  await look('Compare');
  await openFiles(page, { name: 'moods.csv', text: MOODS });
  await button(page, 'Predict').click();
  await page.getByRole('img', { name: /^Scores of .*: really positive/ }).waitFor();
  await look('Predict with the scores of the open data');
}

/** Waits until no answer of the worker is on its way: it would move what is being looked at. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(
    (waiting) =>
      document.querySelector('.isLate') === null && waiting.every((text) => !document.body.textContent?.includes(text)),
    WAITING,
  );
}

/** Scores of one of the classes that the example of Predict answers with. */
const MOODS = [
  'mood,score',
  ...Array.from(
    { length: 60 },
    (_, i) => `${i % 3 === 0 ? 'positive' : 'other'},${((i * 17) % 41) / 60 + (i % 3 === 0 ? 0.3 : 0)}`,
  ),
].join('\n');

/** Two models, one of them much better. */
const MODELS = ['y_true,p_first,p_second,month', ...Array.from({ length: 60 }, (_, i) => modelRow(i))].join('\n');

function modelRow(i: number): string {
  const isPositive = i % 3 === 0;
  return [
    Number(isPositive),
    ((i * 17) % 41) / 60 + (isPositive ? 0.3 : 0),
    ((i * 29) % 60) / 60,
    `2024-0${1 + (i % 4)}`,
  ].join();
}

export async function goTo(page: Page, tab: 'Tune' | 'Data'): Promise<void> {
  await button(page, tab).click();
  if (tab === 'Data') await page.getByRole('row', { name: /^2 / }).waitFor();
  else for (const title of CHARTS) await marker(page, title).waitFor();
}
