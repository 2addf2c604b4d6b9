import type { Page } from 'playwright-core';
import { button, CHARTS, marker } from '../tuner.ts';

/** What lies above everything else, where anything does; what is beneath it is not looked at. */
export const UPPER_LAYER = 'dialog[open], .menu, :popover-open';

/** Each thing that the page can show, in turn, handed to `look` under its name; Tune first, Data last. */
export async function visitEverything(page: Page, look: (name: string) => Promise<void>): Promise<void> {
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
  await goTo(page, 'Data');
  await look('Data');
}

export async function goTo(page: Page, tab: 'Tune' | 'Data'): Promise<void> {
  await button(page, tab).click();
  if (tab === 'Data') await page.getByRole('row', { name: /^2 / }).waitFor();
  else for (const title of CHARTS) await marker(page, title).waitFor();
}
