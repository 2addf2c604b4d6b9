import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ColumnSummariesPanel } from '../../../src/view/panels/ColumnSummaries/ColumnSummariesPanel.tsx';
import { started } from '../../state/started.ts';
import { show } from '../charts/openedStore.tsx';
import { textOf } from '../textOf.ts';

const card = (name: string) => screen.findByRole('region', { name });
const cellsOf = (row: HTMLElement) => within(row).getAllByRole('cell').map(textOf);

it('counts the values of a column, and how many of them are positive', async () => {
  const { store } = await started('data=german-credit');
  show(<ColumnSummariesPanel />, store);
  // By hand from the file: of 346 men 96 are bad, of 154 women 54.
  const sex = within(await card('sex'));
  expect(cellsOf(await sex.findByRole('row', { name: /^male/ }))).toEqual(['346', '27.7 %']);
  expect(cellsOf(sex.getByRole('row', { name: /^female/ }))).toEqual(['154', '35.1 %']);
  expect(sex.getByText('Spread alike in validation and test.')).toBeTruthy();
});

it('has no table of a column in which every value comes once, nor drift of the column of splits', async () => {
  const { store } = await started('data=german-credit');
  show(<ColumnSummariesPanel />, store);
  expect(within(await card('id id')).queryByRole('table')).toBeNull();
  const split = within(await card('split split'));
  await split.findByRole('row', { name: /^test/ });
  expect(split.queryByText(/^Spread/)).toBeNull();
});

it('shows the columns of a wide file a dozen at a time, and writes what is there', async () => {
  const { store, page } = await started('data=german-credit');
  show(<ColumnSummariesPanel />, store);
  expect(screen.queryByRole('region', { name: 'job' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show 5 more columns' }));
  await within(await card('job')).findByRole('table');
  expect(screen.queryByRole('button', { name: /more/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'CSV: What the columns hold' }));
  const text = await page.saved[0].blob.text();
  expect(text).toContain('sex,male,346,96,');
});
