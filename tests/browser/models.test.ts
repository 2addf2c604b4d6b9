import { expect, it } from 'vitest';
import { runAxe } from './harness.ts';
import { address, eventually, figure, OWN_ROWS, openFiles, openTuner } from './tuner.ts';

const MODELS = `y_true,p_first,p_second\n${OWN_ROWS.map(({ isPositive, score }, i) => `${isPositive ? 1 : 0},${score},${((i * 37) % 101) / 101}`).join('\n')}\n`;

it('chooses among the models of a file and draws the others beside it', async () => {
  const opened = await openTuner();
  const { page } = opened;
  await openFiles(page, { name: 'models.csv', text: MODELS });
  const picker = page.getByRole('combobox', { name: 'Model', exact: true });
  await picker.selectOption('p_second');
  await eventually(() => address(page).model ?? 'p_second').toBe('p_second');
  await page.getByRole('checkbox', { name: 'draw the others too' }).check();
  const roc = figure(page, 'ROC');
  await eventually(() =>
    roc
      .locator('svg')
      .getByText(/^p_(first|second)$/)
      .allInnerTexts(),
  ).toHaveLength(2);
  await eventually(() => address(page).compare).toBe('models');
  expect(await runAxe(page)).toEqual([]);
  await page.reload();
  await openFiles(page, { name: 'models.csv', text: MODELS });
  await eventually(() => picker.inputValue()).toBe('p_second');
  await eventually(() =>
    roc
      .locator('svg')
      .getByText(/^p_(first|second)$/)
      .allInnerTexts(),
  ).toHaveLength(2);
  await opened.expectClean();
});
