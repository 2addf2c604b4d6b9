import { expect, it } from 'vitest';
import { runAxe } from './harness.ts';
import { eventually, OWN_ROWS, openFiles, openTuner, typeThreshold } from './tuner.ts';

const FOLDED = `y_true,y_prob,fold\n${OWN_ROWS.map(({ isPositive, score }, i) => `${isPositive ? 1 : 0},${score},${Math.floor(i / 50)}`).join('\n')}\n`;

it('shows the scatter over the folds, and what a threshold is worth on rows it was not chosen on', async () => {
  const opened = await openTuner();
  const { page } = opened;
  await openFiles(page, { name: 'folded.csv', text: FOLDED });
  const chosen = page.getByRole('table', { name: 'Chosen without the fold it is judged on' });
  await chosen.waitFor();
  expect(await chosen.getByRole('row').count()).toBe(5);
  const recallCells = () =>
    page
      .getByRole('table', { name: /^Over the folds at/ })
      .getByRole('row', { name: /^Recall/ })
      .allInnerTexts();
  await typeThreshold(page, '0');
  await eventually(recallCells).toEqual([expect.stringMatching(/1\.000\s+1\.000\s+0\.000\s+1\.000\s+1\.000/)]);
  await page.getByRole('combobox', { name: 'Best by' }).selectOption('Lowest cost');
  await chosen.getByRole('columnheader', { name: 'Cost a row' }).waitFor();
  expect(await runAxe(page)).toEqual([]);
  await opened.expectClean();
});
